import { bySpan, contains } from '../../base/spans.ts'
import type { Document } from '../../document/document.ts'
import type { Figure, ReportedEvent } from '../../document/report.ts'
import type { Token } from '../../document/tokens.ts'
import { isKnown } from './discourse.ts'
import { isCounted } from './triggers.ts'
import { VERBAL } from './verbal.ts'

interface Context {
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

/** Tellings of one event within a document become one event: the one with most detail stays, the others are its mentions. */
export function mergeMentions(events: readonly ReportedEvent[], doc: Document): ReportedEvent[] {
  const tokens = doc.layer('tokens')
  const title = doc.layer('title')
  const wordOf = ({ trigger }: ReportedEvent): Token => tokens.at(tokens.rowAt(trigger.from))!
  const context: Context = {
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
  const kept: ReportedEvent[] = []
  for (const event of [...events].sort((a, b) => detail(b) - detail(a) || bySpan(a.trigger, b.trigger))) {
    const same = nearest(kept, event, context)
    if (same < 0) kept.push(event)
    else
      kept[same] = joined(
        kept[same]!,
        event,
        context.sentence(kept[same]!) === context.sentence(event),
        context.country,
      )
  }
  return kept.sort((a, b) => bySpan(a.trigger, b.trigger))
}

/** Index of the compatible event that is told closest to this telling; -1 when there is none. */
function nearest(kept: readonly ReportedEvent[], event: ReportedEvent, context: Context): number {
  let best = -1
  let least = Number.POSITIVE_INFINITY
  for (const [i, other] of kept.entries()) {
    const distance = Math.abs(other.trigger.from - event.trigger.from)
    if (distance < least && compatible(other, event, context)) {
      best = i
      least = distance
    }
  }
  return best
}

/**
 * Figures that only one telling names belong to the event, and so do sides within a sentence, and whom an actor acts upon wherever it is
 * told; what both name stays as the fuller one has it.
 */
function joined(
  fuller: ReportedEvent,
  other: ReportedEvent,
  oneSentence: boolean,
  country: Context['country'],
): ReportedEvent {
  const actors = fuller.actors.length > 0 || !oneSentence ? fuller.actors : other.actors
  const isOneActor = fuller.actors.some((id) => other.actors.includes(id))
  // `Bei Kämpfen zwischen Rebellen und Armee starben Zivilisten`: who fights each other has nobody whom it fights.
  const isFight = isMutual(fuller) || (oneSentence && fuller.actors.length === 0 && isMutual(other))
  const recipients = isFight
    ? []
    : fuller.recipients.length > 0 || !(oneSentence || isOneActor)
      ? fuller.recipients
      : other.recipients
  const teller = isOwnSpokesman(other, fuller, country) ? other : fuller
  return {
    ...fuller,
    date: fuller.date?.marked ? fuller.date : other.date?.marked ? other.date : fuller.date,
    attribution: teller.attribution,
    factuality: teller.factuality,
    mode: fuller.mode ?? other.mode,
    actors: actors.filter((id) => !recipients.includes(id) || fuller.actors.includes(id)),
    recipients: recipients.filter((id) => !fuller.actors.includes(id)),
    arguments: [
      ...fuller.arguments,
      ...other.arguments.filter((a) => !fuller.arguments.some((f) => f.role === a.role)),
    ],
    place: fuller.place ?? other.place,
    placePrecision: fuller.placePrecision ?? other.placePrecision,
    figures: [...new Set([...fuller.figures, ...other.figures])],
    mentions: [...fuller.mentions, other.evidence, ...other.mentions],
  }
}

const isMutual = ({ actors, recipients }: ReportedEvent): boolean =>
  actors.length > 1 && recipients.length === 0

/** `nach eigenen Angaben` names only who acted as the source; another telling may say who spoke for them. */
function isOwnSpokesman(other: ReportedEvent, event: ReportedEvent, country: Context['country']): boolean {
  const own = event.attribution?.entity
  const speaker = other.attribution?.entity
  return (
    !!own &&
    !!speaker &&
    event.actors.includes(own) &&
    own !== speaker &&
    country.get(speaker) === country.get(own)
  )
}

const detail = (e: ReportedEvent) =>
  2 * e.actors.length +
  2 * e.recipients.length +
  e.figures.length +
  (e.date?.marked ? 2 : 0) +
  (e.place ? 1 : 0) +
  // Of two that say the same the verb shows more than the noun that it carries.
  (e.rule.startsWith('verb:') ? 0.5 : 0)

function compatible(a: ReportedEvent, b: ReportedEvent, context: Context): boolean {
  const { country, sentence } = context
  if (a.type !== b.type || a.aux !== b.aux) return false
  if (VERBAL.has(a.type) && !isAboutSame(a, b, context)) return false
  // `insgesamt 66 Angriffe seit dem Überfall`: a count of many deeds is no second telling of one.
  const isOneClause = carries(context.word(a), context.word(b)) || carries(context.word(b), context.word(a))
  if (context.isCounted(a) !== context.isCounted(b) && !isOneClause) return false
  // `Bei einem Luftangriff wurden 25 Kämpfer getötet`: deed and outcome, one of them without a mode, are one event.
  // So are a deed and a later telling that names neither side nor mode: `Der Angriff erfolgte am Montag`.
  if (
    a.mode !== b.mode &&
    !isOneClause &&
    !(
      (a.mode === null || b.mode === null) &&
      (Math.abs(sentence(a) - sentence(b)) <= (a.type === 'ASSAULT' ? 1 : 0) || isBare(a) || isBare(b))
    )
  )
    return false
  if (a.date && b.date && a.date.marked && b.date.marked && a.date.edtf !== b.date.edtf) return false
  if (
    a.place &&
    b.place &&
    a.place !== b.place &&
    a.placePrecision !== 'country' &&
    b.placePrecision !== 'country'
  )
    return false
  if (countOtherwise(a, b, context)) return false
  if (!isLinked(a, b, context)) return false
  return sameSide(a.actors, b.actors, country) && sameSide(a.recipients, b.recipients, country)
}

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
  return isSameOrHead(context.word(a).lemma, context.word(b).lemma) || countAlike(a, b, context)
}

/** `35 Angriffe geflogen`, `in einen Sitzstreik getreten`: a verb with the noun of what it tells. */
const carries = (verb: Token, noun: Token): boolean =>
  verb.upos === 'VERB' && noun.upos === 'NOUN' && verb.is(noun.head)

/** `23 Rebellen getötet`, `in 30 Jahren 45.000 Menschen getötet`: of one unit each names numbers, and none that the other has. */
const countOtherwise = (a: ReportedEvent, b: ReportedEvent, context: Context): boolean =>
  counts(a, b, context) === 'other'

const countAlike = (a: ReportedEvent, b: ReportedEvent, context: Context): boolean =>
  counts(a, b, context) === 'same'

/** What two tellings count: the same number of one unit, only other numbers, or (null) nothing that could be compared. */
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
