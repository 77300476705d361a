import type { DayInterval } from '../../base/calendar.ts'
import { parseEdtf } from '../../base/calendar.ts'
import { overlaps, type Span } from '../../base/spans.ts'
import type { Codebook } from '../../codebook/types.ts'
import type { Document } from '../../document/document.ts'
import type { DateEvidence } from './evidence.ts'

/** The press speaks of persons for some years before their first office and after their last; days. */
const BEFORE = 5 * 365
const AFTER = 8 * 365

/** From some years before the first office that the codebook knows of a person to some years after the last. */
export type Careers = ReadonlyMap<string, DayInterval>

export function careersOf(codebook: Codebook): Careers {
  const careers = new Map<string, { first: number; last: number }>()
  for (const { person, from, to } of codebook.tenures) {
    const days = parseEdtf(`${from}/${to}`)
    if (!days) continue
    const known = careers.get(person) ?? { first: Infinity, last: -Infinity }
    careers.set(person, {
      first: Math.min(known.first, days.first - BEFORE),
      last: Math.max(known.last, days.last + AFTER),
    })
  }
  return careers
}

/** Persons named, those `told` of apart: the report is of their time. It says little, so it weighs little. */
export function careerEvidence(doc: Document, careers: Careers, told: readonly Span[]): DateEvidence[] {
  return doc.layer('entities').flatMap((entity): DateEvidence[] => {
    const days = entity.codebook === null ? undefined : careers.get(entity.codebook)
    const mention = entity.mentions.find((m) => m.kind === 'name')
    if (!days || !mention || entity.mentions.some((m) => told.some((t) => overlaps(m, t)))) return []
    return [
      {
        from: mention.from,
        to: mention.to,
        days: [days],
        weight: 0.5,
        hard: true,
        why: `${entity.name} was in public life then.`,
      },
    ]
  })
}
