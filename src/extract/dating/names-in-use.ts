import { parseEdtf } from '../../base/calendar.ts'
import type { Codebook } from '../../codebook/types.ts'
import type { Document } from '../../document/document.ts'
import type { DateEvidence } from './evidence.ts'

/** Names older than this tell nothing of a report. 1990-01-01. */
const OLD = 7305
/** Predecessors are known by the later name as well; two years of grace, days. */
const GRACE = 731

export type NamesInUse = ReadonlyMap<string, { readonly name: string; readonly first: number }>

export function namesInUse(codebook: Codebook): NamesInUse {
  const out = new Map<string, { name: string; first: number }>()
  for (const { id, name, from } of codebook.organisations) {
    const first = from === null ? null : parseEdtf(from)?.first
    if (first != null && first > OLD) out.set(id, { name, first })
  }
  return out
}

/** Organisations named: the report was not written long before they had taken their name. */
export function nameEvidence(doc: Document, names: NamesInUse): DateEvidence[] {
  const out: DateEvidence[] = []
  for (const entity of doc.layer('entities')) {
    const known = entity.codebook === null ? undefined : names.get(entity.codebook)
    const mention = entity.mentions.find((m) => m.kind !== 'pronoun')
    if (!known || !mention) continue
    // One letter-name can be another body's in other years, so a first mention counts little.
    const weight = entity.mentions.length > 1 ? 0.8 : 0.4
    out.push({
      from: mention.from,
      to: mention.to,
      days: [{ first: known.first - GRACE, last: Infinity }],
      weight,
      hard: false,
      why: `${known.name} exists under this name since ${new Date(known.first * 86_400_000).getUTCFullYear()}.`,
    })
  }
  return out
}
