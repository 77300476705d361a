import type { Span } from '../../base/spans.ts'
import { contains, cover } from '../../base/spans.ts'
import type { Sentence, Token } from '../../document/tokens.ts'
import {
  asideMarker,
  backPointers,
  contentRelatives,
  impersonal,
  impersonalVerbs,
  placesOfWriting,
  provenanceVerb,
  reportNounEnding,
  reportNouns,
  reportPrepositions,
  sourcePostposition,
  sourcePrepositions,
  toldPrepositions,
} from '../../language/de/sources.ts'
import { speakerMarker } from '../../language/de/speech.ts'
import { EMBEDDINGS } from '../factuality/embedding.ts'
import { caseOf, isPassive, subjectOf } from '../syntax/clauses.ts'
import { covering, nounPhrase } from '../syntax/phrases.ts'

/** A source phrase: who says it, and the words that show it. */
export interface SourcePhrase extends Span {
  readonly head: Token
  /** Who is named as the source, with what describes it. */
  readonly speaker: Span
  /** The preposition or verb that makes it a source. */
  readonly cue: Span
  /** The subordinate clause that it stands in, which alone it speaks of; null where it speaks of the sentence. */
  readonly clause: Token | null
}

/** `laut X`, `nach Angaben von X`, `X zufolge`, `…, so X`, `wie X mitteilte` anywhere in the sentence of a trigger. */
export function sourcePhrases(sentence: Sentence): SourcePhrase[] {
  return sentence.tokens.flatMap((token) => {
    const found = phraseAt(token)
    return found ? { ...found, clause: subordinateAround(token) } : []
  })
}

/** `ein Lager, das nach Angaben der Armee leer stand`, `… abgesetzt, weil er nach Angaben der Armee geflohen war` */
function subordinateAround(token: Token): Token | null {
  for (let t: Token | null = token.upos === 'VERB' ? token.head : token; t?.head; t = t.head)
    if (isRelativeClause(t) || isAdverbialClause(t)) return t
  return null
}

const isRelativeClause = (t: Token): boolean =>
  t.relation === 'acl' && t.head !== null && t.head.index < t.index && t.feat('VerbForm') !== 'Inf'

const isAdverbialClause = (t: Token): boolean =>
  t.relation === 'advcl' && t.child('mark') !== null && t.feat('VerbForm') !== 'Inf'

/** A source without the stretch that it speaks of. */
export type Teller = Omit<SourcePhrase, 'clause'>

function phraseAt(token: Token): Teller | null {
  if (token.upos === 'VERB') return tellerOf(token)
  const word = token.lemma.toLowerCase()
  if (word === speakerMarker) return soPhrase(token)
  const noun = word === sourcePostposition ? nounBefore(token) : token.head
  if (!noun) return null
  // `Vorwürfe wurden laut`: no source stands behind it.
  if (word === 'laut' ? !isNominal(noun) || noun.index < token.index : token.upos !== 'ADP') return null
  if (sourcePrepositions.has(word) || (reportPrepositions.has(word) && isReportNoun(noun)))
    return {
      head: sourceNoun(noun),
      cue: token,
      speaker: speakerIn(noun, token),
      ...cover(isReportNoun(noun) ? citation(noun) : phrase(noun), token),
    }
  return null
}

/** `dem Sender zufolge in einem Gespräch`: the source stands before its word, whatever the tree hangs that word on. */
function nounBefore(postposition: Token): Token | null {
  let noun = postposition.previous
  while (noun?.upos === 'PUNCT') noun = noun.previous
  while (noun?.head && noun.head.index < noun.index && isNominal(noun.head)) noun = noun.head
  return noun && isNominal(noun) ? noun : null
}

const isNominal = ({ upos }: Token): boolean => upos === 'NOUN' || upos === 'PROPN'

/** `Das Angebot gilt, so der Sprecher, bis Montag.` */
function soPhrase(so: Token): Teller | null {
  const before = so.previous
  const head = so.head
  if (before?.upos !== 'PUNCT' || !head || head.index < so.index || head.index - so.index > SO_REACH)
    return null
  if (!isNominal(head)) return null
  if (!['DET', 'PROPN', 'NOUN', 'ADJ'].includes(so.next?.upos ?? '')) return null
  const speaker = phrase(head)
  return speaker.from >= so.to || contains(speaker, so)
    ? { head, cue: so, speaker: { from: so.next?.from ?? head.from, to: speaker.to }, ...cover(speaker, so) }
    : null
}

/** The phrase without the preposition. */
function speakerIn(noun: Token, preposition: Token): Span {
  const words = noun.subtree.filter(
    (t) => t.upos !== 'PUNCT' && t.index !== preposition.index && Math.abs(t.index - noun.index) < 14,
  )
  return covering(words, noun)
}

/** `Angaben der Polizei`, without what they are about: `zu den Vorfällen`. */
const citation = (noun: Token): Span =>
  noun.children
    .filter(
      (t) =>
        t.relation === 'det' || t.relation === 'amod' || (t.relation === 'nmod' && OWNING.has(caseOf(t))),
    )
    .reduce<Span>((all, t) => cover(all, phrase(t)), noun)

/** `Berichte der Agentur, wonach …`, `die Meldung, dass …`: whose words they are; null where a clause hangs on no such noun. */
export function tellerByNoun(clause: Token): Teller | null {
  const noun = clause.head
  if (!noun || noun.index > clause.index || !isReportNoun(noun)) return null
  const isContent = clause.children.some(
    (t) => t.relation === 'mark' || contentRelatives.has(t.form.toLowerCase()),
  )
  const head = sourceNoun(noun)
  return isContent && !head.is(noun)
    ? { head, cue: noun, speaker: nounPhrase(head), ...citation(noun) }
    : null
}

