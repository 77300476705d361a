import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { TEST_OUTLETS } from '../../../test/support/outlets.ts'
import { classify } from './classify.ts'
import { outletIndex } from './outlets.ts'

const outlets = outletIndex(TEST_OUTLETS)
const see = (text: string) =>
  classify(text, null, outlets).map(
    (block) => `${block.kind} ${block.rule}: ${text.slice(block.from, block.to)}`,
  )
const STORY = 'Die Brücke über den Fluss bleibt nach dem Unwetter gesperrt, wie die Stadt am Abend mitteilte.'
const MORE =
  'Fachleute prüfen nun jeden Pfeiler, und das dauert nach Auskunft der Verwaltung mindestens zwei Wochen.'

describe('classify', () => {
  it('tells title, lead and body', () => {
    expect(see(`Brücke bleibt zu\n\n${STORY}\n\n${MORE}`)).toEqual([
      'title headline: Brücke bleibt zu',
      `lead lead: ${STORY}`,
      `body running-text: ${MORE}`,
    ])
  })
  it('takes a text without headline as body', () => {
    expect(see(`${STORY}\n\n${MORE}`)).toEqual([`body running-text: ${STORY}`, `body running-text: ${MORE}`])
  })
  it('joins hard-wrapped lines into one paragraph', () => {
    expect(
      see('Die Brücke über den Fluss bleibt nach dem\nUnwetter gesperrt, wie die Stadt am\nAbend mitteilte.'),
    ).toHaveLength(1)
  })
  it('gives the blocks of a live blog the time above them', () => {
    const text = `Unwetter am Fluss: Der Tag im Überblick\n\n2. Juni 2013, 18:10 Uhr MESZ\n\nBrücke bleibt zu\n\n${STORY}\n\n17:40 Uhr\n\nSchule fällt aus\n\n${MORE}`
    const blocks = classify(text, null, outlets)
    expect(blocks.map((block) => [block.rule, block.published])).toEqual([
      ['headline', null],
      ['stamp-line', '2013-06-02T18:10+02:00'],
      ['entry-headline', '2013-06-02T18:10+02:00'],
      ['lead', '2013-06-02T18:10+02:00'],
      ['stamp-line', '2013-06-02T17:40'],
      ['entry-headline', '2013-06-02T17:40'],
      ['running-text', '2013-06-02T17:40'],
    ])
  })
  it('ends a list of links where running text goes on', () => {
    expect(
      see(`${STORY}\n\nMehr zum Thema\n\nWie alt ist die Brücke?\nFähre fährt wieder\n\n${MORE}`),
    ).toEqual([
      `body running-text: ${STORY}`,
      'furniture link-list: Mehr zum Thema',
      'furniture link-list: Wie alt ist die Brücke?',
      'furniture link-list: Fähre fährt wieder',
      `body running-text: ${MORE}`,
    ])
  })
  it('knows a byline with its date', () => {
    expect(
      see(`Brücke bleibt zu\n\nVon Erika Muster, 4. März 2012, 14:05 Uhr\n\n${STORY}\n\n${MORE}`)[1],
    ).toMatch(/^byline byline/)
  })
  it('drops what readers wrote below the article', () => {
    const below = 'Ich fahre da jeden Tag drüber und habe es schon lange kommen sehen.'
    const text = [
      STORY,
      MORE,
      STORY.replace('Fluss', 'Kanal'),
      MORE.replace('Pfeiler', 'Bogen'),
      'Kommentare (2)',
      'Peter47',
      below,
    ].join('\n\n')
    expect(
      see(text)
        .slice(4)
        .every((line) => line.startsWith('furniture comment-section')),
    ).toBe(true)
  })
  it('drops who the sender of a press release is', () => {
    const text = `Pressemitteilung von: Brückenverein\n\n${STORY}\n\n${MORE}\n\n${STORY.replace('Fluss', 'Kanal')}\n\nÜber den Brückenverein e. V.:\nDer Verein wurde im Jahr 1950 von Fährleuten gegründet.`
    expect(see(text).filter((line) => line.startsWith('furniture sender-section'))).toHaveLength(2)
  })
  it('keeps the first copy of a repeated sentence and no copy of a repeated label', () => {
    const text = `Brücke bleibt zu\n\n${STORY}\n\nBilder vom großen Sturm\n\n${MORE}\n\n${STORY}\n\nBilder vom großen Sturm`
    expect(see(text).filter((line) => line.includes('repeated-line'))).toHaveLength(3)
    expect(see(text)).toContain(`lead lead: ${STORY}`)
  })
  it('parts a labelled date from the headline', () => {
    expect(see(`Stand: 2. Juni 2013 Brücke bleibt zu\n\n${STORY}`)[0]).toBe(
      'stamp labelled-date: Stand: 2. Juni 2013',
    )
  })
  it('keeps what the format marked and refines running text', () => {
    const text = `Menü Sport Wetter\n${STORY}\nTeilen Facebook Twitter`
    const at = (from: number, length: number, kind: 'body' | 'furniture') => ({
      from,
      to: from + length,
      kind,
      published: null,
    })
    const given = [at(0, 17, 'furniture'), at(18, STORY.length, 'body'), at(19 + STORY.length, 23, 'body')]
    expect(classify(text, given, outlets).map((block) => block.rule)).toEqual([
      'given-by-format',
      'running-text',
      'share-bar',
    ])
  })
  it('gives blocks that are sorted, apart, inside the text and cover all of its words', () => {
    const line = fc.oneof(
      fc.constantFrom(
        STORY,
        MORE,
        'Kommentare',
        'Mehr zum Thema:',
        '14:32 Uhr',
        '(dpa)',
        '4. März 2012',
        'Zur Startseite',
        '(mehr hier)',
        ' \t',
        'Quelle: dpa',
        '14:05 – Der Rat tagt (mehr hier).',
      ),
      fc.string({ unit: 'grapheme', maxLength: 60 }),
    )
    const text = fc
      .array(fc.tuple(line, fc.constantFrom('\n', '\n\n', '\r\n', '\u2028', ' ')), { maxLength: 30 })
      .map((parts) => parts.flat().join(''))
    fc.assert(
      fc.property(text, (sample) => {
        let end = 0
        for (const block of classify(sample, null, outlets)) {
          if (block.from < end || block.to <= block.from || block.to > sample.length) return false
          if (sample.slice(end, block.from).trim() !== '') return false
          end = block.to
        }
        return sample.slice(end).trim() === ''
      }),
      { numRuns: 300 },
    )
  })
})
