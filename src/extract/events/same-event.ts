import { contains } from '../../base/spans.ts'
import type { Document } from '../../document/document.ts'
import type { Figure, ReportedEvent } from '../../document/report.ts'
import type { Token } from '../../document/tokens.ts'
import { isKnown } from './discourse.ts'
import { isCounted } from './triggers.ts'
import { VERBAL } from './verbal.ts'

export interface Context {
  readonly figures: ReadonlyMap<string, Figure>
  readonly country: ReadonlyMap<string, string>
  readonly sentence: (event: ReportedEvent) => number
  /** Whether the word that shows the event is counted itself. */
  readonly isCounted: (event: ReportedEvent) => boolean
  /** The word that shows the event. */
  readonly word: (event: ReportedEvent) => Token
  /** Whether the headline tells it: the text tells it again. */
  readonly isHeadline: (event: ReportedEvent) => boolean
  /** Nouns of an event's evidence: what a demand or an accusation is about. */
  readonly nouns: (event: ReportedEvent) => ReadonlySet<string>
}

/** What tellings are compared by. */
export function contextOf(doc: Document): Context {
  const tokens = doc.layer('tokens')
  const title = doc.layer('title')
  const wordOf = ({ trigger }: ReportedEvent): Token => tokens.at(tokens.rowAt(trigger.from))!
  return {
    figures: new Map(doc.layer('figures').map((f) => [f.id, f])),
    country: new Map(doc.layer('entities').map((e) => [e.id, e.country ?? e.name])),
    nouns: (event) =>
      new Set(
        tokens
          .within(event.evidence)
          .filter((t) => t.upos === 'NOUN')
          .map((t) => t.lemma),
      ),
    isCounted: (event) => isCounted(wordOf(event)),
    word: wordOf,
    isHeadline: ({ trigger }) => title !== null && contains(title, trigger),
    sentence: (event) => tokens.sentenceAt(event.trigger.from)?.index ?? -1,
  }
}

/** Whether two tellings can be of one event: nothing of what they say of it contradicts, and another sentence shows that it tells it again. */
export const areOne = (a: ReportedEvent, b: ReportedEvent, context: Context): boolean =>
  a.type === b.type &&
  a.aux === b.aux &&
  (!VERBAL.has(a.type) || isAboutSame(a, b, context)) &&
  (isOneClause(a, b, context) || (areCountedAlike(a, b, context) && modesFit(a, b, context))) &&
  datesFit(a, b) &&
  placesFit(a, b) &&
  counts(a, b, context) !== 'other' &&
  isLinked(a, b, context) &&
  sameSide(a.actors, b.actors, context.country) &&
  sameSide(a.recipients, b.recipients, context.country)

/** `35 Angriffe geflogen`, `in einen Sitzstreik getreten`: a verb with the noun of what it tells. */
function isOneClause(a: ReportedEvent, b: ReportedEvent, { word }: Context): boolean {
  const carries = (verb: Token, noun: Token) =>
    verb.upos === 'VERB' && noun.upos === 'NOUN' && verb.is(noun.head)
  return carries(word(a), word(b)) || carries(word(b), word(a))
}

/** `insgesamt 66 Angriffe seit dem Überfall`: a count of many deeds is no second telling of one. */
const areCountedAlike = (a: ReportedEvent, b: ReportedEvent, { isCounted }: Context): boolean =>
  isCounted(a) === isCounted(b)

/**
 * `Bei einem Luftangriff wurden 25 Kämpfer getötet`: deed and outcome, one of them without a mode, are one event. So are a deed and a later
 * telling that names neither side nor mode: `Der Angriff erfolgte am Montag`.
 */
function modesFit(a: ReportedEvent, b: ReportedEvent, { sentence }: Context): boolean {
  if (a.mode === b.mode) return true
  if (a.mode !== null && b.mode !== null) return false
  const apart = Math.abs(sentence(a) - sentence(b))
  return apart <= (a.type === 'ASSAULT' ? 1 : 0) || isBare(a) || isBare(b)
}

const datesFit = (a: ReportedEvent, b: ReportedEvent): boolean =>
  !a.date?.marked || !b.date?.marked || a.date.edtf === b.date.edtf

const placesFit = (a: ReportedEvent, b: ReportedEvent): boolean =>
  !a.place ||
  !b.place ||
  a.place === b.place ||
  a.placePrecision === 'country' ||
  b.placePrecision === 'country'

/**
 * Whether a telling in another sentence shows that it is one: `der Angriff`, the same word, place or number again. Of violence the next sentence
 * goes on to tell, and a headline is told again.
 */
function isLinked(a: ReportedEvent, b: ReportedEvent, context: Context): boolean {
  const [first, later] = a.trigger.from < b.trigger.from ? [a, b] : [b, a]
  const apart = context.sentence(later) - context.sentence(first)
  if (apart === 0 || (apart === 1 && a.type === 'ASSAULT')) return true
  if (context.isHeadline(first) || isKnown(context.word(later))) return true
  if (a.place !== null && a.place === b.place && a.placePrecision !== 'country') return true
  return isSameOrHead(context.word(a).lemma, context.word(b).lemma) || counts(a, b, context) === 'same'
}

/** What two tellings count: the same number of one unit, only other numbers (`23 Rebellen`, `in 30 Jahren 45.000`), or (null) nothing that could be compared. */
function counts(a: ReportedEvent, b: ReportedEvent, { figures }: Context): 'same' | 'other' | null {
  const of = (event: ReportedEvent) =>
    event.figures.flatMap((id) => figures.get(String(id)) ?? []).filter(({ unit }) => unit !== 'other')
  const first = of(a)
  const second = of(b)
  const pairs = first.flatMap((f) => second.filter((g) => g.unit === f.unit).map((g) => [f, g] as const))
  if (pairs.length === 0) return null
  return pairs.some(([f, g]) => amountOf(f) === amountOf(g)) ? 'same' : 'other'
}
const amountOf = ({ value, min, max }: Figure): number | null => value ?? min ?? max

/** Two demands of one party to another are two where they ask for different things. */
function isAboutSame(a: ReportedEvent, b: ReportedEvent, { nouns }: Context): boolean {
  const first = [...nouns(a)]
  return [...nouns(b)].some((lemma) => first.some((other) => isSameOrHead(lemma, other)))
}

/** `Angebot` and `Hilfsangebot`. */
const isSameOrHead = (a: string, b: string): boolean =>
  a === b || (a.length < b.length ? isHead(a, b) : isHead(b, a))
const SHORTEST_HEAD = 5
const isHead = (head: string, compound: string): boolean =>
  head.length >= SHORTEST_HEAD && compound.toLowerCase().endsWith(head.toLowerCase())

const isBare = ({ mode, actors, recipients }: ReportedEvent): boolean =>
  mode === null && actors.length + recipients.length === 0

/** Equal in countries, or one of them says nothing. */
function sameSide(a: readonly string[], b: readonly string[], country: ReadonlyMap<string, string>): boolean {
  if (a.length === 0 || b.length === 0) return true
  const set = new Set(a.map((id) => country.get(id)))
  return b.some((id) => set.has(country.get(id)))
}
