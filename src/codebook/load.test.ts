import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { parseEdtf } from '../base/calendar.ts'
import { EVENT_TYPES } from '../document/report.ts'
import { loadCodebook, TABLES, type TableName } from './load.ts'
import type { Codebook } from './types.ts'

type Tables = Record<TableName, string>

const shipped = (): Tables =>
  Object.fromEntries(
    TABLES.map((name) => [name, readFileSync(new URL(`./data/${name}`, import.meta.url), 'utf8')]),
  ) as Tables

const HEADS: Tables = {
  'states.tsv':
    'iso3\tname\taliases\tadjective\tdemonyms\tcapital\tsource\nUSA\tUSA\t\tamerikanisch\tAmerikaner\tWashington\ttest',
  'peoples.tsv': 'id\tadjectives\tdemonyms\tcountry\tsource',
  'role-nouns.tsv': 'noun\trole\tsector\tkind\tsource',
  'persons.tsv': 'id\tname\taliases\tcountry\tsector\tsource\nusa-doe-jane\tJane Doe\t\tUSA\tGOV\ttest',
  'roles.tsv': 'person\trole\tof\tfrom\tto\tsource',
  'organisations.tsv': 'id\tname\taliases\tkind\tcountry\tsector\tfrom\tto\tsource',
  'places.tsv': 'id\tname\taliases\ttype\tcountry\tlat\tlon\tregion\tsource',
  'outlets.tsv': 'id\tname\taliases\tdomains\tkind\tcountry\tsource',
  'public-events.tsv': 'id\tedtf\tkind\tname\tcues\tplaces\tactors\tsource',
  'topics.tsv': 'id\tedtf\tkind\tname\tcues\tsource',
  'categories.json': '[]',
  'contexts.json': '[]',
}
const withRow = (table: TableName, ...rows: string[]): Tables => ({
  ...HEADS,
  [table]: [HEADS[table], ...rows].join('\n'),
})

describe('a wrong row is refused with file and line', () => {
  test.each<[string, TableName, string[], string]>([
    [
      'a person unknown',
      'roles.tsv',
      ['x\tforeign-minister\tUSA\t2001\t..\ttest'],
      'roles.tsv:2: no person "x"',
    ],
    [
      'a state unknown',
      'roles.tsv',
      ['usa-doe-jane\tking\tXYZ\t2001\t..\ttest'],
      'roles.tsv:2: no state or organisation "XYZ"',
    ],
    [
      'no date',
      'roles.tsv',
      ['# note', 'usa-doe-jane\tking\tUSA\tearly\t..\ttest'],
      'roles.tsv:3: "early" is no EDTF date',
    ],
    ['no source', 'roles.tsv', ['usa-doe-jane\tking\tUSA\t2001\t..\t'], 'roles.tsv:2: "source" is empty'],
    [
      'an id twice',
      'persons.tsv',
      ['usa-doe-jane\tJane\t\tUSA\tGOV\ttest'],
      'persons.tsv:3: the id "usa-doe-jane" stands twice',
    ],
    [
      'a sector unknown',
      'persons.tsv',
      ['b\tB\t\tUSA\tKING\ttest'],
      'persons.tsv:3: "sector" is "KING", not one of',
    ],
    [
      'a place off the globe',
      'places.tsv',
      ['a\tA\t\tcity\tUSA\t97\t0\t\ttest'],
      'places.tsv:2: "lat" is no coordinate',
    ],
    ['a cell too few', 'outlets.tsv', ['a\tA\t\t\toutlet\ttest'], 'outlets.tsv:2: 6 cells, the header has 7'],
    ['a kind unknown', 'outlets.tsv', ['a\tA\t\t\tblog\t\ttest'], 'outlets.tsv:2: "kind" is "blog"'],
    [
      'no day',
      'public-events.tsv',
      ['a\t2001-02-30\twar\tA\ta\t\t\ttest'],
      'public-events.tsv:2: "2001-02-30" is no EDTF date',
    ],
    [
      'a topic of an unknown kind',
      'topics.tsv',
      ['a\t2001/2002\tfashion\tA\ta\ttest'],
      'topics.tsv:2: "kind" is "fashion"',
    ],
  ])('%s', (_, table, rows, message) => expect(() => loadCodebook(withRow(table, ...rows))).toThrow(message))

  test('the small tables of these tests are right but for the row', () => {
    expect(loadCodebook(HEADS).persons.map(({ id }) => id)).toEqual(['usa-doe-jane'])
  })
})

test('a change of any table is another version', () => {
  const versions = TABLES.map((name) => loadCodebook({ ...HEADS, [name]: `${HEADS[name]}\n` }).version)
  expect(new Set([...versions, loadCodebook(HEADS).version]).size).toBe(TABLES.length + 1)
})

