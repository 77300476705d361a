import type { DayInterval } from '../../base/calendar.ts'
import { parseEdtf } from '../../base/calendar.ts'
import { overlaps, type Span } from '../../base/spans.ts'
import type { Codebook } from '../../codebook/types.ts'
import type { Document } from '../../document/document.ts'
import type { DateEvidence } from './evidence.ts'

/** From the first office that the codebook knows of a person to the last; open where one is still held. */
export type Careers = ReadonlyMap<string, DayInterval>

export function careersOf(codebook: Codebook): Careers {
  const careers = new Map<string, { first: number; last: number }>()
  for (const { person, from, to } of codebook.tenures) {
    const days = parseEdtf(`${from}/${to}`)
    if (!days) continue
    const known = careers.get(person)
    careers.set(person, {
      first: Math.min(known?.first ?? Infinity, days.first),
      last: Math.max(known?.last ?? -Infinity, days.last),
    })
  }
  return careers
}

/** Persons named, those `told` of apart: the report is of about their time. */
export function careerEvidence(doc: Document, careers: Careers, told: readonly Span[]): DateEvidence[] {
  const found = doc.layer('entities').flatMap((entity): DateEvidence[] => {
    const days = entity.codebook === null ? undefined : careers.get(entity.codebook)
    const mention = entity.mentions.find((m) => m.kind === 'name')
    if (!days || !mention || entity.mentions.some((m) => told.some((t) => overlaps(m, t)))) return []
    const why = `${entity.name} was in public life about then.`
    return [{ from: mention.from, to: mention.to, kind: 'career', days: [days], why }]
  })
  found.sort((a, b) => b.days[0]!.first - a.days[0]!.first)
  return found.map((piece, i) => (i === 0 ? { ...piece, kind: 'latest-career' } : piece))
}
