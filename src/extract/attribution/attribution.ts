import type { Span } from '../../base/spans.ts'
import { contains, cover, overlaps, span } from '../../base/spans.ts'
import type { Document } from '../../document/document.ts'
import type { Attribution, Entity, Quote, SourceKind, SourceLink } from '../../document/report.ts'
import type { Sentence, Token, Tokens } from '../../document/tokens.ts'
import {
  asideMarker,
  impersonal,
  reportNounEnding,
  reportNouns,
  reportPrepositions,
  sourceKinds,
  sourcePostposition,
  sourcePrepositions,
  sourceVerb,
} from '../../language/de/sources.ts'
import { speakerMarker } from '../../language/de/speech.ts'
import { EMBEDDINGS } from '../factuality/embedding.ts'
import { caseOf, subjectOf } from '../syntax/clauses.ts'
import { covering, nounPhrase } from '../syntax/phrases.ts'
import { isNarrated } from './narrated.ts'

/** A source phrase: who says it, and the words that show it. */
export interface SourcePhrase extends Span {
  readonly head: Token
  /** Who is named as the source, with what describes it. */
  readonly speaker: Span
  /** The preposition or verb that makes it a source. */
  readonly cue: Span
  /** The relative clause that it stands in, which alone it speaks of; null where it speaks of the sentence. */
  readonly clause: Token | null
}

/** `laut X`, `nach Angaben von X`, `X zufolge`, `…, so X`, `wie X mitteilte` anywhere in the sentence of a trigger. */
export function sourcePhrases(sentence: Sentence): SourcePhrase[] {
  return sentence.tokens.flatMap((token) => {
    const found = phraseAt(token)
    return found ? { ...found, clause: relativeClauseAround(token) } : []
  })
}

/** `ein Lager, das nach Angaben der Armee leer stand` */
function relativeClauseAround(token: Token): Token | null {
  for (let t: Token | null = token.upos === 'VERB' ? token.head : token; t?.head; t = t.head)
    if (t.relation === 'acl' && t.head.index < t.index && t.feat('VerbForm') !== 'Inf') return t
  return null
}

type Found = Omit<SourcePhrase, 'clause'>

