import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { makeReport, readingOf, seeded, shuffled, type Told } from '../../../test/support/reports.ts'
import { buildChronicle } from '../../chronicle/build.ts'
import { actionOf } from '../../chronicle/decide.ts'
import { forgettingOf } from '../../chronicle/forget.ts'
import type { Decision, DecisionAction, Reading, View } from '../../chronicle/types.ts'
import { dateCells } from './precision.ts'
import { type Cell, type Table, tableOf } from './table.ts'
import { type ExportFormat, exportTables } from './tables.ts'
import { writeTable } from './write.ts'

const strike: Told = {
  sentence: '=HYPERLINK("https://x.example"), sagte er; Flugzeuge der USA griffen Mossul an.',
  trigger: 'griffen',
  type: 'ASSAULT',
  mode: 'aerial',
  actors: ['USA'],
  recipients: ['IRQ/REB:Miliz'],
  place: '@Mossul:IRQ',
  date: '2014-01',
  figures: [{ words: 'Mossul', value: 12 }],
}
const again: Told = { ...strike, sentence: 'Flugzeuge der USA griffen wieder Mossul an, hieß es.' }
const visit: Told = {
  sentence: 'Der Minister aus Paris traf in Amman den König.',
  trigger: 'traf',
  type: 'CONSULT',
  actors: ['FRA'],
  recipients: ['JOR'],
  date: '2014-01-09',
}
const read = (id: string, told: readonly Told[]) =>
  readingOf(makeReport({ id, told, published: '2014-02-01' }), '2026-01-01T00:00:00.000Z')
const viewOf = (readings: readonly Reading[], decisions: readonly Decision[] = []): View => ({
  readings,
  decisions,
  chronicle: buildChronicle(readings, decisions, []),
})
let entry = 0
const decided = (action: DecisionAction): Decision => {
  entry++
  return {
    id: `d${entry}`,
    recordedAt: `2026-01-02T00:00:0${entry}.000Z`,
    by: 'ada',
    why: 'falsch gelesen',
    action,
  }
}
const OPTIONS = { categories: [], asOf: '2026-02-01T00:00:00.000Z', withQuotes: true }
const tables = (view: View, format: ExportFormat = 'csv', more = {}) =>
  new Map(exportTables(view, format, { ...OPTIONS, ...more }).map((table) => [table.name, table]))
const rowsOf = ({ columns, rows }: Table) =>
  [...rows].map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index] ?? null])))
const textOf = (table: Table, format: ExportFormat = 'csv') => [...writeTable(table, format)].join('')

