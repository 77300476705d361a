import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readOffsets } from './gold-offsets.ts'

const TEXT = 'Ghana hat Togo gewarnt.'
const line = (more: object) =>
  JSON.stringify({
    doc: 'x',
    published: '2011-02-03',
    chars: TEXT.length,
    events: [
      {
        type: 'THREATEN',
        mode: null,
        evidence: [0, 22],
        trigger: [15, 22],
        actors: [{ mention: [0, 5], name: 'Ghana', country: 'GHA', sector: 'GOV' }],
        recipients: [{ mention: [10, 14], name: 'Togo', country: 'TGO', sector: 'GOV' }],
        place: null,
        date: '2011-02-03',
        date_marked: false,
        aux: null,
        attribution: null,
        figures: [],
        also: [],
      },
    ],
    figures: [],
    positions: [],
    ...more,
  })

test('words are taken from the text', () => {
  const [document] = readOffsets(`${line({})}\n`, () => TEXT)
  const [event] = document!.gold.events
  expect(document!.published).toBe('2011-02-03')
  expect(event!.words).toBe('Ghana hat Togo gewarnt')
  expect(event!.recipients[0]).toMatchObject({ mention: 'Togo', country: 'TGO' })
  expect(event!.date).toBeNull()
})

test('another text is refused', () => {
  expect(() => readOffsets(line({}), () => `${TEXT} Neu.`)).toThrow('28 characters')
})

describe('our own annotations', () => {
  const files = ['wikinews', 'unread', 'standard'].map((name) => `test/gold/events/${name}.jsonl`)
  test('name every document once, and each event within its text', () => {
    const ids = files.flatMap((file) =>
      readFileSync(file, 'utf8')
        .trim()
        .split('\n')
        .map((json) => {
          const { doc, chars, events } = JSON.parse(json) as {
            doc: string
            chars: number
            events: { evidence: [number, number]; trigger: [number, number] }[]
          }
          for (const { evidence, trigger } of events)
            expect([evidence[1] <= chars, evidence[0] <= trigger[0], trigger[1] <= evidence[1]]).toEqual([
              true,
              true,
              true,
            ])
          return doc
        }),
    )
    expect(new Set(ids).size).toBe(326)
  })

  const quotes = '../shared/gold/quotes'
  test.skipIf(!existsSync(quotes)).each([
    [files[0]!, 'train', 262],
    [files[1]!, 'dev', 28],
  ])('stand in their texts: %s (skipped without ../shared)', (file, part, count) => {
    const documents = readOffsets(readFileSync(file, 'utf8'), (id) => {
      const { text } = JSON.parse(readFileSync(`${quotes}/${part}/${id}.json`, 'utf8')) as { text: string }
      return text
    })
    expect(documents).toHaveLength(count)
  })
})
