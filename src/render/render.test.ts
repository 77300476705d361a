import { describe, expect, it } from 'vitest'
import { makeReport, readingOf, type Told } from '../../test/support/reports.ts'
import { buildChronicle } from '../chronicle/build.ts'
import type { ChronicleEvent } from '../chronicle/types.ts'
import { renderCoverage } from './coverage.ts'
import { eventLine } from './event-line.ts'
import { renderExplain } from './explain.ts'
import { renderChronicleMarkdown } from './markdown.ts'
import { dateInWords } from './messages/dates.ts'
import { messagesFor } from './messages/index.ts'

const strike: Told = {
  ...{
    sentence: 'Laut Centcom griffen <b>Flugzeuge</b> der USA eine [Stellung](http://x) an; 12 starben.',
    trigger: 'griffen',
  },
  ...{
    type: 'ASSAULT',
    mode: 'aerial',
    actors: ['USA'],
    recipients: ['IRQ'],
    date: '2014-01-06',
    by: 'Centcom',
  },
  figures: [{ words: '12', value: 12 }],
}
const second: Told = {
  ...strike,
  ...{ sentence: 'Beim Angriff der USA starben nach anderen Angaben 30 Menschen.', trigger: 'Angriff' },
  figures: [{ words: '30', value: 30 }],
}
const chronicle = buildChronicle(
  [
    readingOf(makeReport({ id: 'a', outlet: 'A-Blatt', published: '2014-01-07', told: [strike] })),
    readingOf(makeReport({ id: 'b', outlet: 'B-Blatt', published: '2014-01-08', told: [second] })),
  ],
  [],
  [{ id: 'c.html', code: 'empty', message: 'no text', recordedAt: '2026-01-01T00:00:00.000Z' }],
)
const event = chronicle.events[0]!
const plain: ChronicleEvent = { ...event, figures: [], mentions: event.mentions.slice(0, 1) }

describe('eventLine', () => {
  it('keeps a claim a claim', () => {
    expect(eventLine(plain, messagesFor('de'))).toBe('USA → IRQ: Luftangriff (laut Centcom)')
    expect(eventLine(plain, messagesFor('en'))).toBe('USA → IRQ: air attack (according to Centcom)')
    expect(eventLine({ ...plain, actors: [] }, messagesFor('de'))).toBe(
      'Unbekannt → IRQ: Luftangriff (laut Centcom)',
    )
    expect(eventLine({ ...plain, status: 'denied' }, messagesFor('de'))).toBe(
      'USA → IRQ: Luftangriff – bestritten',
    )
  })
})

describe('renderChronicleMarkdown', () => {
  it('shows each event with its sentence, its sources, what is disputed, and the coverage', () => {
    const text = renderChronicleMarkdown(chronicle, chronicle.events, { language: 'de' })
    for (const part of [
      '## 6. Januar 2014',
      '2 unabhängige Quellen',
      'A-Blatt; B-Blatt',
      'Zahlen: ',
      'c.html',
      event.id,
    ]) {
      expect(text).toContain(part)
    }
  })

  it('lets no markup of a report become live', () => {
    const text = renderChronicleMarkdown(chronicle, chronicle.events, { language: 'en' })
    expect(text).not.toMatch(/(^|[^\\])<b>/)
    expect(text).not.toMatch(/[^\\]\]\(http/)
  })

  it('says that empty is not quiet', () => {
    const none = buildChronicle([], [], [])
    expect(renderChronicleMarkdown(none, [], { language: 'de' })).toContain('nicht, dass nichts geschah')
    expect(renderCoverage(none.coverage, 'en')).toBe('- No document. This chronicle says nothing.\n')
    expect(() => renderCoverage(none.coverage, 'xx')).toThrow(/language-unknown/)
  })
})

describe('renderExplain', () => {
  it('names every mention with its sentence and rule, all figures, and what contradicts what', () => {
    const text = renderExplain(event, { language: 'de', contradictions: chronicle.contradictions })
    for (const part of [
      strike.sentence,
      second.sentence,
      'Regel: made-up',
      'Wer es sagt: Centcom',
      '12 getötet',
      '30 getötet',
    ]) {
      expect(text).toContain(part)
    }
    expect(text).toContain('Widersprüche\n  Zahlen')
  })
})

describe('dateInWords', () => {
  it.each([
    ['2014', '2014'],
    ['2014-01', 'Januar 2014'],
    ['2014-01-05', '5. Januar 2014'],
    ['2014-01-05T19:09-05:00', '5. Januar 2014, 19:09'],
    ['2014-01-05/2014-01-11', '5.–11. Januar 2014'],
    ['../2014-01-05', '… – 5. Januar 2014'],
    ['XXXX', 'XXXX'],
  ])('%s: %s', (edtf, words) => {
    expect(dateInWords(edtf, messagesFor('de'))).toBe(words)
  })
})
