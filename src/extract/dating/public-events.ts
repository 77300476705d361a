import { type DayInterval, parseEdtf } from '../../base/calendar.ts'
import type { Codebook, PublicEvent } from '../../codebook/types.ts'
import type { Document } from '../../document/document.ts'

interface Cue {
  readonly event: PublicEvent
  readonly days: DayInterval
  readonly stems: readonly string[]
}
/** Cues by the first letters of their longest stem. */
export type CueIndex = ReadonlyMap<string, readonly Cue[]>
const KEY = 4

export interface FoundEvent {
  readonly event: PublicEvent
  readonly days: DayInterval
  readonly from: number
  readonly to: number
}

export function cueIndex(codebook: Codebook): CueIndex {
  const index = new Map<string, Cue[]>()
  for (const event of codebook.publicEvents) {
    const days = parseEdtf(event.edtf)
    if (!days) continue
    for (const stems of event.cues) {
      const longest = [...stems].sort((a, b) => b.length - a.length)[0]!
      const key = longest.slice(0, KEY)
      const cue = { event, days, stems }
      const entry = index.get(key)
      if (entry) entry.push(cue)
      else index.set(key, [cue])
    }
  }
  return index
}

/** Public events that a sentence of the document speaks of, each once. Stems fit where a word or a part behind a hyphen begins. */
export function publicEventsIn(doc: Document, index: CueIndex): FoundEvent[] {
  const found = new Map<string, FoundEvent>()
  for (const { from, to } of doc.layer('tokens').sentences) {
    const text = doc.text.slice(from, to).toLowerCase()
    for (const match of text.matchAll(/[\p{L}\d]+/gu)) {
      for (const cue of index.get(match[0].slice(0, KEY)) ?? []) {
        if (found.has(cue.event.id) || !cue.stems.every((stem) => hasStem(text, stem))) continue
        found.set(cue.event.id, { event: cue.event, days: cue.days, from, to })
      }
    }
  }
  return [...found.values()]
}

function hasStem(text: string, stem: string): boolean {
  for (let at = text.indexOf(stem); at >= 0; at = text.indexOf(stem, at + 1)) {
    if (at === 0 || !/[\p{L}\d]/u.test(text[at - 1]!)) return true
  }
  return false
}
