import type { EventId, ReadingId, SightingId, TextId } from '../base/ids.ts'
import type {
  Attribution,
  Aux,
  EntityKind,
  EventType,
  Figure,
  Report,
  Sector,
  Stance,
  Status,
} from '../document/report.ts'

/** What the machine found in one sighting, as it was recorded. */
export interface Reading {
  readonly id: ReadingId
  readonly sighting: SightingId
  readonly text: TextId
  /** ISO 8601 UTC, set by the store; of what came under embargo the end of it, since nothing may be known before. */
  readonly recordedAt: string
  readonly report: Report
}

/** A document that could not be read, kept so that the coverage can say so. */
export interface Unread {
  readonly id: string
  readonly code: string
  readonly message: string
  readonly recordedAt: string
}

/** One side of an event, the same across reports. */
export interface Party {
  /** Codebook id, else country + sector + folded name: equal keys are one party. */
  readonly key: string
  readonly name: string
  readonly country: string | null
  readonly sector: Sector | null
  readonly codebook: string | null
  /** What reports speak of; absent where none told. A person whom the codebook does not know is a private person. */
  readonly kind?: EntityKind
  /** Known by a common noun only, such as "Vertreter": a rendering names the country with it. */
  readonly common?: true
}

export interface PlaceRef {
  readonly name: string
  readonly country: string | null
  readonly codebook: string | null
  readonly precision: 'exact' | 'near' | 'region' | 'country' | null
  /** Latitude, longitude. */
  readonly coordinates: readonly [number, number] | null
}

/** Where one report tells an event: all that a page needs to show the sentence and who says so. */
export interface EventMention {
  /** The event's id if this mention alone told it; equal in all sightings of the text. A person splits and merges by it. */
  readonly id: EventId
  /** As the machine found it. */
  readonly type: EventType
  readonly reading: ReadingId
  readonly text: TextId
  /** The report's label and its event's id, for `explain`. */
  readonly report: string
  readonly reportEvent: string
  readonly outlet: string | null
  readonly agency: readonly string[]
  readonly url: string | null
  readonly published: string | null
  /** When the reading was stored, ISO 8601 UTC. */
  readonly recordedAt: string
  readonly evidence: { readonly from: number; readonly to: number; readonly quote: string }
  /** Further places of the same report that tell the event. */
  readonly also: readonly { readonly from: number; readonly to: number; readonly quote: string }[]
  readonly trigger: { readonly from: number; readonly to: number; readonly quote: string }
  readonly date: { readonly edtf: string; readonly marked: boolean } | null
  readonly aux: Aux | null
  readonly status: Status
  readonly attribution: Attribution | null
  /** Who that is, where the report knows. */
  readonly attributedTo?: Party | null
  readonly rule: string
  readonly confidence: number
  /** Mentions with equal keys have one origin (the same agency copy, the same text): they are one source. */
  readonly sourceKey: string
  /** What took the place of its report; null while it stands. */
  readonly superseded: Superseded | null
}

/** A report that another one took the place of: a later state of its url, its correction, its withdrawal. */
export interface Superseded {
  /** The later report's label and reading. */
  readonly by: string
  readonly reading: ReadingId
  readonly kind: 'version' | 'correction' | 'withdrawal'
}

/** A figure as one report gives it; figures are never overwritten, they stand side by side. */
export interface FigureReading {
  readonly reading: ReadingId
  readonly text: TextId
  readonly report: string
  readonly outlet: string | null
  readonly published: string | null
  readonly figure: Figure
  /** The words of the figure and the sentence around it. */
  readonly quote: string
  readonly sentence: { readonly from: number; readonly to: number; readonly quote: string }
  /** Where the counted are, as reports name it in common; null where the figure names no place. */
  readonly placeKey: string | null
  readonly sourceKey: string
  readonly superseded: Superseded | null
}

/** What a mention and a figure say without what hangs on the other readings: whose source it is, and whether it stands. */
export type OwnMention = Omit<EventMention, 'sourceKey' | 'superseded'>
export type OwnFigure = Omit<FigureReading, 'sourceKey' | 'superseded'>

/** One event of the world, told by one report or many. */
export interface ChronicleEvent {
  /** Id of its canonical mention. */
  readonly id: EventId
  /** Ids under which it was known before. */
  readonly aliases: readonly EventId[]
  readonly type: EventType
  readonly mode: string | null
  readonly contexts: readonly string[]
  readonly actors: readonly Party[]
  readonly recipients: readonly Party[]
  readonly place: PlaceRef | null
  readonly date: { readonly edtf: string; readonly marked: boolean } | null
  readonly aux: Aux | null
  /** The strongest status any standing mention gives; each mention keeps its own. */
  readonly status: Status
  /** How the status changed as reports came in; the first entry is the first report's. */
  readonly history: readonly StatusChange[]
  /** True when every report that tells it was superseded: it is no longer told by anybody. */
  readonly retracted: boolean
  readonly figures: readonly FigureReading[]
  /** Canonical first, then by publication. */
  readonly mentions: readonly EventMention[]
  /** Distinct `sourceKey`s. */
  readonly independentSources: number
  readonly firstReported: string | null
  readonly lastReported: string | null
  readonly confidence: number
  readonly review: 'accepted' | 'rejected' | null
}

