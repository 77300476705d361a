import { formatEdtf, parseEdtf } from '../../base/calendar.ts'
import type { Codebook } from '../../codebook/types.ts'
import type { Document } from '../../document/document.ts'
import type { Published } from '../../document/report.ts'
import type { Component } from '../../pipeline/pipeline.ts'
import type { DateBound } from './evidence.ts'
import { infer } from './infer.ts'
import { type DatingModel, readDatingModel } from './model.ts'
import { partialStamps, statedDate } from './stated.ts'
import { type DatingTables, datingTables, evidenceIn } from './tables.ts'
import { WordReader, wordsOf } from './words.ts'

const UNKNOWN: Published = { edtf: null, basis: 'unknown', evidence: [] }

/**
 * Says when a document was published: as given, as it states itself, or as the evidence in it allows.
 * @param weights text of `models/<language>/dating.json`, read when the first report needs it
 */
export function datingComponent(codebook: Codebook, weights: () => string): Component {
  let loaded: Dater | null = null
  const dater = () => {
    loaded ??= daterOf(datingTables(codebook), readDatingModel(weights()))
    return loaded
  }
  return {
    name: 'dating',
    requires: ['tokens', 'blocks', 'entities', 'rawTimes', 'body'],
    assigns: ['published'],
    fallback: (doc) => doc.assign('published', given(doc) ?? UNKNOWN),
    run: (doc) => doc.assign('published', given(doc) ?? statedDate(doc) ?? inferred(doc, dater())),
  }
}

interface Dater {
  readonly tables: DatingTables
  readonly model: DatingModel
  readonly words: WordReader
}

const daterOf = (tables: DatingTables, model: DatingModel): Dater => ({
  tables,
  model,
  words: new WordReader(model.times),
})

function given({ raw }: Document): Published | null {
  return raw.published === null
    ? null
    : { edtf: raw.published.edtf, basis: raw.published.basis, evidence: [] }
}

function inferred(doc: Document, { tables, model, words }: Dater): Published {
  const headers = partialStamps(doc)
  const bounds = [...headers, ...fetched(doc)]
  const found = infer(doc.text, evidenceIn(doc, tables), bounds, words.read(wordsOf(doc)), model)
  if (!found) return UNKNOWN
  const { days } = found
  const stated = headers.some((h) => h.days.first === days.first && h.days.last === days.last)
  return { edtf: formatEdtf(days), basis: stated ? 'stated' : 'inferred', evidence: [...found.evidence] }
}

/** Nobody can fetch a report before it is written. */
function fetched({ raw }: Document): DateBound[] {
  const day = raw.source.fetched === null ? null : parseEdtf(raw.source.fetched)
  const why = `It was fetched on ${raw.source.fetched}.`
  return day === null ? [] : [{ from: 0, to: 0, days: { first: -Infinity, last: day.last }, why }]
}
