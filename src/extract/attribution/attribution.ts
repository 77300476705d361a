import type { Span } from '../../base/spans.ts'
import { contains, cover } from '../../base/spans.ts'
import type { Attribution, Entity, SourceKind, SourceLink } from '../../document/report.ts'
import type { Sentence, Token } from '../../document/tokens.ts'
import {
  asideMarker,
  impersonal,
  reportNounEnding,
  reportNouns,
  reportPrepositions,
  sourceKinds,
  sourcePrepositions,
  sourceVerb,
} from '../../language/de/sources.ts'
import { speakerMarker } from '../../language/de/speech.ts'
import type { EntityIndex } from '../entities/entity-index.ts'
import { EMBEDDINGS } from '../factuality/embedding.ts'
import { caseOf, isReportedMood, subjectOf } from '../syntax/clauses.ts'
import { covering, nounPhrase } from '../syntax/phrases.ts'

/** A source phrase: who says it, and the words that show it. */
export interface SourcePhrase extends Span {
  readonly head: Token
  /** Who is named as the source, with what describes it. */
  readonly speaker: Span
  /** The preposition or verb that makes it a source. */
  readonly cue: Span
}

/** `laut X`, `nach Angaben von X`, `X zufolge`, `…, so X`, `wie X mitteilte` anywhere in the sentence of a trigger. */
export function sourcePhrases(sentence: Sentence): SourcePhrase[] {
  return sentence.tokens.flatMap((token) => phraseAt(token) ?? [])
}

function phraseAt(token: Token): SourcePhrase | null {
  if (token.upos === 'VERB') return tellerOf(token)
  const word = token.lemma.toLowerCase()
  if (word === speakerMarker) return soPhrase(token)
  const noun = token.head
  if (!noun || (token.upos !== 'ADP' && word !== 'laut')) return null
  if (sourcePrepositions.has(word) || (reportPrepositions.has(word) && isReportNoun(noun)))
    return {
      head: sourceNoun(noun),
      cue: token,
      speaker: speakerIn(noun, token),
      ...cover(phrase(noun), token),
    }
  return null
}

/** `Das Angebot gilt, so der Sprecher, bis Montag.` */
function soPhrase(so: Token): SourcePhrase | null {
  const before = so.previous
  const head = so.head
  if (
    !before ||
    before.upos !== 'PUNCT' ||
    !head ||
    head.index < so.index ||
    head.index - so.index > SO_REACH
  )
    return null
  if (head.upos !== 'PROPN' && head.upos !== 'NOUN') return null
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

/** `wie die Polizei mitteilte`, `wie aus einem Bericht hervorgeht`, `das geht aus einem Bericht hervor`. */
function tellerOf(verb: Token): SourcePhrase | null {
  if (verb.lemma === sourceVerb.lemma) {
    const from = verb.childrenBy('obl', 'nmod', 'obj').find((t) => caseOf(t) === sourceVerb.preposition)
    return from
      ? { head: sourceNoun(from), cue: verb, speaker: phrase(from), ...cover(phrase(verb), verb) }
      : null
  }
  const isAside = verb.children.some((t) => t.form.toLowerCase() === asideMarker)
  return isAside && EMBEDDINGS.get(verb.lemma)?.act === 'report' ? speakerPhrase(verb) : null
}

/** Words between `so` and the head of the speaker's name. */
const SO_REACH = 6

const isReportNoun = (token: Token) =>
  reportNouns.has(token.lemma) || reportNounEnding.test(token.lemma.toLowerCase())

/** In `Angaben des Ministeriums` the ministry is the source; in `Polizeiangaben` the word itself is. */
function sourceNoun(head: Token): Token {
  if (!isReportNoun(head)) return head
  if (head.children.some((t) => t.lemma === 'eigen')) return clauseSubject(head) ?? head
  const whose = head.childrenBy('nmod').find((t) => ['', 'von', 'aus', 'auf'].includes(caseOf(t)))
  return whose ?? head
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
export function speakerPhrase(verb: Token): SourcePhrase | null {
  const subject = subjectOf(verb)[0]
  // `was niemand bestätigte`: a thing or a fact tells nothing.
  if (!subject || (subject.upos === 'PRON' && impersonal.has(subject.lemma.toLowerCase()))) return null
  const speaker = nounPhrase(subject)
  return { head: subject, cue: verb, speaker, ...cover(speaker, verb) }
}

/** A verb of saying that reports a clause beside itself: `…, teilte die Polizei mit`. */
export function reportingVerb(sentence: Sentence): Token | null {
  for (const token of sentence.tokens) {
    if (token.upos !== 'VERB') continue
    if (EMBEDDINGS.get(token.lemma)?.act === 'report') return token
  }
  return null
}

/**
 * For each sentence who is speaking when it begins: the last speaker, as long as what is told stays in the Konjunktiv.
 * `Der Sprecher sagte, … Die Armee habe … Es seien …`
 */
export function runningSpeakers(sentences: readonly Sentence[]): (SourcePhrase | null)[] {
  let speaker: SourcePhrase | null = null
  return sentences.map((sentence) => {
    const root = sentence.root
    const before = root && isReportedMood(root) ? speaker : null
    const verb = reportingVerb(sentence)
    speaker = (verb && speakerPhrase(verb)) ?? sourcePhrases(sentence)[0] ?? before
    return before
  })
}

export interface SourceContext {
  readonly entities: EntityIndex
  readonly text: string
  readonly outlet: string | null
  readonly agency: readonly string[]
}

/** The chain outlet <- agency <- source <- the source's own sources in the text, outermost first. */
export function attributionOf(
  source: SourcePhrase,
  further: readonly SourcePhrase[],
  context: SourceContext,
): Attribution {
  const link = linkOf(source, context)
  const chain: SourceLink[] = []
  if (context.outlet) chain.push({ name: context.outlet, entity: null, kind: 'outlet', from: 0, to: 0 })
  for (const agency of context.agency)
    chain.push({ name: agency, entity: null, kind: 'agency', from: 0, to: 0 })
  chain.push(link, ...further.map((phrase) => linkOf(phrase, context)))
  return { name: link.name, entity: link.entity, from: source.from, to: source.to, chain }
}

function linkOf(source: SourcePhrase, context: SourceContext): SourceLink {
  const entity = context.entities.at(source.head)?.entity ?? null
  const name = entity?.codebook ? entity.name : asWritten(nounPhrase(source.head), context.text)
  return {
    name,
    entity: entity?.id ?? null,
    kind: sourceKind(source.head, entity),
    from: source.from,
    to: source.to,
  }
}

const asWritten = (at: Span, text: string) => text.slice(at.from, at.to).replace(/\s+/g, ' ')

const KIND_OF_SECTOR: Readonly<Record<string, SourceKind>> = {
  MIL: 'military',
  COP: 'security',
  SPY: 'security',
  MED: 'media',
  REB: 'party',
  PTY: 'party',
  OPP: 'party',
  UAF: 'party',
  CVL: 'eyewitness',
}

function sourceKind(head: Token, entity: Entity | null): SourceKind {
  const lemma = head.lemma.toLowerCase()
  const kind = sourceKinds.find(([pattern]) => pattern.test(lemma))?.[1]
  if (kind) return kind
  return entity?.sector ? (KIND_OF_SECTOR[entity.sector] ?? 'official') : 'official'
}
