import type { WordForms } from '../analyse/word-forms.ts'
import type { Coordinates } from '../base/globe.ts'
import type { ReadingId, TextId } from '../base/ids.ts'
import type { Chronicle, Reading, View } from '../chronicle/types.ts'
import type { ConflictScale } from '../codebook/conflict-scale.ts'
import type { Codebook } from '../codebook/types.ts'
import type { StreamHub } from '../live/stream/hub.ts'
import type { FeedRecord } from '../store/feeds.ts'
import type { Store } from '../store/port.ts'

/** What the pages need from the rest of the house; the command line wires it. */
export interface ServeDeps {
  /** Without `decide` nothing can be written down. */
  readonly store: Pick<Store, 'readings' | 'text' | 'version'> & Partial<Pick<Store, 'decide' | 'decisions'>>
  /** The chronicle as it stands now. Called for each request: whoever builds it keeps it until the store's version grows. */
  readonly chronicleOf: () => Promise<Chronicle>
  /** The chronicle with what it was made from, as of a time or now: for what changed since. */
  readonly viewOf?: (asOf: string | null) => Promise<View>
  /** The feeds that are polled; left out, there are none. */
  readonly feedsOf?: () => Promise<readonly FeedRecord[]>
  /** For the offices of an actor. */
  readonly codebook?: () => Codebook
  /** Conflict and cooperation by category; left out, events are counted only. */
  readonly scale?: () => ConflictScale
  /** Lemmas and parts of compounds for the search; left out, it goes by light stems. Called when somebody first searches. */
  readonly words?: () => WordForms
  /** The countries that a circle on the map lies in, by ISO3; left out, places on no map are never listed apart. */
  readonly countriesAround?: CountriesAround
  /** The newest reading of a text, or the named one. Left out, the store's readings are searched. */
  readonly readingOf?: ReadingFinder
  /** Who tells what changes; without it there is no `/api/v1/stream`. */
  readonly stream?: StreamHub
  /** Folder of the built pages; by default `dist/web` of this package. */
  readonly webRoot?: string
  /** Host names under which the server may be addressed, besides this machine's loop-back names. */
  readonly allowedHosts?: readonly string[]
  /** Asked of every request, where others than this machine can reach the server. */
  readonly token?: string
  /** Told of failures that are nobody's input; the answer is a plain 500. */
  readonly onError?: (error: unknown) => void
}

export type CountriesAround = (at: Coordinates, km: number) => readonly string[]

export type ReadingFinder = (text: TextId, reading: ReadingId | null) => Promise<FoundReading | null>

export interface FoundReading {
  readonly reading: Reading
  /** All stored readings of the text, newest last. */
  readonly all: readonly ReadingId[]
}
