import type { Cause } from '../../chronicle/causes.ts'
import type { Change } from '../../chronicle/changes.ts'
import type { DecisionAction, RelationKind, SetField } from '../../chronicle/types.ts'

/** Words for working with a chronicle: what changed and why, what people decided, how events hang together. */
export interface DeskWording {
  readonly changes: Readonly<Record<Change['kind'], string>>
  readonly since: string
  readonly noChanges: string
  /** `{report}`, `{outlet}`, `{by}`, `{n}`. */
  readonly causes: Readonly<Record<Cause['kind'], string>>
  readonly cause: string
  readonly mergedFrom: string
  readonly splitFrom: string
  readonly fields: Readonly<
    Record<
      SetField | 'aux' | 'review' | 'figures' | 'contradictions' | 'independentSources' | 'mentions',
      string
    >
  >
  readonly nothing: string
  readonly decisions: Readonly<Record<DecisionAction['kind'], string>>
  readonly noDecisions: string
  readonly undone: string
  readonly lost: string
  readonly relations: Readonly<Record<RelationKind, string>>
  readonly story: string
  readonly stories: string
  readonly noStories: string
  /** `{km}`. */
  readonly apart: string
}

export const deskDe: DeskWording = {
  changes: { new: 'Neu', changed: 'Geändert', retracted: 'Zurückgenommen' },
  since: 'Seit',
  noChanges: 'Nichts ist neu, geändert oder zurückgenommen.',
  causes: {
    report: 'Bericht {report}{outlet}',
    reread: 'neu gelesen: {report}{outlet}',
    superseded: 'neue Fassung: {report}{outlet}',
    correction: 'Berichtigung: {report}{outlet}',
    withdrawal: 'Rückzug der Meldung: {report}{outlet}',
    decision: '{act} von {by}',
    neighbours: 'andere Berichte ({n})',
  },
  cause: 'Anlass',
  mergedFrom: 'aufgenommen',
  splitFrom: 'herausgelöst aus',
  fields: {
    ...{ type: 'Art', mode: 'Weise', date: 'Datum', place: 'Ort', status: 'Status' },
    ...{ actors: 'Handelnde', recipients: 'Betroffene', aux: 'Geltung', review: 'Prüfung' },
    ...{ figures: 'Zahlen', contradictions: 'Widersprüche' },
    ...{ independentSources: 'unabhängige Quellen', mentions: 'Fundstellen' },
  },
  nothing: 'nichts',
  decisions: {
    ...{ accept: 'angenommen', reject: 'abgelehnt', merge: 'vereint', split: 'getrennt' },
    ...{ set: 'gesetzt', undo: 'zurückgenommen', forget: 'vergessen' },
  },
  noDecisions: 'Keine Entscheidung.',
  undone: 'aufgehoben durch',
  lost: 'Fundstellen nicht mehr da: {n}',
  relations: {
    ...{ answers: 'Antwort auf', 'answered-by': 'beantwortet durch' },
    ...{ follows: 'folgt auf', 'followed-by': 'gefolgt von' },
    ...{ 'part-of': 'Teil von', 'has-part': 'umfasst' },
  },
  story: 'Geschichte',
  stories: 'Geschichten',
  noStories: 'Keine Geschichte.',
  apart: 'Orte, die ungenauer angegeben sind als der Umkreis von {km} km',
}

export const deskEn: DeskWording = {
  changes: { new: 'New', changed: 'Changed', retracted: 'Retracted' },
  since: 'Since',
  noChanges: 'Nothing is new, changed or retracted.',
  causes: {
    report: 'report {report}{outlet}',
    reread: 'read anew: {report}{outlet}',
    superseded: 'new version: {report}{outlet}',
    correction: 'correction: {report}{outlet}',
    withdrawal: 'withdrawal: {report}{outlet}',
    decision: '{act} by {by}',
    neighbours: 'other reports ({n})',
  },
  cause: 'Cause',
  mergedFrom: 'took in',
  splitFrom: 'taken out of',
  fields: {
    ...{ type: 'Type', mode: 'Mode', date: 'Date', place: 'Place', status: 'Status' },
    ...{ actors: 'Actors', recipients: 'Recipients', aux: 'Validity', review: 'Review' },
    ...{ figures: 'Figures', contradictions: 'Contradictions' },
    ...{ independentSources: 'independent sources', mentions: 'mentions' },
  },
  nothing: 'nothing',
  decisions: {
    ...{ accept: 'accepted', reject: 'rejected', merge: 'merged', split: 'split' },
    ...{ set: 'set', undo: 'undone', forget: 'forgotten' },
  },
  noDecisions: 'No decision.',
  undone: 'undone by',
  lost: 'mentions that are gone: {n}',
  relations: {
    ...{ answers: 'answers', 'answered-by': 'answered by' },
    ...{ follows: 'follows', 'followed-by': 'followed by' },
    ...{ 'part-of': 'part of', 'has-part': 'has part' },
  },
  story: 'Story',
  stories: 'Stories',
  noStories: 'No story.',
  apart: 'Places given less precisely than the radius of {km} km',
}