/** A report after which the event's status was another one. */
export interface StatusChange {
  readonly status: Status
  readonly report: string
  readonly published: string | null
  readonly evidence: EventMention['evidence']
}

/** Two statements that cannot both hold. */
export interface Contradiction {
  readonly id: string
  readonly kind: 'figures' | 'actors' | 'denial' | 'place' | 'date'
  readonly event: EventId
  readonly left: {
    readonly report: string
    readonly quote: string
    readonly from: number
    readonly to: number
    readonly text: TextId
  }
  readonly right: {
    readonly report: string
    readonly quote: string
    readonly from: number
    readonly to: number
    readonly text: TextId
  }
  readonly message: string
  /** How it was settled; null while it is open. A settled one stays on show. */
  readonly resolved: 'revised' | 'superseded' | null
}

export interface PositionReading {
  readonly holder: Party
  readonly topic: string
  readonly topicKey: string
  readonly stance: Stance
  readonly report: string
  readonly text: TextId
  readonly published: string | null
  readonly evidence: { readonly from: number; readonly to: number; readonly quote: string }
}

/** What an answer stands on. Empty is not quiet. */
export interface Coverage {
  readonly documents: number
  readonly sightings: number
  readonly outlets: readonly { readonly name: string; readonly sightings: number }[]
  /** EDTF interval of publication dates, given or inferred; null when none is known. */
  readonly period: string | null
  readonly undated: number
  readonly unread: readonly Unread[]
  /** Reports with a diagnostic of severity `error`. */
  readonly failed: readonly { readonly report: string; readonly code: string; readonly message: string }[]
}

export interface Chronicle {
  readonly asOf: string | null
  /** By date (undated last), then id. */
  readonly events: readonly ChronicleEvent[]
  readonly contradictions: readonly Contradiction[]
  readonly positions: readonly PositionReading[]
  readonly figures: readonly FigureReading[]
  readonly coverage: Coverage
}

/**
 * What a decision points at: a mention, never an event id. The text and the span of the evidence find it again in a new reading;
 * `trigger` tells two events of one sentence apart.
 */
export interface MentionRef {
  readonly text: TextId
  readonly from: number
  readonly to: number
  readonly type: EventType
  readonly trigger?: { readonly from: number; readonly to: number }
}

export const SET_FIELDS = ['type', 'mode', 'date', 'place', 'status', 'actors', 'recipients'] as const
export type SetField = (typeof SET_FIELDS)[number]

/** What a person said about the machine's findings. */
export type DecisionAction =
  | { readonly kind: 'accept' | 'reject'; readonly mentions: readonly MentionRef[] }
  | { readonly kind: 'merge'; readonly mentions: readonly MentionRef[] }
  /** `mentions` are not the event that `from` tells; without `from`: no two of them are one event, and a single one stands alone. */
  | {
      readonly kind: 'split'
      readonly mentions: readonly MentionRef[]
      readonly from?: readonly MentionRef[]
    }
  | {
      readonly kind: 'set'
      /** All that tell the event: a value on one alone would take it out of the event. */
      readonly mentions: readonly MentionRef[]
      readonly field: SetField
      /** As the person wrote it; of `actors` and `recipients`: names, ISO3 codes or codebook ids between semicolons. */
      readonly value: string
      /** Whom the value meant when it was written, for `actors` and `recipients`. */
      readonly parties?: readonly Party[]
    }
  | { readonly kind: 'undo'; readonly decision: string }
  | Forgetting

/** The tombstone of an erased text: no word of it, no label, only what keeps ids valid. */
export interface Forgetting {
  readonly kind: 'forget'
  readonly text: TextId
  /** Ids that hung on the text, each with a mention that still tells the event; null when nothing does. */
  readonly ids: readonly { readonly id: EventId; readonly heir: MentionRef | null }[]
}

export interface Decision {
  readonly id: string
  readonly recordedAt: string
  readonly by: string
  readonly why: string | null
  readonly action: DecisionAction
}

/** A chronicle with what it was made from. */
export interface View {
  readonly chronicle: Chronicle
  /** The current reading of each sighting. */
  readonly readings: readonly Reading[]
  /** All, also those made later than the view is of. */
  readonly decisions: readonly Decision[]
}

/** One event told in relation to another; `from` is the later one, or the part. */
export interface Relation {
  readonly kind: 'answers' | 'follows' | 'part-of'
  readonly from: EventId
  readonly to: EventId
  /** The rule that found it. */
  readonly rule: string
}

export const RELATION_KINDS = [
  'answers',
  'answered-by',
  'follows',
  'followed-by',
  'part-of',
  'has-part',
] as const
export type RelationKind = (typeof RELATION_KINDS)[number]

/** A relation as one of its two events has it. */
export interface EventRelation {
  readonly kind: RelationKind
  readonly event: EventId
  readonly rule: string
}

/** Events of one matter within a time: told together, of the same parties, places and words. */
export interface Story {
  /** Hangs on its earliest event. */
  readonly id: string
  /** In the order of the chronicle. */
  readonly events: readonly EventId[]
  /** Most frequent first. */
  readonly parties: readonly { readonly name: string; readonly events: number }[]
  readonly places: readonly { readonly name: string; readonly events: number }[]
  /** EDTF interval of its events' dates; null when none is dated. */
  readonly period: string | null
}
