import type { Diagnostic } from '../base/diagnostics.ts'
import type { RawDocument } from '../document/document.ts'

/** What a reader of formats gives: a document, or the reason why there is none. */
export type IngestItem =
  | { readonly kind: 'document'; readonly document: RawDocument }
  | { readonly kind: 'unread'; readonly id: string; readonly diagnostics: readonly Diagnostic[] }

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
  /** What `-` reads; the process’s standard input unless given. */
  readonly stdin?: AsyncIterable<Uint8Array>
}

export const DEFAULT_MAX_BYTES = 64 * 1024 * 1024
