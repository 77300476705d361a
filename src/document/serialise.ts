import type { Document } from './document.ts'
import { namesOf } from './names.ts'
import type { Report } from './report.ts'

/** Entities without the things (`eine Straße`) that no event, figure, quotation or position speaks of. */
function worthListing(doc: Document): Report['entities'] {
  const used = new Set<string | null>([
    ...doc.layer('events').flatMap((e) => [...e.actors, ...e.recipients, e.place]),
    ...doc.layer('figures').map((f) => f.place),
    ...doc.layer('quotes').map((q) => q.speakerEntity),
    ...doc.layer('positions').map((p) => p.holder),
  ])
  return doc.layer('entities').filter((e) => e.kind !== 'object' || used.has(e.id))
}

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
      sha256: doc.textId,
    },
    text: doc.text,
    blocks: [...doc.layer('blocks')],
    title: title && { from: title.from, to: title.to },
    titleText: doc.raw.titleText,
    published: doc.layer('published'),
    body: pairs(doc.layer('body')),
    sentences: pairs(doc.layer('tokens').sentences),
    entities: worthListing(doc),
    names: namesOf(doc.layer('tokens')).map(({ from, to, label }) => ({ from, to, label })),
    times: [...doc.layer('times')],
    figures: [...doc.layer('figures')],
    quotes: [...doc.layer('quotes')],
    events: [...doc.layer('events')],
    positions: [...doc.layer('positions')],
    diagnostics: doc.diagnostics,
  }
}
