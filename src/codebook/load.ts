import { parseEdtf } from '../base/calendar.ts'
import { hashOf } from '../base/ids.ts'
import { cell, fault, list, oneOf, optional, parseTsv, type Row, required } from '../base/tsv.ts'
import { SECTORS } from '../document/report.ts'
import type {
  Codebook,
  Cues,
  EventCategory,
  Organisation,
  Outlet,
  People,
  Person,
  Place,
  PublicEvent,
  RoleNoun,
  State,
  Tenure,
  Topic,
} from './types.ts'

/** File names of the tables; `loadCodebook` wants the text of each. */
export const TABLES = [
  'states.tsv',
  'peoples.tsv',
  'role-nouns.tsv',
  'persons.tsv',
  'roles.tsv',
  'organisations.tsv',
  'places.tsv',
  'outlets.tsv',
  'public-events.tsv',
  'topics.tsv',
  'categories.json',
  'contexts.json',
] as const
export type TableName = (typeof TABLES)[number]

/**
 * Builds the codebook from the texts of its tables.
 * @throws LagebildError `codebook-table`, naming file and line of the first row that is wrong.
 */
export function loadCodebook(tables: Readonly<Record<TableName, string>>): Codebook {
  const read = <T>(name: TableName, columns: readonly string[], make: (row: Row) => T): T[] =>
    parseTsv(name, tables[name], [...columns, 'source']).map(make)

  const persons = unique(read('persons.tsv', ['id', 'name', 'aliases', 'country', 'sector'], person))
  const organisations = unique(
    read('organisations.tsv', ['id', 'name', 'aliases', 'kind', 'country', 'sector'], organisation),
  )
  const states = read('states.tsv', ['iso3', 'name', 'aliases', 'adjective', 'demonyms', 'capital'], state)
  const known = new Set([...states.map((s) => s.iso3), ...organisations.map((o) => o.value.id)])
  const holders = new Set(persons.map((p) => p.value.id))
  return {
    version: hashOf(...TABLES.map((name) => tables[name])).slice(0, 12),
    states,
    peoples: unique(read('peoples.tsv', ['id', 'adjectives', 'demonyms', 'country'], people)).map(
      (p) => p.value,
    ),
    roleNouns: read('role-nouns.tsv', ['noun', 'role', 'sector', 'kind'], roleNoun),
    persons: persons.map((p) => p.value),
    tenures: read('roles.tsv', ['person', 'role', 'of', 'from', 'to'], (row) => tenure(row, holders, known)),
    organisations: organisations.map((o) => o.value),
    places: unique(read('places.tsv', ['id', 'name', 'type', 'country', 'lat', 'lon'], place)).map(
      (p) => p.value,
    ),
    outlets: unique(read('outlets.tsv', ['id', 'name', 'domains', 'kind'], outlet)).map((o) => o.value),
    publicEvents: unique(read('public-events.tsv', ['id', 'edtf', 'kind', 'name', 'cues'], publicEvent)).map(
      (e) => e.value,
    ),
    topics: unique(read('topics.tsv', ['id', 'edtf', 'kind', 'name', 'cues'], topic)).map((t) => t.value),
    categories: JSON.parse(tables['categories.json']) as EventCategory[],
    contexts: JSON.parse(tables['contexts.json']) as string[],
  }
}

interface Located<T> {
  readonly row: Row
  readonly value: T
}

function unique<T extends { readonly id: string }>(rows: Located<T>[]): Located<T>[] {
  const seen = new Set<string>()
  for (const { row, value } of rows) {
    if (seen.has(value.id)) throw fault(row.file, row.line, `the id "${value.id}" stands twice`)
    seen.add(value.id)
  }
  return rows
}

const sector = (row: Row) => (cell(row, 'sector') === '' ? null : oneOf(row, 'sector', SECTORS))

function edtf(row: Row, column: string): string {
  const value = required(row, column)
  if (value !== '..' && !parseEdtf(value)) throw fault(row.file, row.line, `"${value}" is no EDTF date`)
  return value
}

