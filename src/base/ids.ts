import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'

declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]: Name }

/** sha256 of the decoded document text, 64 hex digits. */
export type TextId = Branded<'TextId'>
/** Hash of text + outlet + url + publication; of a newsroom item also of what its version says of it. */
export type SightingId = Branded<'SightingId'>
/** Hash of sighting + reader. */
export type ReadingId = Branded<'ReadingId'>
/** Hash of the canonical mention of an event (text, span, type), 16 hex digits. */
export type EventId = Branded<'EventId'>

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/** Joined at once: a string put together piece by piece keeps the pieces, thirty times its size, for as long as it lives. */
function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => HEX[byte]!).join('')
}

export function sha256Hex(text: string): string {
  return hexOf(sha256(utf8ToBytes(text)))
}

export function sha256Bytes(bytes: Uint8Array): string {
  return hexOf(sha256(bytes))
}

/** Hash of an ordered list of parts; absent parts are told apart from empty ones. */
export function hashOf(...parts: (string | number | null)[]): string {
  return sha256Hex(JSON.stringify(parts))
}

export const textId = (text: string) => sha256Hex(text) as TextId

export const sightingId = (
  text: TextId,
  outlet: string | null,
  url: string | null,
  published: string | null,
  item: string | null = null,
) => hashOf('sighting', text, outlet, url, published, ...(item === null ? [] : [item])) as SightingId

export const readingId = (sighting: SightingId, reader: string) =>
  hashOf('reading', sighting, reader) as ReadingId

export const eventId = (text: TextId, from: number, to: number, type: string) =>
  hashOf('event', text, from, to, type).slice(0, 16) as EventId