function phraseAt(token: Token): Found | null {
  if (token.upos === 'VERB') return tellerOf(token)
  const word = token.lemma.toLowerCase()
  if (word === speakerMarker) return soPhrase(token)
  const noun = word === sourcePostposition ? nounBefore(token) : token.head
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

/** `dem Sender zufolge in einem Gespräch`: the source stands before its word, whatever the tree hangs that word on. */
function nounBefore(postposition: Token): Token | null {
  let noun = postposition.previous
  while (noun?.upos === 'PUNCT') noun = noun.previous
  while (noun?.head && noun.head.index < noun.index && isNominal(noun.head)) noun = noun.head
  return noun && isNominal(noun) ? noun : null
}

const isNominal = ({ upos }: Token): boolean => upos === 'NOUN' || upos === 'PROPN'

/** `Das Angebot gilt, so der Sprecher, bis Montag.` */
function soPhrase(so: Token): Found | null {
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

/** `wie die Polizei mitteilte`, `wie aus einem Bericht hervorgeht`, `das geht aus einem Bericht hervor`. */
function tellerOf(verb: Token): Found | null {
  if (verb.lemma === sourceVerb.lemma) {
    const from = verb.childrenBy('obl', 'nmod', 'obj').find((t) => caseOf(t) === sourceVerb.preposition)
    return from
      ? { head: sourceNoun(from), cue: verb, speaker: phrase(from), ...cover(phrase(verb), verb) }
      : null
  }
  const isAside = verb.children.some((t) => t.form.toLowerCase() === asideMarker)
  const told = isAside && EMBEDDINGS.get(verb.lemma)?.act === 'report' ? speakerPhrase(verb) : null
  return told && { ...told, ...phrase(verb) }
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
function speakerPhrase(verb: Token): Found | null {
  const subject = subjectOf(verb)[0]
  // `was niemand bestätigte`: a thing or a fact tells nothing.
  if (!subject || (subject.upos === 'PRON' && impersonal.has(subject.lemma.toLowerCase()))) return null
  const speaker = nounPhrase(subject)
  return { head: subject, cue: verb, speaker, ...cover(speaker, verb) }
}

export interface SourceContext {
  readonly tokens: Tokens
  readonly entities: readonly Entity[]
  readonly quotes: readonly Quote[]
  readonly text: string
  readonly outlet: string | null
  readonly agency: readonly string[]
}

export const sourceContextOf = (doc: Document): SourceContext => ({
  tokens: doc.layer('tokens'),
  entities: doc.layer('entities'),
  quotes: doc.layer('quotes'),
  text: doc.text,
  outlet: doc.layer('outlet'),
  agency: doc.layer('agency'),
})

/**
 * Who says what stands at a place of the text: the chain outlet <- agency <- speaker of the innermost quotation around it <- those
 * whom the speaker or the sentence names in turn. Null where the report itself says it.
 */
export function attributionAt(at: Span, context: SourceContext): Attribution | null {
  const word = context.tokens.at(context.tokens.rowAt(at.from))
  if (word && isNarrated(word)) return null
  const around = context.quotes
    .filter(
      (q) =>
        q.kind !== 'reported' && q.speaker.length > 0 && q.quote.some((part) => contains(span(...part), at)),
    )
    .toSorted((a, b) => lengthOf(a) - lengthOf(b))
  // `„…“ sei „…“, sagte X`: what X says inside what X says has one speaker, not two.
  const links = around
    .map((quote) => linkOf(quote, context))
    .filter((link, i, all) => all.findIndex((other) => overlaps(other, link)) === i)
  const teller = links.length === 0 ? tellerAbove(at, context.tokens) : null
  if (teller) links.push(linkTo(teller.speaker, teller, entityAt(teller.head, context), context))
  const sentence = context.tokens.sentenceAt(at.from)
  for (const phrase of sentence && links.length > 0 ? sourcePhrases(sentence) : []) {
    if (links.some((link) => overlaps(link, phrase))) continue
    if (phrase.clause && word && !isWithin(word, phrase.clause)) continue
    links.push(linkTo(phrase.speaker, phrase, entityAt(phrase.head, context), context))
  }
  const [source] = links
  if (!source) return null
  const chain: SourceLink[] = []
  if (context.outlet) chain.push({ name: context.outlet, entity: null, kind: 'outlet', from: 0, to: 0 })
  for (const agency of context.agency)
    chain.push({ name: agency, entity: null, kind: 'agency', from: 0, to: 0 })
  return {
    name: source.name,
    entity: source.entity,
    from: source.from,
    to: source.to,
    chain: [...chain, ...links],
  }
}

function isWithin(word: Token, clause: Token): boolean {
  let t: Token | null = word
  while (t && !t.is(clause)) t = t.head
  return t !== null
}

/** `Die Miliz meldete 66 Angriffe`, `Helfer berichten von Explosionen`: what is told is the verb's object. */
function tellerAbove(at: Span, tokens: Tokens): Found | null {
  let token = tokens.at(tokens.rowAt(at.from))
  for (let i = 0; token?.head && i < TELLER_REACH; i++) {
    const above: Token = token.head
    // `verkündete das Urteil gegen Männer, die geflohen waren`: the flight is not what is announced.
    if (token.relation === 'acl') return null
    if (above.upos === 'VERB') {
      const isTold = token.relation === 'obj' || (token.relation === 'obl' && caseOf(token) === 'von')
      return isTold && EMBEDDINGS.get(above.lemma)?.act === 'report' ? speakerPhrase(above) : null
    }
    token = above
  }
  return null
}

/** Words between what is told and the verb that tells it. */
const TELLER_REACH = 4

const lengthOf = (quote: Quote): number => quote.quote.reduce((sum, [from, to]) => sum + to - from, 0)

function linkOf(quote: Quote, context: SourceContext): SourceLink {
  const speaker = span(...quote.speaker[0]!)
  const near = quote.cue.filter(([from, to]) => from - speaker.to < NEAR && speaker.from - to < NEAR)
  const shown = near.reduce<Span>((all, [from, to]) => cover(all, { from, to }), speaker)
  const entity = context.entities.find((e) => e.id === quote.speakerEntity) ?? null
  return linkTo(speaker, shown, entity, context)
}

/** Furthest that a cue may stand from its speaker to be shown with it, in characters. */
const NEAR = 40

/** @param shown the words that show the source: the speaker with the cue */
function linkTo(speaker: Span, shown: Span, entity: Entity | null, context: SourceContext): SourceLink {
  const head = headOf(speaker, context.tokens)
  const isName = entity?.codebook || head?.upos === 'PRON'
  return {
    name: entity && isName ? entity.name : asWritten(head ? nounPhrase(head) : speaker, context.text),
    entity: entity?.id ?? null,
    kind: sourceKind(head?.lemma ?? '', entity),
    from: shown.from,
    to: shown.to,
  }
}

/** The word of a phrase that nothing in it governs. */
function headOf(at: Span, tokens: Tokens): Token | null {
  const words = tokens.within(at)
  const head = words.find((t) => t.upos !== 'PUNCT' && t.upos !== 'ADP' && !words.some((w) => w.is(t.head)))
  // `Angaben der Polizei`: the police is the source, `Polizeiangaben` are one themselves.
  return head ? sourceNoun(head) : null
}

const entityAt = (head: Token, { entities }: SourceContext): Entity | null =>
  entities.find((e) => e.mentions.some((m) => m.from <= head.from && m.to >= head.to)) ?? null

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

function sourceKind(lemma: string, entity: Entity | null): SourceKind {
  const kind = sourceKinds.find(([pattern]) => pattern.test(lemma.toLowerCase()))?.[1]
  if (kind) return kind
  return entity?.sector ? (KIND_OF_SECTOR[entity.sector] ?? 'official') : 'official'
}
