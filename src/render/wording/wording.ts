import type { Contradiction } from '../../chronicle/types.ts'
import type { Aux, EventType, FigureUnit, SourceKind, Stance, Status } from '../../document/report.ts'
import type { DeskWording } from './desk.ts'

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

/**
 * All words a rendering needs, in one language. The words for an act hang on its type and mode alone, never on who did it to whom.
 * `{act}` and the like are filled in; a missing key fails to compile.
 */
export interface Wording {
  readonly language: string
  readonly acts: {
    readonly [Type in EventType]: {
      readonly act: string
      readonly modes: { readonly [Mode in Modes[Type]]: string }
    }
  }
  /** How the act is told at this status: `{act}`; `{source}` is who says so. */
  readonly statuses: Readonly<Record<Status, string>>
  /** Follows a line whose sources are known by name. */
  readonly according: string
  readonly aux: Readonly<Record<Aux, string>>
  /** `{n}` is the figure with its bound. */
  readonly units: Readonly<Record<FigureUnit, string>>
  readonly bounds: {
    readonly atLeast: string
    readonly atMost: string
    readonly between: string
    readonly about: string
  }
  readonly sourceKinds: Readonly<Record<SourceKind, string>>
  readonly stances: Readonly<Record<Stance, string>>
  readonly contradictions: Readonly<Record<Contradiction['kind'], string>>
  /** January first. */
  readonly months: readonly string[]
  /** `{day}` `{month}` `{year}`. */
  readonly dayForm: string
  readonly labels: Readonly<Record<Label, string>>
  readonly coverage: Readonly<Record<CoverageLine, string>>
  readonly desk: DeskWording
}

export type Label =
  | (
      | 'chronicle'
      | 'asOf'
      | 'undated'
      | 'noEvents'
      | 'unknown'
      | 'contradictions'
      | 'figures'
      | 'sources'
      | 'source'
      | 'coverage'
    )
  | (
      | 'id'
      | 'aliases'
      | 'type'
      | 'status'
      | 'actors'
      | 'recipients'
      | 'place'
      | 'date'
      | 'unmarked'
      | 'confidence'
      | 'review'
    )
  | (
      | 'accepted'
      | 'rejected'
      | 'mentions'
      | 'report'
      | 'sentence'
      | 'trigger'
      | 'rule'
      | 'saysSo'
      | 'chain'
      | 'also'
      | 'published'
    )
  | (
      | 'firstReported'
      | 'lastReported'
      | 'sameOrigin'
      | 'textWithheld'
      | 'contexts'
      | 'mode'
      | 'independent'
      | 'against'
    )

export type CoverageLine =
  | 'documents'
  | 'outlets'
  | 'period'
  | 'undated'
  | 'unread'
  | 'failed'
  | 'empty'
  | 'noUnread'