describe('the shipped tables', () => {
  let codebook: Codebook
  beforeAll(() => {
    codebook = loadCodebook(shipped())
  })

  /** Names of those who held an office on a day. */
  function inOffice(role: string, of: string, on: string): string[] {
    const day = parseEdtf(on)!.first
    return codebook.tenures
      .filter((tenure) => tenure.role === role && tenure.of === of)
      .filter(
        ({ from, to }) =>
          (from === '..' || parseEdtf(from)!.first <= day) && (to === '..' || parseEdtf(to)!.last >= day),
      )
      .map(({ person }) => codebook.persons.find(({ id }) => id === person)!.name)
  }

  // Facts that anybody can look up; they were not taken from the tables.
  test.each([
    ['foreign-minister', 'USA', '2023-11-05', 'Antony Blinken'],
    ['foreign-minister', 'USA', '2014-01-05', 'John Kerry'],
    ['foreign-minister', 'USA', '2006-05-31', 'Condoleezza Rice'],
    ['head-of-state', 'USA', '2014-06-17', 'Barack Obama'],
    ['head-of-government', 'IRQ', '2014-06-12', 'Nuri al-Maliki'],
    ['head-of-government', 'IRQ', '2023-11-05', 'Mohammed Schia al-Sudani'],
    ['head-of-government', 'DEU', '2014-01-05', 'Angela Merkel'],
    ['head-of-government', 'DEU', '2003-03-20', 'Gerhard Schröder'],
    ['foreign-minister', 'DEU', '2010-06-01', 'Guido Westerwelle'],
    ['head-of-government', 'ISR', '2024-04-08', 'Benjamin Netanjahu'],
  ])('%s of %s on %s was %s', (role, of, on, name) => expect(inOffice(role, of, on)).toEqual([name]))

  test('at least 300 public events since 2000, each with a cue', () => {
    const since2000 = codebook.publicEvents.filter(
      ({ edtf }) => parseEdtf(edtf)!.first >= parseEdtf('2000')!.first,
    )
    expect(since2000.length).toBeGreaterThanOrEqual(300)
    expect(
      codebook.publicEvents.filter(({ cues }) => cues.flat().filter((stem) => stem !== '').length === 0),
    ).toEqual([])
  })

  test.each([
    ['2001-09-11', /11\. September|World Trade Center/u],
    ['2003-03-20', /Irak/u],
    ['2023-10-07', /Hamas|Israel/u],
  ])('one of them covers %s', (day, name) => {
    const at = parseEdtf(day)!.first
    const there = codebook.publicEvents.filter(
      ({ edtf }) => parseEdtf(edtf)!.first <= at && parseEdtf(edtf)!.last >= at,
    )
    expect(there.map((event) => event.name).join('\n')).toMatch(name)
  })

  test('a tenure ends no earlier than it begins', () => {
    const backwards = codebook.tenures.filter(
      ({ from, to }) => from !== '..' && to !== '..' && parseEdtf(from)!.first > parseEdtf(to)!.last,
    )
    expect(backwards).toEqual([])
  })

  test('every state has its capital, adjective and people, and stands once', () => {
    // The press says `kongolesisch` of the other Congo, and there are no `Vatikaner`; capitals of states that are gone are others' now.
    const without = ['COG', 'VAT', 'CSK', 'SUN', 'YUG']
    expect(new Set(codebook.states.map(({ iso3 }) => iso3)).size).toBe(codebook.states.length)
    const thin = codebook.states.filter(
      (state) => state.capital === '' || state.adjectives.length === 0 || state.demonyms.length === 0,
    )
    expect(thin.map(({ iso3 }) => iso3).filter((iso3) => !without.includes(iso3))).toEqual([])
  })

  test('countries are those of the states table, or one of the few others', () => {
    // ISO 3166-1 codes of territories that are no states, and two of ISO 3166-3 for states that are gone.
    const others = ['ESH', 'FLK', 'GRL', 'HKG', 'MAC', 'SUN', 'YUG', 'IGO', 'NGO']
    const known = new Set([...codebook.states.map(({ iso3 }) => iso3), ...others])
    const outside = [
      ...codebook.persons,
      ...codebook.organisations,
      ...codebook.places,
      ...codebook.outlets,
    ].filter(({ country }) => country !== null && !known.has(country))
    expect(outside.map(({ id, country }) => `${id}: ${country}`)).toEqual([])
  })

  test('the categories are the sixteen of the report', () => {
    expect(codebook.categories.map(({ type }) => type).sort()).toEqual([...EVENT_TYPES].sort())
  })

  test('a role held is one that some noun names', () => {
    const named = new Set(codebook.roleNouns.map(({ role }) => role))
    const unnamed = new Set(codebook.tenures.map(({ role }) => role).filter((role) => !named.has(role)))
    expect([...unnamed]).toEqual([])
  })
})