function state(row: Row): State {
  return {
    iso3: required(row, 'iso3'),
    name: required(row, 'name'),
    aliases: list(row, 'aliases'),
    adjectives: list(row, 'adjective'),
    demonyms: list(row, 'demonyms'),
    capital: cell(row, 'capital'),
    capitalAliases: list(row, 'capital_aliases'),
    governmentNames: list(row, 'names_for_government'),
    source: required(row, 'source'),
  }
}

function people(row: Row): Located<People> {
  const value = {
    id: required(row, 'id'),
    adjectives: list(row, 'adjectives'),
    demonyms: list(row, 'demonyms'),
    country: required(row, 'country'),
    source: required(row, 'source'),
  }
  return { row, value }
}

function roleNoun(row: Row): RoleNoun {
  return {
    noun: required(row, 'noun'),
    role: required(row, 'role'),
    sector: sector(row),
    kind: oneOf(row, 'kind', ['office', 'function']),
    source: required(row, 'source'),
  }
}

function person(row: Row): Located<Person> {
  const value = {
    id: required(row, 'id'),
    name: required(row, 'name'),
    aliases: list(row, 'aliases'),
    country: optional(row, 'country'),
    sector: sector(row),
    source: required(row, 'source'),
  }
  return { row, value }
}

function tenure(row: Row, people: ReadonlySet<string>, known: ReadonlySet<string>): Tenure {
  const value = {
    person: required(row, 'person'),
    role: required(row, 'role'),
    of: required(row, 'of'),
    from: edtf(row, 'from'),
    to: edtf(row, 'to'),
    source: required(row, 'source'),
  }
  if (!people.has(value.person)) throw fault(row.file, row.line, `no person "${value.person}"`)
  if (!known.has(value.of)) throw fault(row.file, row.line, `no state or organisation "${value.of}"`)
  return value
}

function organisation(row: Row): Located<Organisation> {
  const countries = list(row, 'country')
  const value = {
    id: required(row, 'id'),
    name: required(row, 'name'),
    aliases: list(row, 'aliases'),
    kind: oneOf(row, 'kind', ['organisation', 'armed-group', 'government']),
    country: countries.length === 1 ? countries[0]! : null,
    bases: countries.length > 1 ? countries : [],
    sector: sector(row),
    from: optional(row, 'from'),
    to: optional(row, 'to'),
    source: required(row, 'source'),
  }
  return { row, value }
}

function place(row: Row): Located<Place> {
  const degrees = (column: string, bound: number): number => {
    const value = Number(required(row, column))
    if (!(Math.abs(value) <= bound)) throw fault(row.file, row.line, `"${column}" is no coordinate`)
    return value
  }
  const value = {
    id: required(row, 'id'),
    name: required(row, 'name'),
    aliases: list(row, 'aliases'),
    type: required(row, 'type'),
    country: optional(row, 'country'),
    latitude: degrees('lat', 90),
    longitude: degrees('lon', 180),
    region: optional(row, 'region'),
    source: required(row, 'source'),
  }
  return { row, value }
}

function outlet(row: Row): Located<Outlet> {
  const value = {
    id: required(row, 'id'),
    name: required(row, 'name'),
    aliases: list(row, 'aliases'),
    domains: list(row, 'domains'),
    kind: oneOf(row, 'kind', ['agency', 'outlet', 'distributor']),
    country: optional(row, 'country'),
    source: required(row, 'source'),
  }
  return { row, value }
}

function publicEvent(row: Row): Located<PublicEvent> {
  const value = {
    id: required(row, 'id'),
    edtf: edtf(row, 'edtf'),
    kind: required(row, 'kind'),
    name: required(row, 'name'),
    cues: cues(row),
    places: list(row, 'places'),
    actors: list(row, 'actors'),
    source: required(row, 'source'),
  }
  return { row, value }
}

function topic(row: Row): Located<Topic> {
  const value = {
    id: required(row, 'id'),
    edtf: edtf(row, 'edtf'),
    kind: oneOf(row, 'kind', ['office', 'person', 'topic']),
    name: required(row, 'name'),
    cues: cues(row),
    source: required(row, 'source'),
  }
  return { row, value }
}

const cues = (row: Row): Cues =>
  list(row, 'cues').map((cue) => cue.split('+').map((stem) => stem.trim().toLowerCase()))
