import { type DayInterval, parseEdtf } from '../../base/calendar.ts'
import type { Codebook, PublicEvent, Topic } from '../../codebook/types.ts'
import type { Document } from '../../document/document.ts'

type Known = PublicEvent | Topic
interface Cue {
  readonly event: Known
  readonly days: DayInterval
  /** In the order in which they are looked for. */
  readonly stems: readonly string[]
}
/** Cues by the first letters of one of their stems. */
export type CueIndex = ReadonlyMap<string, readonly Cue[]>
const KEY = 4

export interface FoundEvent {
  readonly event: Known
  readonly days: DayInterval
  readonly from: number
  readonly to: number
}

export function cueIndex({ publicEvents, topics }: Codebook): CueIndex {
  const index = new Map<string, Cue[]>()
  for (const event of [...publicEvents, ...topics]) {
    const days = parseEdtf(event.edtf)
    if (!days) continue
    for (const stems of event.cues) {
      const key = keyOf(stems)
      const cue = { event, days, stems }
      const entry = index.get(key)
      if (entry) entry.push(cue)
      else index.set(key, [cue])
    }
  }
  return index
}

/** The longest stem that a word begins with tells the most. */
function keyOf(stems: readonly string[]): string {
  const starts = stems.filter((stem) => !stem.startsWith('~')).map((stem) => stem.replace(/^=/, ''))
  const longest = starts.sort((a, b) => b.length - a.length)[0] ?? ''
  return (/^[\p{L}\d]+/u.exec(longest)?.[0] ?? '').slice(0, KEY)
}

/** Public events and topics that a sentence of the document speaks of, each once. */
export function publicEventsIn(doc: Document, index: CueIndex): FoundEvent[] {
  const found = new Map<string, FoundEvent>()
  for (const { from, to } of doc.layer('tokens').sentences) {
    const text = doc.text.slice(from, to).toLowerCase()
    for (const match of text.matchAll(/[\p{L}\d]+/gu)) {
      for (let length = 1; length <= KEY; length++) {
        if (length > match[0].length) break
        for (const cue of index.get(match[0].slice(0, length)) ?? []) {
          if (found.has(cue.event.id) || !cue.stems.every((stem) => hasStem(text, stem))) continue
          found.set(cue.event.id, { event: cue.event, days: cue.days, from, to })
        }
      }
    }
  }
  return [...found.values()]
}

function hasStem(text: string, stem: string): boolean {
  if (stem.startsWith('~')) return text.includes(stem.slice(1))
  const whole = stem.startsWith('=')
  const word = whole ? stem.slice(1) : stem
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if ((!whole || endsAt(text, at + word.length)) && (at === 0 || !LETTER.test(text[at - 1]!))) return true
  }
  return false
}

/** A whole word may stand in the genitive. */
function endsAt(text: string, at: number): boolean {
  const next = text[at] === 's' ? at + 1 : at
  return !LETTER.test(text[next] ?? ' ')
}

const LETTER = /[\p{L}\d]/u
