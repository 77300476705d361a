import { cell, oneOf, optional, parseTsv, required } from '../base/tsv.ts'
import {
  ENTITY_KINDS,
  type EntityKind,
  EVENT_TYPES,
  type EventType,
  FIGURE_UNITS,
  type FigureUnit,
  SECTORS,
  type Sector,
} from '../document/report.ts'

/** A common noun that names a collective or describes a person as an actor. */
export interface ActorNoun {
  readonly lemma: string
  readonly kind: EntityKind
  readonly sector: Sector | null
  /** What a number before it counts. */
  readonly unit: FigureUnit | null
}

/** Which syntactic slot of a predicate gives a side of the event; `whose`: whose the object is, who is no party itself; `-` gives none. */
export const SLOTS = [
  '-',
  'subj',
  'obj',
  'iobj',
  'whose',
  'gen',
  'von',
  'durch',
  'mit',
  'auf',
  'gegen',
  'an',
  'in',
  'aus',
  'nach',
  'bei',
  'über',
  'zwischen',
  'für',
  'vor',
  'zu',
  'um',
  'inner',
] as const
export type Slot = (typeof SLOTS)[number]

/** A verb or noun that shows an event, with its frame. */
export interface Predicate {
  readonly lemma: string
  readonly pos: 'verb' | 'noun'
  /** Null: under these conditions the word shows no event. */
  readonly type: EventType | null
  readonly mode: string | null
  /** Slots in order of preference. */
  readonly actor: readonly Slot[]
  readonly recipient: readonly Slot[]
  /** Both sides act alike: they are all actors. */
  readonly reciprocal: boolean
  /**
   * Lemmas (or compound heads) of which one must stand in the object, or in any slot when marked with `*`; empty: no condition.
   * `*sich&*gegen` needs both; `@several` needs a plural subject or several, `@passive` the passive, `@blame`
   * and `@praise` a word of judgement.
   */
  readonly needs: readonly string[]
  /** Where it stands, for messages and rule names. */
  readonly line: number
}

/** Language data in tables, beside the typed object of {@link LanguageData}. */
export interface Lexicon {
  readonly actorNouns: ReadonlyMap<string, ActorNoun>
  /** Words that end in an actor noun and name no actor: `Heirat`, `Obergrenze`. */
  readonly notActors: ReadonlySet<string>
  readonly predicates: readonly Predicate[]
  /** By `pos:lemma`. */
  readonly byLemma: ReadonlyMap<string, readonly Predicate[]>
  /** Verbs by their second participle, without endings: what stands before a noun as an adjective. */
  readonly byParticiple: ReadonlyMap<string, readonly Predicate[]>
}

export const LEXICON_TABLES = ['actor-nouns.tsv', 'predicates.tsv'] as const
export type LexiconTables = Readonly<Record<(typeof LEXICON_TABLES)[number], string>>

/**
 * @param participlesOf second participles of a verb, without endings
 * @throws LagebildError `codebook-table`, naming file and line of the first row that is wrong.
 */
export function loadLexicon(
  tables: LexiconTables,
  participlesOf: (infinitive: string) => readonly string[] = () => [],
): Lexicon {
  const nouns = new Map<string, ActorNoun>()
  const notActors = new Set<string>()
  for (const row of parseTsv('actor-nouns.tsv', tables['actor-nouns.tsv'], [
    'lemma',
    'kind',
    'sector',
    'unit',
  ])) {
    if (cell(row, 'kind') === 'none') {
      notActors.add(required(row, 'lemma'))
      continue
    }
    nouns.set(required(row, 'lemma'), {
      lemma: required(row, 'lemma'),
      kind: oneOf(row, 'kind', ENTITY_KINDS),
      sector: cell(row, 'sector') ? oneOf(row, 'sector', SECTORS) : null,
      unit: cell(row, 'unit') ? oneOf(row, 'unit', FIGURE_UNITS) : null,
    })
  }
  const slots = (value: string): Slot[] =>
    value.split('|').filter((s): s is Slot => (SLOTS as readonly string[]).includes(s) && s !== '-')
  const predicates = parseTsv('predicates.tsv', tables['predicates.tsv'], [
    'lemma',
    'pos',
    'type',
    'mode',
    'actor',
    'recipient',
    'reciprocal',
    'needs',
  ]).map(
    (row): Predicate => ({
      lemma: required(row, 'lemma'),
      pos: oneOf(row, 'pos', ['verb', 'noun']),
      type: cell(row, 'type') === 'none' ? null : oneOf(row, 'type', EVENT_TYPES),
      mode: optional(row, 'mode'),
      actor: slots(cell(row, 'actor')),
      recipient: slots(cell(row, 'recipient')),
      reciprocal: cell(row, 'reciprocal') === 'yes',
      needs: cell(row, 'needs').split('|').filter(Boolean),
      line: row.line,
    }),
  )
  const byLemma = new Map<string, Predicate[]>()
  for (const p of predicates) {
    const key = `${p.pos}:${p.lemma}`
    byLemma.set(key, [...(byLemma.get(key) ?? []), p])
  }
  return {
    actorNouns: nouns,
    notActors,
    predicates,
    byLemma,
    byParticiple: byParticipleOf(predicates, participlesOf),
  }
}

function byParticipleOf(
  predicates: readonly Predicate[],
  participlesOf: (infinitive: string) => readonly string[],
): Map<string, Predicate[]> {
  const out = new Map<string, Predicate[]>()
  for (const p of predicates) {
    if (p.pos !== 'verb') continue
    for (const participle of participlesOf(p.lemma)) out.set(participle, [...(out.get(participle) ?? []), p])
  }
  return out
}

/** All words of the lexicon as lemmas with their part of speech, `NOUN:Rakete`. */
export function vocabularyOf({ predicates, actorNouns }: Lexicon): Set<string> {
  const out = new Set<string>()
  for (const { lemma, pos, needs } of predicates) {
    out.add(`${pos.toUpperCase()}:${lemma}`)
    for (const word of needs.flatMap((need) => need.split('&')).filter((word) => !word.startsWith('@')))
      out.add(`NOUN:${word.replace('*', '')}`)
  }
  for (const lemma of actorNouns.keys()) out.add(`NOUN:${lemma}`)
  return out
}
