import type { EventType } from '../../document/report.ts'
import type { Token, Tokens } from '../../document/tokens.ts'
import { headsOf } from '../../language/compounds.ts'
import { clauseWords } from '../../language/de/clauses.ts'
import { judgements } from '../../language/de/stances.ts'
import type { Lexicon, Predicate } from '../../language/lexicon.ts'
import { caseOf, isPassive, subjectOf } from '../syntax/clauses.ts'
import { fillersOf } from '../syntax/slots.ts'
import { DEEDS } from './verbal.ts'

/** A predicate that shows an event. */
export type EventPredicate = Predicate & { readonly type: EventType }

export interface Trigger {
  readonly token: Token
  readonly predicate: EventPredicate
  /** Word before a compound's head: `Hamas` of `Hamas-Angriff`; null for a plain word. */
  readonly prefix: string | null
}

/** Words of the document that show an event, each with the first entry whose conditions hold. */
export function findTriggers(tokens: Tokens, lexicon: Lexicon): Trigger[] {
  const out: Trigger[] = []
  for (let row = 0; row < tokens.length; row++) {
    const token = tokens.at(row)!
    const trigger = triggerAt(token, lexicon)
    if (trigger) out.push(trigger)
  }
  return out
}

function triggerAt(token: Token, lexicon: Lexicon): Trigger | null {
  const reading = readingOf(token, lexicon)
  return reading && showsEvent(reading) ? reading : null
}

/** A word with the entry that reads it, which may say that it shows no event. */
export type Reading = Omit<Trigger, 'predicate'> & { readonly predicate: Predicate }

const showsEvent = (reading: Reading): reading is Trigger => reading.predicate.type !== null

/** The first entry whose conditions hold, which may say that the word shows no event here. */
export function readingOf(token: Token, lexicon: Lexicon): Reading | null {
  const whole = entriesOf(token, lexicon).find((p) => conditionsHold(token, p))
  if (whole && isAttribute(token) && !tellsDeed(token, whole)) return null
  if (whole) return { token, predicate: whole, prefix: null }
  return isNominal(token) ? compoundTrigger(token, lexicon) : null
}

/** Entries of the lexicon under the word's own lemma, whether their conditions hold or not. */
export function entriesOf(token: Token, lexicon: Lexicon): readonly Predicate[] {
  if (isAttribute(token)) return lexicon.byParticiple.get(token.form.toLowerCase().replace(ENDING, '')) ?? []
  const isVerbal = token.upos === 'VERB' || (token.upos === 'ADJ' && token.feat('VerbForm') === 'Part')
  const pos = isVerbal ? 'verb' : isNominal(token) ? 'noun' : null
  return (pos && lexicon.byLemma.get(`${pos}:${token.lemma}`)) || []
}

/** `die getöteten Soldaten`: a participle that stands before its noun. */
const isAttribute = ({ upos, relation }: Token): boolean => upos === 'ADJ' && relation === 'amod'
const ENDING = /e[mnrs]?$/

const isNominal = ({ upos }: Token): boolean => upos === 'NOUN' || upos === 'PROPN'

/** `zwölf getötete Zivilisten`, `das vom Parlament beschlossene Gesetz`: others say again what has been told (`die Festgenommenen`). */
const tellsDeed = (participle: Token, predicate: Predicate): boolean =>
  fillersOf(participle, 'subj').length > 0 || (isDoneTo(predicate) && isCounted(participle.head))

/** What is done to somebody, as a participle before his name tells it. */
const isDoneTo = ({ type, recipient }: Predicate): boolean =>
  type !== null && DEEDS.has(type) && recipient.includes('obj')

/** The longest listed head of a compound; the rest of the word is its prefix. */
function compoundTrigger(token: Token, lexicon: Lexicon): Reading | null {
  const { lemma } = token
  for (const { head, at, isHyphenated } of headsOf(lemma)) {
    if (head.length < (isHyphenated ? 4 : 6)) continue
    const predicate = lexicon.byLemma.get(`noun:${head}`)?.find((p) => conditionsHold(token, p))
    if (predicate) return { token, predicate, prefix: lemma.slice(0, at).replace(/-$/, '') }
  }
  return null
}

function conditionsHold(token: Token, predicate: Predicate): boolean {
  if (predicate.needs.length === 0) return true
  // few entries ask for the object
  let found: readonly Token[] | null = null
  const objects = () => {
    found ??= [...fillersOf(token, 'obj'), ...token.childrenBy('obj', 'nsubj:pass')]
    return found
  }
  const holds = (condition: string): boolean => {
    if (condition === SEVERAL) return haveSeveral(token)
    if (condition === PASSIVE) return isPassive(token)
    const judgement = JUDGEMENTS.get(condition)
    if (judgement) return isJudged(token, judgement)
    if (!condition.startsWith('*')) return objects().some((t) => matches(t, condition))
    const wanted = condition.slice(1)
    return token.children.some(
      (t) =>
        (t.deprel !== 'compound:prt' && matches(t, wanted)) ||
        t.child('case')?.lemma.toLowerCase() === wanted ||
        // `Widerstand der Partei gegen die Reform`: the tree may hang the phrase below the genitive.
        (token.upos === 'NOUN' && t.childrenBy('nmod').some((n) => caseOf(n) === wanted)) ||
        // What says that there is no event must stand close: `treffen … zu Gesprächen über die Krise` is one.
        (predicate.type !== null && t.children.some((c) => matches(c, wanted))),
    )
  }
  return predicate.needs.some((need) => need.split('&').every(holds))
}

/** Conditions that the word calls something good or bad: `bezeichnete den Angriff als barbarisch`. */
const JUDGEMENTS: ReadonlyMap<string, 'supports' | 'opposes'> = new Map([
  ['@praise', 'supports'],
  ['@blame', 'opposes'],
])
const isJudged = (token: Token, judgement: 'supports' | 'opposes'): boolean =>
  token.children.some((t) => [t, ...t.children].some((word) => judgementOf(word) === judgement))

const judgementOf = (word: Token) => judgements.get(word.lemma) ?? judgements.get(word.form)

/** Condition that the verb stands in the passive: `wurde wegen Mordes verurteilt`. */
const PASSIVE = '@passive'

/** Condition that several are the subject: `Die Präsidenten sprachen über …`. */
const SEVERAL = '@several'
const haveSeveral = (verb: Token): boolean =>
  [verb, ...verb.childrenBy('aux'), ...subjectOf(verb)].some(
    (t) => t.feat('Number') === 'Plur' || (t.upos !== 'VERB' && t.childrenBy('conj').length > 0),
  )

/** The lemma itself, or a compound that ends in it; short words end too many others (`Haft` in `Botschaft`). */
function matches(token: Token, wanted: string): boolean {
  const { lemma } = token
  if (lemma === wanted) return true
  const rest = lemma.length - wanted.length
  return (
    wanted.length >= SHORTEST_HEAD &&
    rest >= SHORTEST_PREFIX &&
    lemma.toLowerCase().endsWith(wanted.toLowerCase()) &&
    !clauseWords.nounPrefixes.has(lemma.slice(0, rest).toLowerCase())
  )
}

const SHORTEST_HEAD = 5
const SHORTEST_PREFIX = 2

/** `66 Angriffe`, `66 solcher Angriffe`: a word that shows many events of its kind at once. */
export const isCounted = (trigger: Token | null): boolean =>
  trigger !== null && (trigger.child('nummod') !== null || trigger.head?.upos === 'NUM')