/** RFC 4180 as the standard has it, to read back what was written. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!
    if (quoted) {
      if (char !== '"') cell += char
      else if (text[at + 1] === '"') cell += text[++at]!
      else quoted = false
    } else if (char === '"') quoted = true
    else if (char === ',') {
      rows.at(-1)!.push(cell)
      cell = ''
    } else if (char === '\r' && text[at + 1] === '\n') {
      at++
      rows.at(-1)!.push(cell)
      cell = ''
      rows.push([])
    } else cell += char
  }
  rows.pop()
  return rows
}

describe('exportTables', () => {
  const readings = [read('a', [strike]), read('b', [again]), read('c', [visit])]

  it('has a row an event and a row a mention, tied by ids, with precision and reader', () => {
    const all = tables(viewOf(readings))
    const events = rowsOf(all.get('events')!)
    const mentions = rowsOf(all.get('mentions')!)
    expect(events).toMatchObject([
      {
        type: 'ASSAULT',
        date: '2014-01',
        date_first: '2014-01-01',
        date_last: '2014-01-31',
        date_precision: 'month',
        place: 'Mossul',
        place_precision: 'exact',
        actor_countries: 'USA',
        recipient_sectors: 'REB',
        mentions: 2,
      },
      { type: 'CONSULT', date_precision: 'day', place: null, place_precision: null },
    ])
    expect(mentions.map(({ report }) => report).sort()).toEqual(['a', 'b', 'c'])
    const ids = new Set(events.map(({ event_id }) => event_id))
    for (const mention of mentions) {
      expect(ids.has(mention.event_id!)).toBe(true)
      expect(mention).toMatchObject({ reader_program: '0', reader_model: 'm', reader_codebook: 'c' })
    }
    expect(rowsOf(all.get('figures')!)).toMatchObject([{ value: 12, unit: 'killed' }, { value: 12 }])
  })

  it('names every id that is gone: superseded, rejected, forgotten', () => {
    const view = viewOf(readings)
    const [event, other] = view.chronicle.events
    expect(rowsOf(tables(view).get('tombstones')!)).toEqual([
      {
        id: event!.aliases[0],
        became: 'superseded',
        event_id: event!.id,
        recorded_at: null,
        by: null,
        why: null,
      },
    ])
    const forget = decided(forgettingOf(view.chronicle, readings[2]!.text))
    const left = readings.slice(0, 2)
    const reject = decided(actionOf(viewOf(left).chronicle, { kind: 'reject', event: event!.id }))
    const after = tables(viewOf(left, [forget, reject]))
    const gone = rowsOf(after.get('tombstones')!)
    expect(gone.map(({ id, became }) => [id, became]).sort()).toEqual(
      [
        [event!.id, 'rejected'],
        [event!.aliases[0], 'rejected'],
        [other!.id, 'forgotten'],
      ].sort(),
    )
    expect(gone[0]).toMatchObject({ by: 'ada', why: 'falsch gelesen' })
    expect([...after.get('events')!.rows, ...after.get('mentions')!.rows]).toEqual([])
  })

  it('gives the same bytes for the same view, in any order of reports', () => {
    const write = (view: View) => [...tables(view).values()].map((table) => textOf(table))
    const decisions = [
      decided({ kind: 'accept', mentions: [{ text: readings[0]!.text, from: 0, to: 70, type: 'ASSAULT' }] }),
    ]
    const expected = write(viewOf(readings, decisions))
    for (const seed of [1, 2, 3])
      expect(write(viewOf(shuffled(readings, seeded(seed)), decisions))).toEqual(expected)
  })

  it('without quotes no word of a report travels', () => {
    for (const format of ['csv', 'jsonl', 'plover'] as const) {
      const text = [...tables(viewOf(readings), format, { withQuotes: false }).values()]
        .map((table) => textOf(table, format))
        .join('')
      expect(text).toContain('Mossul')
      for (const word of ['HYPERLINK', 'griffen', 'König']) expect(text).not.toContain(word)
    }
  })

  it('as PLOVER table has a row an event, separated by tabs', () => {
    const all = tables(viewOf(readings), 'plover')
    expect([...all.keys()]).toEqual(['plover', 'tombstones'])
    const [header, first] = textOf(all.get('plover')!, 'plover')
      .split('\r\n')
      .map((line) => line.split('\t'))
    const row = Object.fromEntries(header!.map((name, index) => [name, first![index]]))
    expect(row).toMatchObject({
      'Event Type': 'ASSAULT',
      'Event Date': '2014-01-01',
      'Date Precision': 'month',
      'Actor Country': 'USA',
      Version: '0/m/c',
    })
  })
})

describe('writeTable', () => {
  const one = (cell: Cell) => tableOf('t', [{ name: 'x', cell: (value: Cell) => value }], [cell])

  it.each(['a,b', 'a"b', 'a\r\nb', 'a\nb', ' a ', '„Zitat“ 😀', ''])('reads back %j', (text) => {
    expect(parseCsv(textOf(one(text)))).toEqual([['x'], [text]])
  })

  it.each([
    '=1+1',
    '+49 30',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '  =1',
    '＝1',
    '=cmd|" /C calc"!A0',
  ])('makes %j harmless in a spreadsheet', (text) => {
    expect(parseCsv(textOf(one(text)))[1]).toEqual([`'${text}`])
    expect(JSON.parse(textOf(one(text), 'jsonl'))).toEqual({ x: text })
  })

  it('leaves numbers numbers', () => {
    expect([-33.9, 0, 1e21, true, false, null].map((cell) => parseCsv(textOf(one(cell)))[1])).toEqual([
      ['-33.9'],
      ['0'],
      ['1e+21'],
      ['true'],
      ['false'],
      [''],
    ])
  })

  it('writes more than a chunk under one header', () => {
    const rows = Array.from({ length: 1201 }, (_, n) => n)
    const table = tableOf('t', [{ name: 'n', cell: (n: number) => n }], rows)
    expect(parseCsv(textOf(table))).toHaveLength(1202)
    expect(textOf({ ...table, rows: [] })).toBe('n\r\n')
  })
})

describe('dateCells', () => {
  it.each([
    ['2014', '2014-01-01', '2014-12-31', 'year'],
    ['2014-02', '2014-02-01', '2014-02-28', 'month'],
    ['2014-02-03', '2014-02-03', '2014-02-03', 'day'],
    ['2014-02-03T10:00Z', '2014-02-03', '2014-02-03', 'time'],
    ['2014-02-03/2014-02-05', '2014-02-03', '2014-02-05', 'interval'],
    ['2014-02-03/..', '2014-02-03', null, 'open'],
    ['gestern', null, null, null],
    [null, null, null, null],
  ])('%j', (edtf, first, last, precision) => {
    expect(dateCells(edtf)).toEqual({ first, last, precision })
  })
})

describe('docs/export.md', () => {
  it('documents every column of every table, and no other', () => {
    const doc = readFileSync(fileURLToPath(new URL('../../../docs/export.md', import.meta.url)), 'utf8')
    const view = viewOf([])
    const all = [...exportTables(view, 'csv', OPTIONS), exportTables(view, 'plover', OPTIONS)[0]!]
    for (const { name, columns } of all) {
      const start = doc.indexOf(`### \`${name}\``)
      expect(start, name).toBeGreaterThan(0)
      const end = doc.indexOf('\n#', start + 5)
      const section = doc.slice(start, end < 0 ? undefined : end)
      const documented = [...section.matchAll(/^\| ((?:`[^`]+`(?:, )?)+)/gmu)].flatMap(([, cells]) =>
        [...cells!.matchAll(/`([^`]+)`/gu)].map(([, column]) => column),
      )
      expect(documented, name).toEqual(columns)
    }
  })
})
