import {
  hashOf,
  type ReadingId,
  readingId,
  type SightingId,
  sightingId,
  type TextId,
  textId,
} from '../base/ids.ts'
import type { DecisionAction } from '../chronicle/types.ts'
import type { Report } from '../document/report.ts'

export interface ReportIdentity {
  readonly text: TextId
  readonly sighting: SightingId
  readonly reading: ReadingId
}

/**
 * Which text, which sighting of it, which reading. A publication counts when it was given or stands in the metadata; an inferred one
 * may change with the reader and so cannot tell sightings apart.
 */
export function identify({ text, source, published, reader }: Report): ReportIdentity {
  const id = text === null ? (source.sha256 as TextId) : textId(text)
  const known = published.basis === 'given' || published.basis === 'metadata' ? published.edtf : null
  const sighting = sightingId(id, source.outlet, source.url, known, itemKey(source.item))
  return {
    text: id,
    sighting,
    reading: readingId(sighting, hashOf(reader.program, reader.model, reader.codebook)),
  }
}

/** The same words as another version, withheld, under embargo or taken back, are no second look at the same thing. */
function itemKey(item: Report['source']['item']): string | null {
  if (item === undefined) return null
  return JSON.stringify([
    item.uri,
    item.version,
    item.created,
    item.status,
    item.embargoed,
    item.corrects,
    item.replaces,
  ])
}

/** Entries made at one moment by one person still get their own id: it hangs on the place in the log too. */
export function decisionId(by: string, action: DecisionAction, recordedAt: string, entry: number): string {
  return hashOf('decision', by, JSON.stringify(action), recordedAt, entry).slice(0, 16)
}
