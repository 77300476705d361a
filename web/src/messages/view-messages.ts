import type { Cause } from '../../../src/chronicle/causes.ts'
import type { SetField } from '../../../src/chronicle/types.ts'
import type { Stance } from '../../../src/document/report.ts'
import type { FeedStanding } from '../../../src/ingest/feeds/health.ts'
import type { DecisionKind } from '../lib/decisions.ts'
import type { ViewName } from '../state/route.svelte.ts'

/** Words of the single views. */
export interface ViewMessages {
  readonly nav: Readonly<Record<Exclude<ViewName, 'actor' | 'story' | 'dossier'>, string>>
  readonly navLabel: string
  readonly print: string
  readonly share: string
  readonly csv: string
  readonly markdown: string
  readonly more: (remaining: number) => string
  readonly none: string
  readonly events: (count: number) => string
  readonly conflict: string
  readonly cooperation: string

  readonly filter: {
    readonly acting: (name: string) => string
    readonly receiving: (name: string) => string
    readonly source: string
    readonly confidence: string
    readonly anyConfidence: string
    readonly atLeast: (share: string) => string
    readonly since: string
    readonly anySince: string
    readonly sinceChoices: Readonly<Record<'hour' | 'yesterday' | 'week', string>>
    readonly remove: (what: string) => string
  }

  readonly histogram: {
    readonly label: (count: number, period: string) => string
    readonly hint: string
    readonly intervals: string
    readonly wholePeriod: string
    readonly bar: (when: string, conflict: number, cooperation: number) => string
    readonly undated: (count: number) => string
  }

  readonly changes: {
    readonly title: (time: string) => string
    readonly kind: Readonly<Record<'new' | 'changed' | 'retracted', string>>
    readonly none: string
    readonly field: (fields: string) => string
    readonly cause: string
    readonly causes: Readonly<Record<Cause['kind'], (what: string) => string>>
    readonly fields: Readonly<
      Record<
        SetField | 'aux' | 'review' | 'figures' | 'contradictions' | 'independentSources' | 'mentions',
        string
      >
    >
    readonly whole: string
  }

  readonly map: {
    readonly title: string
    readonly label: (places: number, events: number) => string
    readonly zoomIn: string
    readonly zoomOut: string
    readonly reset: string
    readonly exact: string
    readonly near: string
    readonly region: string
    readonly country: string
    readonly unlocated: (count: number) => string
    readonly placeless: (count: number) => string
    readonly list: string
    readonly honest: string
  }

  readonly actors: {
    readonly title: string
    readonly matrix: string
    readonly network: string
    readonly rowHint: string
    readonly cell: (actor: string, recipient: string, conflict: number, cooperation: number) => string
    readonly others: (count: number) => string
    readonly list: string
    readonly acting: string
    readonly receiving: string
    readonly roles: string
    readonly role: (role: string, of: string) => string
    readonly positions: string
    readonly statements: string
    readonly withWhom: string
    readonly back: string
    readonly now: string
  }

  readonly figures: {
    readonly title: string
    readonly lead: string
    readonly readings: (count: number, sources: number) => string
    readonly disagree: string
    readonly by: (name: string) => string
    readonly asOf: (date: string) => string
  }

  readonly disputed: {
    readonly title: string
    readonly lead: string
    readonly positions: string
    readonly against: string
    readonly none: string
    readonly stance: Readonly<Record<Stance, string>>
  }

  readonly review: {
    readonly title: string
    readonly lead: string
    readonly done: string
    readonly remaining: (count: number) => string
    readonly by: string
    readonly byHint: string
    readonly needName: string
    readonly readOnly: string
    readonly doubt: string
    readonly reason: Readonly<Record<'contradicted' | 'no-actor' | 'undated' | 'one-source', string>>
    readonly action: Readonly<Record<'accept' | 'reject' | 'merge' | 'split' | 'set' | 'undo', string>>
    readonly decided: Readonly<Record<DecisionKind, string>>
    readonly journal: string
    readonly noJournal: string
    readonly undone: string
    readonly why: string
    readonly mergeWith: (line: string) => string
    readonly mergeStart: string
    readonly splitTitle: string
    readonly splitHint: string
    readonly splitOne: string
    readonly setTitle: string
    readonly field: string
    readonly value: string
    readonly valueHint: string
    readonly fields: Readonly<Record<SetField, string>>
    readonly save: string
    readonly cancel: string
  }

  readonly search: {
    readonly title: string
    readonly label: string
    readonly hint: string
    readonly found: (count: number) => string
    readonly terms: string
    readonly nothing: string
    readonly start: string
    readonly noEvent: string
  }

  readonly dossier: {
    readonly title: string
    readonly made: (time: string) => string
    readonly print: string
    readonly back: string
    readonly filter: string
  }

  readonly evidence: {
    readonly rule: string
    readonly confidence: string
    readonly permalink: string
    readonly copied: string
    readonly relations: string
    readonly relation: Readonly<
      Record<'answers' | 'answered-by' | 'follows' | 'followed-by' | 'part-of' | 'has-part', string>
    >
  }

  readonly feeds: {
    readonly title: string
    readonly none: string
    readonly silent: (count: number) => string
    readonly standing: Readonly<Record<FeedStanding, string>>
    readonly quietSince: (time: string) => string
    readonly errors: (count: number) => string
    readonly lastSuccess: string
    readonly nextPoll: string
    readonly newest: string
    readonly itemsADay: string
    readonly pending: string
    readonly never: string
    readonly unknown: string
  }
}
