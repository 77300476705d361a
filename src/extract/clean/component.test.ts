import { describe, expect, it } from 'vitest'
import { TEST_OUTLETS } from '../../../test/support/outlets.ts'
import { Document, type RawDocument } from '../../document/document.ts'
import { cleanComponent } from './component.ts'

const STORY = 'Die Brücke über den Fluss bleibt nach dem Unwetter gesperrt, wie die Stadt am Abend mitteilte.'

function cleaned(
  text: string,
  raw: Partial<RawDocument> = {},
  url: string | null = null,
  detected: string | null = null,
) {
  const source = { outlet: null, agency: [], url, path: null, sha256: '', fetched: null }
  const doc = new Document({
    id: 'x',
    text,
    source,
    published: null,
    titleText: null,
    language: null,
    blocks: null,
    diagnostics: [],
    ...raw,
  })
  cleanComponent(TEST_OUTLETS, () => detected).run(doc)
  return doc
}

describe('cleanComponent', () => {
  it('reads title, lead, body and captions, and nothing else', () => {
    const doc = cleaned(
      `Brücke bleibt zu\n\nVon Erika Muster\n\n${STORY}\n\nDer Fluss am Morgen. Foto: dpa\n\nZur Startseite`,
    )
    expect(doc.layer('body').map(({ from, to }) => doc.text.slice(from, to))).toEqual([
      'Brücke bleibt zu',
      STORY,
      'Der Fluss am Morgen.',
    ])
    expect(doc.layer('title')).toEqual({ from: 0, to: 16 })
  })
  it.each([
    ['the url', STORY, 'https://www.morgenbote.example/a', 'Morgenbote'],
    ['the host of an unknown url', STORY, 'https://www.blatt.example/a', 'blatt.example'],
    ['a byline', `Brücke bleibt zu\n\nVon Erika Muster von Morgenbote\n\n${STORY}`, null, 'Morgenbote'],
    ['the rights line', `${STORY}\n\n© Talpost GmbH – Alle Rechte vorbehalten`, null, 'Talpost'],
    ['nothing', STORY, null, null],
  ])('takes the outlet from %s', (_from, text, url, outlet) =>
    expect(cleaned(text, {}, url).layer('outlet')).toBe(outlet),
  )
  it.each([
    [`Küstenstadt (dpa/AFP) - ${STORY}`, ['dpa', 'AFP']],
    [`${STORY} (rtr)`, ['Reuters']],
    [`${STORY}\n\nDer Fluss am Morgen. Quelle: dpa`, ['dpa']],
    [`${STORY}\n\nDer Fluss am Morgen. Foto: dpa`, []],
    [`(StreuWire) – ${STORY}`, []],
    [`${STORY} Der Sender AFP sei nicht gemeint.`, []],
  ])('names the agencies of %s', (text, agencies) => expect(cleaned(text).layer('agency')).toEqual(agencies))
  it('takes the language as given, then as detected, then German', () => {
    expect(cleaned(STORY, { language: 'de-AT' }, null, 'en').layer('language')).toBe('de')
    expect(cleaned(STORY, {}, null, 'en').layer('language')).toBe('en')
    expect(cleaned(STORY).layer('language')).toBe('de')
  })
  it('falls back to the whole text', () => {
    const doc = new Document({ ...cleaned(STORY).raw })
    cleanComponent(TEST_OUTLETS, () => null).fallback(doc)
    expect(doc.layer('body')).toEqual([{ from: 0, to: STORY.length }])
  })
})
