import type { EntityKind, EventType, Sector } from '../document/report.ts'

/** An EDTF date, or `..` for an open end. */
export type EdtfBound = string

/** A state: its names in the press, how its adjective begins, who stands for its government. */
export interface State {
  /** ISO 3166-1 alpha-3, or XKX. */
  readonly iso3: string
  readonly name: string
  readonly aliases: readonly string[]
  /** Lower-case stems without ending: `irakisch`. */
  readonly adjectives: readonly string[]
  readonly demonyms: readonly string[]
  readonly capital: string
  readonly capitalAliases: readonly string[]
  /** Metonyms of the government other than the capital: `Kreml`. */
  readonly governmentNames: readonly string[]
  readonly source: string
}

/** A people or region within one state; its adjective says where somebody belongs, not that the state acts. */
export interface People {
  readonly id: string
  /** Lower-case stems without ending: `tschetschenisch`. */
  readonly adjectives: readonly string[]
  readonly demonyms: readonly string[]
  /** ISO 3166-1 alpha-3, or XKX. */
  readonly country: string
  readonly source: string
}

export interface RoleNoun {
  /** Nominative singular, as in a dictionary. */
  readonly noun: string
  /** Key shared by all nouns of one office: `foreign-minister`. */
  readonly role: string
  readonly sector: Sector | null
  /** One holder at a time, or many. */
  readonly kind: 'office' | 'function'
  readonly source: string
}

export interface Person {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly country: string | null
  readonly sector: Sector | null
  readonly source: string
}

/** A person holds a role of a state or organisation from one date to another. */
export interface Tenure {
  readonly person: string
  readonly role: string
  /** ISO3 or an organisation's id. */
  readonly of: string
  readonly from: EdtfBound
  readonly to: EdtfBound
  readonly source: string
}

export interface Organisation {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly kind: Extract<EntityKind, 'organisation' | 'armed-group' | 'government'>
  readonly country: string | null
  /** States that a group is at home in, where they are several and `country` is null for it. */
  readonly bases: readonly string[]
  readonly sector: Sector | null
  readonly from: EdtfBound | null
  readonly to: EdtfBound | null
  readonly source: string
}

export interface Place {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly type: string
  readonly country: string | null
  readonly latitude: number
  readonly longitude: number
  readonly region: string | null
  readonly source: string
}

export interface Outlet {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly domains: readonly string[]
  readonly kind: 'agency' | 'outlet' | 'distributor'
  readonly country: string | null
  readonly source: string
}

/**
 * Each cue is a list of lower-case stems that must all occur in one sentence, each where a word begins; one that begins with `=` is a whole
 * word, one with `~` may stand anywhere in a word.
 */
export type Cues = readonly (readonly string[])[]

/** What the press speaks of in some years and hardly in others, by which a report's own date can be told. */
export interface Topic {
  readonly id: string
  /** An interval, open at the end while it lasts. */
  readonly edtf: string
  /** `office`: a person who holds it, named by both; `person`: one who is in the news then. */
  readonly kind: 'office' | 'person' | 'topic'
  readonly name: string
  readonly cues: Cues
  readonly source: string
}

/** A dated event that everybody knows, by which a report's own date can be bounded. */
export interface PublicEvent {
  readonly id: string
  readonly edtf: string
  readonly kind: string
  readonly name: string
  readonly cues: Cues
  readonly places: readonly string[]
  readonly actors: readonly string[]
  readonly source: string
}

/** One PLOVER category. */
export interface EventCategory {
  readonly type: EventType
  /** verbal/material x cooperation/conflict. */
  readonly quad: 'verbal-cooperation' | 'material-cooperation' | 'verbal-conflict' | 'material-conflict'
  readonly modes: readonly string[]
  readonly label: { readonly de: string; readonly en: string }
}

/** All tables, loaded and cross-checked; immutable. */
export interface Codebook {
  /** Hash of all table texts; part of every reading's identity. */
  readonly version: string
  readonly states: readonly State[]
  readonly peoples: readonly People[]
  readonly roleNouns: readonly RoleNoun[]
  readonly persons: readonly Person[]
  readonly tenures: readonly Tenure[]
  readonly organisations: readonly Organisation[]
  readonly places: readonly Place[]
  readonly outlets: readonly Outlet[]
  readonly publicEvents: readonly PublicEvent[]
  readonly topics: readonly Topic[]
  readonly categories: readonly EventCategory[]
  readonly contexts: readonly string[]
}
