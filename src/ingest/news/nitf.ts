import type { PageElement } from '../html/dom.ts'
import { type NewsRecord, NO_NEWS } from './news-item.ts'
import { type NewsPart, partsOf } from './news-text.ts'
import { at, childrenOf, textAt } from './xml.ts'

/** One NITF document (3.x). */
export function nitfRecord(nitf: PageElement): NewsRecord {
  const head = at(nitf, 'head')
  const data = at(head, 'docdata')
  const key = at(data, 'du-key')
  const issued = norm(at(data, 'date.issue'))
  const other = data?.get('management-doc-idref') ?? null
  const correction = at(data, 'correction')
  const corrected = correction?.get('id-string') ?? null
  const status = data?.get('management-status') ?? null
  const released = norm(at(data, 'date.release'))
  return {
    ...NO_NEWS,
    uri: at(data, 'doc-id')?.get('id-string') ?? key?.get('key') ?? null,
    version: key?.get('version') ?? key?.get('generation') ?? null,
    created: issued,
    // "Embargoed" is no state of its own: the release date says until when, and without one it is until further notice.
    status: status === 'embargoed' ? null : status,
    embargoed: released ?? (status === 'embargoed' ? '' : null),
    urgency: at(data, 'urgency')?.get('ed-urg') ?? null,
    signals: correction === null ? [] : ['correction'],
    replaces: [
      ...(other === null ? [] : [{ uri: other, as: asOf(data?.get('management-idref-status') ?? null) }]),
      ...(corrected === null ? [] : [{ uri: corrected, as: 'correction' as const }]),
    ],
    keywords: [
      ...childrenOf(at(data, 'key-list'), 'keyword').flatMap((one) => one.get('key') ?? []),
      ...childrenOf(data, 'fixture').flatMap((one) => one.get('fix-id') ?? []),
    ],
    title:
      textAt(nitf, 'body', 'body.head', 'hedline', 'hl1') ??
      textAt(nitf, 'body', 'body.head', 'headline', 'hl1') ??
      textAt(head, 'title'),
    byline: textAt(nitf, 'body', 'body.head', 'byline'),
    note: at(data, 'ed-msg')?.get('info') ?? null,
    parts: nitfParts(nitf),
    url: at(head, 'pubdata')?.get('ex-ref') ?? null,
    provider:
      textAt(nitf, 'body', 'body.head', 'distributor') ??
      at(head, 'pubdata')?.get('name') ??
      at(data, 'doc-id')?.get('regsrc') ??
      null,
    language: nitf.get('lang') ?? at(nitf, 'body')?.get('lang') ?? null,
    published: issued ?? norm(at(head, 'pubdata')),
  }
}

/** Second headline, abstract and paragraphs; captions in their place. */
export function nitfParts(nitf: PageElement): NewsPart[] {
  const head = at(nitf, 'body', 'body.head')
  const abstract = at(head, 'abstract')
  const content = at(nitf, 'body', 'body.content')
  const dateline = textAt(head, 'dateline')
  return [
    ...(abstract === null ? [] : partsOf(abstract).map(({ text }): NewsPart => ({ kind: 'lead', text }))),
    ...(dateline === null ? [] : [{ kind: 'stamp' as const, text: dateline }]),
    ...(content === null ? [] : partsOf(content)),
  ]
}

function norm(element: PageElement | null): string | null {
  return element?.get('norm') ?? element?.get('date.publication') ?? null
}

function asOf(status: string | null): NewsRecord['replaces'][number]['as'] {
  return status !== null && /^(?:cancel|withh|kill)/iu.test(status) ? 'withdrawal' : 'version'
}
