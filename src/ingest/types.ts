import type { Diagnostic } from '../base/diagnostics.ts'
import type { RawDocument } from '../document/document.ts'

/** What a reader of formats gives: a document, or the reason why there is none. */
export type IngestItem =
  | { readonly kind: 'document'; readonly document: RawDocument; readonly mark?: Mark }
  | {
      readonly kind: 'unread'
      readonly id: string
      readonly diagnostics: readonly Diagnostic[]
      readonly mark?: Mark
    }

/** How far a file was read when an item came out of it. */
export interface Mark {
  /** Hash of the file's absolute path. */
  readonly source: string
  /** Of the file as it was, and how it is read. */
  readonly fingerprint: string
  /** Records of it that lie behind the one that the item is of. */
  readonly records: number
}

/** Where reading goes on in files that were begun before. */
export interface Resume {
  /** What a position depends on besides the file: the reader and its options. */
  readonly salt: string
  /** Records of a file that were taken already; all of them: leave the file out. */
  takenOf(source: string, fingerprint: string): Promise<number | 'all'>
}

export interface ReadOptions {
  /** EDTF; overrides what records and pages say, basis `given`. */
  readonly published?: string
  /** Overrides what records and pages say. */
  readonly outlet?: string
  /** ISO 8601; when the text was fetched, as the caller knows it. Never the clock. */
  readonly fetched?: string
  /** Of one file, one record or one line. Bytes; 64 MB unless given. */
  readonly maxBytes?: number
  /** Fetch from hosts on private networks too: all, or those of these names. */
  readonly allowPrivate?: boolean | readonly string[]
  /** Left out, files are read from their beginning. */
  readonly resume?: Resume
  /** What `-` reads; the process’s standard input unless given. */
  readonly stdin?: AsyncIterable<Uint8Array>
}

export const DEFAULT_MAX_BYTES = 64 * 1024 * 1024
