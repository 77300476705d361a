import { type DayInterval, parseEdtf } from '../base/calendar.ts'
import type { EntityKind, Sector } from '../document/report.ts'
import type { Codebook } from './types.ts'

/** What a name in the text may stand for. */
export interface NamedThing {
  readonly id: string
  readonly kind: EntityKind
  readonly name: string
  readonly country: string | null
  readonly sector: Sector | null
  readonly coordinates: readonly [number, number] | null
  /** States that a group without one country is at home in: the one that a report speaks of is its. */
  readonly bases?: readonly string[]
  /** A capital or seat that also stands for its government: `Washington`. */
  readonly metonym: boolean
}

export interface NameEntry {
  /** The name as words, as split at blanks. */
  readonly words: readonly string[]
  readonly thing: NamedThing
}

/** Names of the codebook by their first word; longer names first. */
export interface NameIndex {
  at(firstWord: string): readonly NameEntry[]
  /** Country of an inflected adjective (`irakischen`), or null. */
  countryOfAdjective(form: string): string | null
  /** Country of an inflected adjective of a people or region within one state (`tibetischen`), or null. */
  countryOfRegion(form: string): string | null
  state(iso3: string): NamedThing | null
  /** Offices that a person of the codebook holds or held. */
  tenuresOf(person: string): readonly HeldOffice[]
}

export interface HeldOffice {
  readonly role: string
  /** Of the state or body that it is an office of. */
  readonly country: string | null
  readonly sector: Sector | null
  /** Many have it at a time, and beside other offices: an envoy, a party's leader. */
  readonly isFunction: boolean
  readonly days: DayInterval
}

/** A plain German word (`Welt`, `Zeit`) is no name of an outlet without a credit around it; several words or capitals inside are. */
const isDistinctive = (name: string) => /\s|-|\.|\p{L}\p{Lu}/u.test(name)

/** `XVI.` */
const ORDINAL = /^[IVXL]+\.$/

/** A name; of `Benedikt XVI.` the genitive as well, and both without the point, since that of a sentence may take its place. */
function regnal(name: string): string[] {
  const at = name.lastIndexOf(' ') + 1
  const ordinal = name.slice(at)
  if (at === 0 || !ORDINAL.test(ordinal)) return [name]
  const genitive = `${name.slice(0, at - 1)}s ${ordinal}`
  return [name, genitive].flatMap((form) => [form, form.slice(0, -1)])
}

const ADJECTIVE_ENDINGS = ['', 'e', 'er', 'es', 'en', 'em']

