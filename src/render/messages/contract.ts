import type { Contradiction } from '../../chronicle/types.ts'
import type { EventType, FigureUnit, Sector, SourceKind, Stance, Status } from '../../document/report.ts'

/** The modes of each type (PLOVER). A mode that a report brings and this list lacks is shown under its type's word. */
export interface Modes {
  AGREE: never
  CONSULT: 'visit' | 'third-party' | 'multilateral' | 'phone'
  SUPPORT: never
  CONCEDE: never
  COOPERATE: never
  AID: never
  RETREAT: 'withdraw' | 'release' | 'return' | 'disarm' | 'ceasefire' | 'access' | 'resign'
  REQUEST: 'assist' | 'change' | 'yield' | 'meet'
  ACCUSE: 'disapprove' | 'investigate' | 'allege'
  REJECT: 'assist' | 'change' | 'yield' | 'meet'
  THREATEN: 'restrict' | 'ban' | 'arrest' | 'relations' | 'expel' | 'territory' | 'violence'
  PROTEST: 'demo' | 'riot' | 'strike' | 'hunger' | 'boycott' | 'obstruct'
  SANCTION: 'convict' | 'expel' | 'withdraw' | 'discontinue'
  MOBILIZE: 'troops' | 'weapons' | 'police' | 'militia'
  COERCE:
    | ('seize' | 'restrict' | 'ban' | 'censor' | 'curfew' | 'martial-law')
    | ('arrest' | 'deport' | 'withhold' | 'misinformation' | 'cyber')
  ASSAULT:
    | ('abduct' | 'beat' | 'torture' | 'execute' | 'sexual' | 'assassinate' | 'primitive' | 'firearms')
    | (
        | 'explosives'
        | 'suicide-attack'
        | 'heavy-weapons'
        | 'crowd-control'
        | 'aerial'
        | 'drone'
        | 'destroy'
        | 'unconventional'
      )
}

/** An ICU message (MessageFormat 1) over the arguments that its comment names. */
export type Message = string

/**
 * Everything that is told about events in one reader's language; a missing message fails to compile. The words for an act hang on its
 * type and mode alone, never on who did it to whom. Names cannot be inflected and people have no gender here, so what is put together
 * stands side by side (`A → B: act – status (according to source)`), and each part is right on its own in every language.
 */
export interface Messages {
  /** BCP 47; names of countries, numbers and dates are CLDR's for it. */
  readonly locale: string
  readonly patterns: {
    /** `{actors}` `{recipients}` `{told}`. */
    readonly dyad: Message
    /** `{actors}` `{told}`. */
    readonly single: Message
    /** `{told}` `{place}`. */
    readonly place: Message
    /** `{told}` `{figures}`. */
    readonly figures: Message
    /** `{told}` `{qualifier}`: one of `statuses`. */
    readonly qualified: Message
    /** `{name}` `{country}`. */
    readonly within: Message
    /** `{label}` `{value}`. */
    readonly labelled: Message
    /** What only a source says: `{told}` `{source}`. Must not be readable as a fact. */
    readonly claimed: Message
    /** A status that has a source: `{told}` `{source}`. */
    readonly according: Message
  }
  readonly acts: {
    readonly [Type in EventType]: {
      readonly act: Message
      readonly modes: { readonly [Mode in Modes[Type]]: Message }
    }
  }
  /** What an act is besides a fact, as words that stand alone. */
  readonly statuses: Readonly<Record<Status | 'future', Message>>
  /** `{n}` is the number with its bound, `{count}` the number itself. */
  readonly units: Readonly<Record<Exclude<FigureUnit, 'other'>, Message>>
  readonly bounds: {
    readonly atLeast: Message
    readonly atMost: Message
    readonly between: Message
    readonly about: Message
  }
  /** For parties that have no name of their own. */
  readonly sectors: Readonly<Record<Sector, Message>>
  readonly people: Message
  readonly someone: Message
  readonly unknown: Message
  readonly undated: Message
  readonly sourceKinds: Readonly<Record<SourceKind, Message>>
  readonly contradictions: Readonly<Record<Contradiction['kind'], Message>>
  readonly stances: Readonly<Record<Stance, Message>>
  readonly changes: Readonly<Record<'new' | 'changed' | 'retracted', Message>>
  readonly alerts: {
    /** `{before}` `{after}`. */
    readonly status: Message
    /** `{bound}` `{after}`. */
    readonly figure: Message
    /** `{before}` `{after}`. */
    readonly revised: Message
    /** `{kind}`. */
    readonly contradiction: Message
    /** `{kind}`. */
    readonly settled: Message
    /** `{holder}` `{before}` `{after}` `{topic}`. */
    readonly position: Message
    readonly second: Message
    readonly withdrawn: Message
  }
  readonly labels: {
    readonly bulletin: Message
    /** `{time}`. */
    readonly asOf: Message
    /** `{period}`. */
    readonly period: Message
    /** `{n}`. */
    readonly events: Message
    /** `{n}`. */
    readonly sources: Message
    /** `{n}`. */
    readonly reports: Message
    readonly disputed: Message
    readonly basis: Message
    readonly original: Message
    readonly noEvents: Message
    readonly machine: Message
    readonly rule: Message
    readonly source: Message
    readonly corrects: Message
    readonly digest: Message
  }
}
