import { contains, type Span } from '../../base/spans.ts'
import type { Document } from '../../document/document.ts'
import type { TimeExpression } from '../../document/report.ts'
import type { Token } from '../../document/tokens.ts'
import { periodWords } from '../../language/de/times.ts'
import { isPeriod } from './periods.ts'

/**
 * `Der Putsch am Donnerstag wurde am Samstag begrüßt`: the time that hangs on the word itself or on what belongs to it, else one that
 * hangs on what governs it.
 */
export function closest(
  trigger: Token,
  times: readonly TimeExpression[],
  doc: Document,
): TimeExpression | null {
  let best: TimeExpression | null = null
  let least = Number.POSITIVE_INFINITY
  for (const time of times) {
    const governor = governorOf(time, doc)
    const distance = governor === null ? FAR : distanceFrom(governor, trigger)
    if (distance >= least) continue
    best = time
    least = distance
  }
  return best
}

const FAR = 3

function distanceFrom(governor: Token, trigger: Token): number {
  if (governor.is(trigger)) return 0
  if (trigger.upos === 'NOUN' && isAbove(trigger, governor)) return 1
  return governor.is(trigger.head) ? 2 : FAR
}

/**
 * `Am Montag stürmten sie die Stadt und töteten drei Männer`, `Am Montag sagte sie, der Richter habe abgelehnt`: the time of the clause that
 * the event's own hangs on, unless another time stands between.
 */
export function sharedWith(
  trigger: Token,
  times: readonly TimeExpression[],
  doc: Document,
): TimeExpression | null {
  const last = times.findLast((time) => time.to <= trigger.from)
  const dated = last ? governorOf(last, doc) : null
  let word = trigger
  while (word.upos !== 'VERB' && word.head) word = word.head
  return dated && SHARING.has(word.relation) && dated.is(word.head) ? last! : null
}

const SHARING: ReadonlySet<string> = new Set(['conj', 'ccomp', 'xcomp', 'advcl'])

/** `damals`, `in dieser Zeit`: the event lies where the text last was. */
export function isThen(trigger: Token): boolean {
  let verb = trigger
  while (verb.upos !== 'VERB' && verb.head) verb = verb.head
  return verb.children.some(
    (t) =>
      periodWords.pointingBack.has(t.lemma.toLowerCase()) ||
      (periodWords.stretches.has(t.lemma) && t.child('det')?.feat('PronType') === 'Dem'),
  )
}

/** The time named last before a word, within a few sentences; of a period its first day, month or year. */
export function lastNamed(
  trigger: Token,
  dated: readonly TimeExpression[],
  doc: Document,
): TimeExpression | null {
  const at = dated.findLastIndex((time) => time.to <= trigger.from)
  const last = dated[at]
  const sentence = last ? doc.layer('tokens').sentenceAt(last.from) : null
  if (!last || !sentence || trigger.sentence.index - sentence.index > REMEMBERED) return null
  const before = dated[at - 1]
  return before && isPeriod(before, last, doc) ? before : last
}

/** Sentences for which `damals` may point back. */
const REMEMBERED = 3

/** `die am Montag geflohenen Männer`, `das Lager, das am Montag brannte`: when something else was that a phrase of the event's clause tells of. */
export function isOfAttribute(time: Span, trigger: Token, doc: Document): boolean {
  let word = governorOf(time, doc)
  while (word?.head && !isAbove(word, trigger)) {
    const isClause = word.relation === 'acl' || word.relation === 'amod'
    if (isClause) return true
    word = word.head
  }
  return false
}

/** Whether a word is another or governs it. */
function isAbove(word: Token, other: Token): boolean {
  let t: Token | null = other
  while (t && !t.is(word)) t = t.head
  return t !== null
}

/** The word that a time expression hangs on. */
export function governorOf(time: Span, doc: Document): Token | null {
  const tokens = doc.layer('tokens')
  let token = tokens.at(tokens.rowAt(time.from))
  while (token?.head && contains(time, token.head)) token = token.head
  // Its preposition or article may stand before what counts as the time.
  if (token && (token.relation === 'case' || token.relation === 'det')) token = token.head
  return token?.head ?? null
}

/** A day, month or year; so many of them from the report's day on or back; `in den letzten Tagen` is no date. */
export const isDated = ({ edtf, type, value }: TimeExpression): boolean =>
  edtf !== null && (type === 'DATE' || type === 'TIME' || (type === 'DURATION' && !value.includes('X')))
