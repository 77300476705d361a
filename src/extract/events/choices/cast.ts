import type { Document } from '../../../document/document.ts'
import type { Entity, Mention } from '../../../document/report.ts'
import type { Token } from '../../../document/tokens.ts'
import { ACTING } from '../../entities/entity-index.ts'
import { caseOf } from '../../syntax/clauses.ts'
import { firstFrom } from './course.ts'
import type { Weights } from './weights.ts'

/** One naming of an entity, as the tree has it. */
export interface Appearance {
  readonly mention: Mention
  /** Head word of the phrase that the naming is part of: of `der Präsident und sein Minister` the first. */
  readonly head: Token
  /** Number of its sentence. */
  readonly sentence: number
  /** `subject`, `passive`, `object`, or the relation. */
  readonly role: string
  readonly preposition: string
}

/** An entity with all its appearances, and what its place in the report says of it whatever the event. */
export interface Member {
  readonly entity: Entity
  readonly appearances: readonly Appearance[]
  readonly features: readonly string[]
  /** What these features weigh, by the weights of each question; counted once. */
  readonly scores: Map<Weights, number>
}

/** All that a report names, with what is counted once for the whole report. */
export interface Cast {
  readonly members: readonly Member[]
  member(id: string): Member | null
  /** Those who come into question at a word: all, or in a long text those who are named near it, and these. */
  around(word: Token, ids: readonly string[]): readonly Member[]
  /** Of all namings of places and states, those that lie in a country, in whole quarters. */
  shareOfPlaces(country: string | null): number
}

/** How many sentences count as the head of a report. */
const LEAD = 2
/** Members that are told most often are told apart by their rank, up to this. */
const RANKED = 3
const MOST_COUNTED = 5
/** Up to so many namings everybody comes into question everywhere; in longer texts so many before a word and behind it. */
const SHORT = 500
const BACK = 200
const AHEAD = 50

export function castOf(doc: Document): Cast {
  const tokens = doc.layer('tokens')
  const entities = doc.layer('entities')
  const countries = ranked(countriesOf(entities))
  const ranks = ranked(
    new Map(entities.filter((e) => ACTING.has(e.kind)).map((e) => [e.id, e.mentions.length])),
  )
  const members = entities.flatMap((entity): Member[] => {
    const appearances = entity.mentions.flatMap((mention): Appearance[] => {
      const row = tokens.rowAt(mention.from)
      return row < 0 ? [] : [appearanceOf(mention, tokens.at(row)!)]
    })
    if (appearances.length === 0) return []
    appearances.sort((a, b) => a.mention.from - b.mention.from)
    const rank = ranks.get(entity.id)
    const country = entity.country === null ? undefined : countries.get(entity.country)
    const features = [
      `kind=${entity.kind}`,
      `sector=${entity.sector}`,
      `n=${Math.min(appearances.length, MOST_COUNTED)}`,
      `rank=${rank === undefined ? 'none' : rank < RANKED ? rank : rank < 2 * RANKED ? 'middle' : 'low'}`,
      `country=${country === undefined ? 'none' : Math.min(country, RANKED)}`,
      ...(entity.codebook === null ? [] : ['known']),
      ...(appearances.some(({ sentence }) => sentence < LEAD) ? ['lead'] : []),
    ]
    return [{ entity, appearances, features, scores: new Map() }]
  })
  const byId = new Map(members.map((member) => [member.entity.id, member]))
  const shares = sharesOf(entities)
  const told = members
    .flatMap((member) => member.appearances.map(({ mention }) => ({ member, from: mention.from })))
    .sort((a, b) => a.from - b.from)
  return {
    members,
    around(word, ids) {
      if (told.length <= SHORT) return members
      const at = firstFrom(told, word.from, ({ from }) => from)
      const near = told.slice(Math.max(0, at - BACK), at + AHEAD).map(({ member }) => member)
      return [...new Set([...near, ...ids.flatMap((id) => byId.get(id) ?? [])])]
    },
    member: (id) => byId.get(id) ?? null,
    shareOfPlaces: (country) => shares.get(country) ?? 0,
  }
}

