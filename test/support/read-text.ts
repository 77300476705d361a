import { textId } from '../../src/base/ids.ts'
import { createNodeReader, type NodeReader } from '../../src/cli/reader.ts'
import { Document } from '../../src/document/document.ts'
import type { Report } from '../../src/document/report.ts'
import { toReport } from '../../src/document/serialise.ts'
import { isDoneBySomebody } from '../../src/extract/events/choices/decide.ts'
import { toldEvents } from '../../src/extract/events/coder.ts'

let reader: NodeReader | null = null

/**
 * Reads a text with the shipped model and tables; they are loaded once a test file. Events are as its sentences tell them, before the
 * report as a whole decides what they leave open: what a rule reads, no weights may change.
 */
export function readText(text: string, published: string | null = '2020-01-10'): Report {
  reader ??= createNodeReader()
  const doc = new Document({
    id: 'test',
    text,
    source: { outlet: null, agency: [], url: null, path: null, sha256: textId(text), fetched: null },
    published: published === null ? null : { edtf: published, basis: 'given' },
    titleText: null,
    language: 'de',
    blocks: null,
    diagnostics: [],
  })
  reader.pipeline.run(doc)
  const events = toldEvents(doc, reader.tables).filter(isDoneBySomebody)
  return { ...toReport(doc, reader.reader), events }
}

/** The words of a span. */
export function wordsAt(report: Report, span: { readonly from: number; readonly to: number }): string {
  return report.text!.slice(span.from, span.to)
}

/** The entity that a word or name of the text is a mention of. */
export function entityAt(report: Report, words: string): Report['entities'][number] | undefined {
  return report.entities.find(({ mentions }) => mentions.some((m) => wordsAt(report, m).includes(words)))
}

/** Names of entities by their ids. */
export function namesOf(report: Report, ids: readonly string[]): string[] {
  return ids.map((id) => report.entities.find((entity) => entity.id === id)!.name)
}

/** The one event whose trigger is this word. */
export function eventAt(report: Report, trigger: string): Report['events'][number] {
  const found = report.events.filter((event) => wordsAt(report, event.trigger) === trigger)
  if (found.length !== 1) throw new Error(`${found.length} events at "${trigger}" in: ${report.text}`)
  return found[0]!
}
