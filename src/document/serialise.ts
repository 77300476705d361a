import { textId } from '../base/ids.ts'
import type { Document } from './document.ts'
import type { Report } from './report.ts'

/** A read document as `lagebild/report@1`. */
export function toReport(doc: Document, reader: Report['reader']): Report {
  const pairs = (spans: readonly { from: number; to: number }[]) =>
    spans.map((s): [number, number] => [s.from, s.to])
  const title = doc.layer('title')
  return {
    schema: 'lagebild/report@1',
    id: doc.id,
    language: doc.layer('language'),
    reader,
    source: {
      ...doc.raw.source,
      outlet: doc.layer('outlet'),
      agency: [...doc.layer('agency')],
      sha256: textId(doc.text),
    },
    text: doc.text,
    blocks: [...doc.layer('blocks')],
    title: title && { from: title.from, to: title.to },
    titleText: doc.raw.titleText,
    published: doc.layer('published'),
    body: pairs(doc.layer('body')),
    sentences: pairs(doc.layer('tokens').sentences),
    entities: [...doc.layer('entities')],
    times: [...doc.layer('times')],
    figures: [...doc.layer('figures')],
    quotes: [...doc.layer('quotes')],
    events: [...doc.layer('events')],
    positions: [...doc.layer('positions')],
    diagnostics: doc.diagnostics,
  }
}
