import type { Codebook } from '../../codebook/types.ts'
import type { Document } from '../../document/document.ts'
import { type Careers, careerEvidence, careersOf } from './careers.ts'
import { eventEvidence } from './event-bounds.ts'
import type { DateEvidence, EvidenceKind } from './evidence.ts'
import { namedDates } from './named-dates.ts'
import { type NamesInUse, nameEvidence, namesInUse } from './names-in-use.ts'
import { type Offices, officeEvidence, officesOf } from './offices.ts'
import { type CueIndex, cueIndex } from './public-events.ts'

/** What the codebook knows of times, as dating looks it up. */
export interface DatingTables {
  readonly offices: Offices
  readonly careers: Careers
  readonly names: NamesInUse
  readonly cues: CueIndex
}

export function datingTables(codebook: Codebook): DatingTables {
  return {
    offices: officesOf(codebook),
    careers: careersOf(codebook),
    names: namesInUse(codebook),
    cues: cueIndex(codebook),
  }
}

/** Of one kind no more than this counts: a report that names twenty events is not twenty times as sure. */
const MOST_OF_KIND = 3

/** All that a document says of its date, save its words. A fact that is told in two ways counts once. */
export function evidenceIn(doc: Document, { offices, careers, names, cues }: DatingTables): DateEvidence[] {
  const inOffice = officeEvidence(doc, offices)
  const dates = namedDates(doc)
  const counts = new Map<EvidenceKind, number>()
  return [
    ...inOffice,
    ...careerEvidence(doc, careers, inOffice),
    ...dates,
    ...nameEvidence(doc, names),
    ...eventEvidence(doc, cues, { offices: inOffice, dates }),
  ].filter(({ kind }) => {
    const count = (counts.get(kind) ?? 0) + 1
    counts.set(kind, count)
    return count <= MOST_OF_KIND
  })
}
