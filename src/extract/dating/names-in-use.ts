import { type DayInterval, dateOf, parseEdtf } from '../../base/calendar.ts'
import type { Codebook } from '../../codebook/types.ts'
import type { Document } from '../../document/document.ts'
import type { DateEvidence } from './evidence.ts'

/** Names older than this tell nothing of a report. 1990-01-01. */
const OLD = 7305

export type NamesInUse = ReadonlyMap<string, { readonly name: string; readonly days: DayInterval }>

export function namesInUse(codebook: Codebook): NamesInUse {
  const out = new Map<string, { name: string; days: DayInterval }>()
  for (const { id, name, from, to } of codebook.organisations) {
    const days = parseEdtf(`${from ?? '..'}/${to ?? '..'}`)
    if (days && (days.first > OLD || days.last < Infinity)) out.set(id, { name, days })
  }
  return out
}

/** Organisations named: the report was hardly written long before they had taken their name, or long after they gave it up. */
export function nameEvidence(doc: Document, names: NamesInUse): DateEvidence[] {
  return doc.layer('entities').flatMap((entity): DateEvidence[] => {
    const known = entity.codebook === null ? undefined : names.get(entity.codebook)
    const mention = entity.mentions.find((m) => m.kind !== 'pronoun')
    if (!known || !mention) return []
    const why = `${known.name}: the name is in use ${yearsOf(known.days)}.`
    return [{ from: mention.from, to: mention.to, kind: 'name', days: [known.days], why }]
  })
}

function yearsOf({ first, last }: DayInterval): string {
  const until = last === Infinity ? '' : `until ${dateOf(last).year}`
  return first === -Infinity ? until : `from ${dateOf(first).year} ${until}`.trim()
}