/** `wie die Polizei mitteilte`, `wie aus einem Bericht hervorgeht`, `das geht aus einem Bericht hervor`. */
function tellerOf(verb: Token): Teller | null {
  if (verb.lemma === provenanceVerb) return tellerByWriting(verb)
  if (EMBEDDINGS.get(verb.lemma)?.act !== 'report') return null
  if (verb.children.some(isAsideMarker)) {
    const told = tellerByWriting(verb) ?? speakerPhrase(verb)
    return told && { ...told, ...phrase(verb) }
  }
  const aside = verb.child('nsubj') === null ? speakerOfAside(verb) : null
  return aside && spokenBy(aside, verb)
}

/** `Wie der Minister, ein Freund des Präsidenten, der Presse mitteilte, …`: the tree may hang the speaker of an aside on what is told. */
function speakerOfAside(verb: Token): Token | null {
  const words: Token[] = []
  for (let t = verb.previous; t && !isAsideMarker(t); t = t.previous) {
    if (words.length === LONGEST_ASIDE || t.upos === 'VERB' || t.feat('VerbForm') === 'Fin') return null
    words.push(t)
  }
  const marker = (words.at(-1) ?? verb).previous
  if (!marker || (marker.previous && marker.previous.upos !== 'PUNCT')) return null
  return words.findLast((t) => isNominal(t) && !words.some((w) => w.is(t.head)) && caseOf(t) === '') ?? null
}

/** Words between `wie` and its verb. */
const LONGEST_ASIDE = 20

/** Whether somebody says it, and not a writing or nobody in particular: `es hieß`, `aus der Armee verlautete`. */
export const isSpoken = (verb: Token): boolean => !impersonalVerbs.has(verb.lemma)

/** `In dem Bericht heißt es`, `aus Armeekreisen verlautete`: nobody speaks, this does. */
export function writingOf(verb: Token): Token | null {
  if (isSpoken(verb)) return null
  const where = verb.childrenBy('obl', 'nmod', 'obj')
  for (const preposition of placesOfWriting) {
    const found = where.find((t) => caseOf(t) === preposition)
    if (found) return found
  }
  return null
}

function tellerByWriting(verb: Token): Teller | null {
  const where = writingOf(verb)
  return where && { head: sourceNoun(where), cue: verb, speaker: phrase(where), ...cover(phrase(verb), verb) }
}

const isAsideMarker = (t: Token): boolean => t.form.toLowerCase() === asideMarker

/** Words between `so` and the head of the speaker's name. */
const SO_REACH = 6

export const isReportNoun = (token: Token) =>
  reportNouns.has(token.lemma) || reportNounEnding.test(token.lemma.toLowerCase())

/** Prepositions between the words and whose words they are; none for a genitive. */
const OWNING: ReadonlySet<string> = new Set(['', 'von', 'aus', 'auf'])

/** In `Angaben des Ministeriums` the ministry is the source; in `Polizeiangaben` the word itself is. */
export function sourceNoun(head: Token): Token {
  if (!isReportNoun(head)) return head
  if (head.children.some((t) => t.lemma === 'eigen')) return clauseSubject(head) ?? head
  // `unter Berufung auf X`: the tree may hang X on the verb.
  const behind = head.next?.upos === 'ADP' ? head.next.head : null
  const whose =
    head.childrenBy('nmod').find((t) => OWNING.has(caseOf(t))) ??
    (behind && behind.index > head.index && OWNING.has(caseOf(behind)) ? behind : null)
  return whose ? sourceNoun(whose) : head
}

/** `nach eigenen Angaben`: the subject of the clause speaks of itself. */
function clauseSubject(head: Token): Token | null {
  for (let t = head.head; t; t = t.head) if (t.upos === 'VERB') return subjectOf(t)[0] ?? null
  return null
}

function phrase(head: Token): Span {
  const near = head.subtree.filter((t) => t.upos !== 'PUNCT' && Math.abs(t.index - head.index) < 14)
  return covering(near, head)
}

/** The speaker of a verb of saying, with the verb: `sagte ein Sprecher`. */
export function speakerPhrase(verb: Token): Teller | null {
  const subject = subjectOf(verb)[0]
  // `was niemand bestätigte`: a thing or a fact tells nothing.
  if (!subject || (subject.upos === 'PRON' && impersonal.has(subject.lemma.toLowerCase()))) return null
  return spokenBy(subject, verb)
}

function spokenBy(head: Token, verb: Token): Teller {
  const speaker = nounPhrase(head)
  return { head, cue: verb, speaker, ...cover(speaker, verb) }
}

/** `… getötet. Das teilte die Polizei mit.`: a sentence that only says who says what stands before it. */
export function tellerBehind(sentence: Sentence): Teller | null {
  const next = sentence.columns.at(sentence.end)
  const verb = next && backPointers.has(next.form.toLowerCase()) ? next.head : null
  if (!next || verb?.upos !== 'VERB') return null
  if (!isSpoken(verb)) return tellerByWriting(verb)
  if (EMBEDDINGS.get(verb.lemma)?.act !== 'report' && !toldPrepositions.has(verb.lemma)) return null
  const speaker = isPassive(verb)
    ? verb.childrenBy('obl').find((t) => caseOf(t) === 'von')
    : verb.childrenBy('nsubj').find((t) => !t.is(next) && isNominal(t))
  return speaker ? spokenBy(speaker, verb) : null
}