export function createNameIndex(codebook: Codebook): NameIndex {
  const byFirst = new Map<string, NameEntry[]>()
  const states = new Map<string, NamedThing>()
  const adjectives = new Map<string, string>()
  const taken = new Set<string>()
  const add = (name: string, thing: NamedThing): void => {
    const key = `${name}\u0000${thing.id}`
    if (name === '' || taken.has(key)) return
    taken.add(key)
    const words = name.split(/\s+/)
    const entries = byFirst.get(words[0]!)
    if (entries) entries.push({ words, thing })
    else byFirst.set(words[0]!, [{ words, thing }])
  }
  for (const s of codebook.states) {
    const base = { country: s.iso3, coordinates: null, metonym: false }
    const state: NamedThing = { ...base, id: s.iso3, kind: 'state', name: s.name, sector: 'GOV' }
    states.set(s.iso3, state)
    for (const name of [s.name, ...s.aliases]) add(name, state)
    const government: NamedThing = {
      ...base,
      id: `gov-${s.iso3}`,
      kind: 'government',
      name: `Regierung (${s.name})`,
      sector: 'GOV',
    }
    for (const name of s.governmentNames) add(name, government)
    const people: NamedThing = {
      ...base,
      id: `people-${s.iso3}`,
      kind: 'population',
      name: s.demonyms[0] ?? s.name,
      sector: 'CVL',
    }
    for (const name of s.demonyms) for (const form of [name, `${name}n`]) add(form, people)
    for (const stem of s.adjectives)
      for (const ending of ADJECTIVE_ENDINGS) adjectives.set(stem.toLowerCase() + ending, s.iso3)
  }
  const regions = new Map<string, string>()
  for (const p of codebook.peoples) {
    const people: NamedThing = {
      id: `people-${p.id}`,
      kind: 'population',
      name: p.demonyms[0] ?? p.id,
      country: p.country,
      sector: 'CVL',
      coordinates: null,
      metonym: false,
    }
    for (const name of p.demonyms) for (const form of [name, `${name}n`]) add(form, people)
    for (const stem of p.adjectives)
      for (const ending of ADJECTIVE_ENDINGS) regions.set(stem + ending, p.country)
  }
  for (const o of codebook.organisations) {
    const thing: NamedThing = {
      id: o.id,
      kind: o.kind,
      name: o.name,
      country: o.country,
      sector: o.sector,
      coordinates: null,
      metonym: false,
      ...(o.bases.length > 0 ? { bases: o.bases } : {}),
    }
    for (const name of [o.name, ...o.aliases]) add(name, thing)
  }
  const capitals = new Map<string, string>()
  for (const s of codebook.states)
    for (const name of [s.capital, ...s.capitalAliases]) capitals.set(name, s.iso3)
  const seen = new Set<string>()
  for (const p of codebook.places) {
    const names = [p.name, ...p.aliases]
    const thing: NamedThing = {
      id: p.id,
      kind: 'place',
      name: p.name,
      country: p.country,
      sector: null,
      coordinates: [p.latitude, p.longitude],
      metonym: names.some((name) => capitals.has(name) && capitals.get(name) === p.country),
    }
    for (const name of names) {
      seen.add(name)
      add(name, thing)
    }
  }
  for (const [name, iso3] of capitals) {
    if (!seen.has(name))
      add(name, {
        id: `capital-${iso3}`,
        kind: 'place',
        name,
        country: iso3,
        sector: null,
        coordinates: null,
        metonym: true,
      })
  }
  for (const p of codebook.persons) {
    const thing: NamedThing = {
      id: p.id,
      kind: 'person',
      name: p.name,
      // Who serves an international body acts for it, not for the state of birth.
      country: p.sector === 'IGO' ? 'IGO' : p.country,
      sector: p.sector,
      coordinates: null,
      metonym: false,
    }
    for (const name of [p.name, ...p.aliases]) for (const form of regnal(name)) add(form, thing)
    const surname = p.name.split(/\s+/).at(-1)!
    if (!ORDINAL.test(surname)) add(surname, thing)
  }
  for (const o of codebook.outlets) {
    const thing: NamedThing = {
      id: `outlet-${o.id}`,
      kind: 'organisation',
      name: o.name,
      country: o.country,
      sector: 'MED',
      coordinates: null,
      metonym: false,
    }
    for (const name of [o.name, ...o.aliases]) if (isDistinctive(name)) add(name, thing)
  }
  for (const entries of byFirst.values()) entries.sort((a, b) => b.words.length - a.words.length)
  const none: readonly NameEntry[] = []
  const noTenures: readonly HeldOffice[] = []
  const tenures = new Map<string, HeldOffice[]>()
  const bodies = new Map(codebook.organisations.map((o) => [o.id, o]))
  const offices = new Map(codebook.roleNouns.map((noun) => [noun.role, noun]))
  for (const { person, role, of, from, to } of codebook.tenures) {
    const days = parseEdtf(`${from}/${to}`)
    if (!days) continue
    const body = bodies.get(of)
    const office: HeldOffice = {
      role,
      country: body ? body.country : of,
      sector: (body ? body.sector : offices.get(role)?.sector) ?? null,
      isFunction: offices.get(role)?.kind !== 'office',
      days,
    }
    const known = tenures.get(person)
    if (known) known.push(office)
    else tenures.set(person, [office])
  }
  return {
    at: (word) => byFirst.get(word) ?? none,
    countryOfAdjective: (form) => adjectives.get(form.toLowerCase()) ?? null,
    countryOfRegion: (form) => regions.get(form.toLowerCase()) ?? null,
    state: (iso3) => states.get(iso3) ?? null,
    tenuresOf: (person) => tenures.get(person) ?? noTenures,
  }
}
