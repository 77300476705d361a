import { type DayInterval, formatEdtf, parseEdtf, width } from '../../base/calendar.ts'
import type { Codebook } from '../../codebook/types.ts'
import type { Document } from '../../document/document.ts'
import type { Published } from '../../document/report.ts'
import type { Component } from '../../pipeline/pipeline.ts'
import { type Careers, careerEvidence, careersOf } from './careers.ts'
import { eventEvidence } from './event-bounds.ts'
import { type DateEvidence, EARLIEST, LATEST, weigh } from './evidence.ts'
import { pastDates, unyearedDates } from './named-dates.ts'
import { nameEvidence, namesInUse } from './names-in-use.ts'
import { officeEvidence, officesOf } from './offices.ts'
import { cueIndex } from './public-events.ts'
import { partialStamps, statedDate } from './stated.ts'

/** Ten years, in days. */
const YEARS_TOLD = 3653
const UNKNOWN: Published = { edtf: null, basis: 'unknown', evidence: [] }

/** Says when a document was published: as given, as it states itself, or as the evidence in it allows. */
export function datingComponent(codebook: Codebook): Component {
  const tables = {
    offices: officesOf(codebook),
    careers: careersOf(codebook),
    names: namesInUse(codebook),
    cues: cueIndex(codebook),
  }
  return {
    name: 'dating',
    requires: ['tokens', 'blocks', 'entities', 'rawTimes', 'body'],
    assigns: ['published'],
    fallback: (doc) => doc.assign('published', given(doc) ?? UNKNOWN),
    run: (doc) => doc.assign('published', given(doc) ?? statedDate(doc) ?? inferred(doc, tables)),
  }
}

function given({ raw }: Document): Published | null {
  return raw.published === null
    ? null
    : { edtf: raw.published.edtf, basis: raw.published.basis, evidence: [] }
}

interface Tables {
  readonly offices: ReturnType<typeof officesOf>
  readonly careers: Careers
  readonly names: ReturnType<typeof namesInUse>
  readonly cues: ReturnType<typeof cueIndex>
}

function inferred(doc: Document, { offices, careers, names, cues }: Tables): Published {
  const headers = partialStamps(doc)
  const inOffice = officeEvidence(doc, offices)
  const bounds = [
    ...headers,
    ...fetched(doc),
    ...inOffice,
    ...careerEvidence(doc, careers, inOffice),
    ...pastDates(doc),
    ...nameEvidence(doc, names),
    ...eventEvidence(doc, cues),
  ]
  if (bounds.length === 0) return UNKNOWN
  const years = weigh(bounds)
  // Days that come round every year say nothing until something else has told the years.
  const verdict = years && width(years.days) <= YEARS_TOLD ? weigh([...bounds, ...unyearedDates(doc)]) : years
  const edtf = verdict && edtfOf(verdict.days)
  if (!verdict || !edtf) return UNKNOWN
  const basis = headers.length > 0 && headers.some((h) => sameDays(h, verdict.days)) ? 'stated' : 'inferred'
  return { edtf, basis, evidence: verdict.used.map(({ from, to, why }) => ({ from, to, why })) }
}

/** Nobody can fetch a report before it is written. */
function fetched({ raw }: Document): DateEvidence[] {
  const day = raw.source.fetched === null ? null : parseEdtf(raw.source.fetched)
  return day === null
    ? []
    : [
        {
          from: 0,
          to: 0,
          days: [{ first: -Infinity, last: day.last }],
          weight: 5,
          hard: true,
          why: `It was fetched on ${raw.source.fetched}.`,
        },
      ]
}

/** Ends that stand at the bounds of the search are open; an interval without any end says nothing. */
function edtfOf({ first, last }: DayInterval): string | null {
  const days = { first: first <= EARLIEST ? -Infinity : first, last: last >= LATEST ? Infinity : last }
  return width(days) === Infinity && days.first === -Infinity && days.last === Infinity
    ? null
    : formatEdtf(days)
}

function sameDays(header: DateEvidence, days: DayInterval): boolean {
  return header.days.some((d) => d.first === days.first && d.last === days.last)
}