export const isPlace = ({ kind }: Entity): boolean => kind === 'place' || kind === 'state'

function sharesOf(entities: readonly Entity[]): Map<string | null, number> {
  const counts = new Map<string | null, number>()
  let all = 0
  for (const entity of entities) {
    if (!isPlace(entity)) continue
    counts.set(entity.country, (counts.get(entity.country) ?? 0) + entity.mentions.length)
    all += entity.mentions.length
  }
  return new Map([...counts].map(([country, count]) => [country, Math.floor((4 * count) / all)]))
}

function countriesOf(entities: readonly Entity[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { country, mentions } of entities)
    if (country !== null) counts.set(country, (counts.get(country) ?? 0) + mentions.length)
  return counts
}

/** Keys by their place in the order of counts, from 0. */
const ranked = (counts: ReadonlyMap<string, number>): Map<string, number> =>
  new Map([...counts].sort(([, a], [, b]) => b - a).map(([key], rank) => [key, rank]))

function appearanceOf(mention: Mention, first: Token): Appearance {
  let head = first
  const within = (token: Token) => token.from >= mention.from && token.to <= mention.to
  while (head.head && within(head.head)) head = head.head
  while (head.head && JOINED.has(head.relation)) head = head.head
  return {
    mention,
    head,
    sentence: first.sentence.index,
    role: ROLES.get(head.deprel) ?? ROLES.get(head.relation) ?? head.relation,
    preposition: caseOf(head),
  }
}

/** Relations of words that share the place of the word they hang on. */
const JOINED = new Set(['conj', 'flat', 'appos', 'compound'])
const ROLES: ReadonlyMap<string, string> = new Map([
  ['nsubj:pass', 'passive'],
  ['nsubj', 'subject'],
  ['obj', 'object'],
  ['iobj', 'object'],
])

/** Where a naming stands, seen from a word. */
export interface Distance {
  readonly appearance: Appearance
  /** `same`, then sentences back; `after` for what is named only behind. */
  readonly far: string
  /** Steps up the tree from the naming and from the word to where they meet; null in different sentences. */
  readonly path: readonly [up: number, down: number] | null
}

/** The naming that stands nearest to a word: in its sentence, else before it, else behind. */
export function nearest(member: Member, word: Token): Distance {
  const own = word.sentence.index
  const cost = ({ sentence, mention }: Appearance) =>
    (sentence <= own ? own - sentence : sentence - own + BEHIND) * A_TEXT + Math.abs(mention.from - word.from)
  // In the order of the text the best lie right before and right behind the word.
  const at = firstFrom(member.appearances, word.from, ({ mention }) => mention.from)
  const [first, second] = member.appearances.slice(Math.max(0, at - 1), at + 1)
  const appearance = second && cost(second) < cost(first!) ? second : first!
  const back = own - appearance.sentence
  return { appearance, far: farOf(back), path: back === 0 ? pathBetween(appearance.head, word) : null }
}

/** A naming behind counts as if it stood this many sentences before. */
const BEHIND = 6
/** More characters than a text has. */
const A_TEXT = 1e8

const farOf = (back: number): string =>
  back < -1
    ? 'after2'
    : back < 0
      ? 'after1'
      : back === 0
        ? 'same'
        : back < 3
          ? `${back}`
          : back < 5
            ? '3'
            : '5'

/** A path that meets nowhere within this many steps counts as this long. */
const LONGEST = 9
function pathBetween(from: Token, to: Token): [up: number, down: number] {
  const above: number[] = []
  for (let t: Token | null = to; t && above.length < LONGEST; t = t.head) above.push(t.index)
  let up = 0
  for (let t: Token | null = from; t && up < LONGEST; t = t.head, up++) {
    const down = above.indexOf(t.index)
    if (down >= 0) return [up, down]
  }
  return [LONGEST, LONGEST]
}
