import type { Span } from '../../base/spans.ts'
import { contains, cover, overlaps, span } from '../../base/spans.ts'
import type { Document } from '../../document/document.ts'
import type { Attribution, Entity, Quote, SourceKind, SourceLink } from '../../document/report.ts'
import type { Token, Tokens } from '../../document/tokens.ts'
import { sourceKinds, toldPrepositions } from '../../language/de/sources.ts'
import { decidingVerbs, questionMarker } from '../../language/de/speech.ts'
import { EMBEDDINGS } from '../factuality/embedding.ts'
import { caseOf } from '../syntax/clauses.ts'
import { isDefinite, nounPhrase } from '../syntax/phrases.ts'
import { isNarrated } from './narrated.ts'
import {
  isReportNoun,
  sourceNoun,
  sourcePhrases,
  speakerPhrase,
  type Teller,
  tellerBehind,
  tellerByNoun,
} from './source-phrases.ts'

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
    .filter((q) => isClaim(q, context.tokens))
    .toSorted((a, b) => lengthOf(a) - lengthOf(b))
  // `„…“ sei „…“, sagte X`: what X says inside what X says has one speaker, not two.
  const links = around
    .map((quote) => linkOf(citedIn(quote, context) ?? quote, context))
    .filter((link, i, all) => all.findIndex((other) => overlaps(other, link)) === i)
  const sentence = context.tokens.sentenceAt(at.from)
  const teller =
    links.length === 0 ? (tellerAbove(at, context.tokens) ?? (sentence && tellerBehind(sentence))) : null
  if (teller) links.push(linkTo(teller.speaker, teller, entityAt(teller.head, context), context))
  for (const phrase of sentence ? sourcePhrases(sentence) : []) {
    if (links.some((link) => overlaps(link, phrase))) continue
    if (around.some((quote) => quote.speaker.some((part) => overlaps(span(...part), phrase)))) continue
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

/** What is decided or asked is not claimed: `das Gericht entschied, dass …`, `der Richter fragte, ob …`. */
function isClaim({ cue, quote }: Quote, tokens: Tokens): boolean {
  const said = cue.map(([from]) => tokens.at(tokens.rowAt(from))?.lemma ?? '')
  const first = quote[0] && tokens.at(tokens.rowAt(quote[0][0]))
  return !said.some((lemma) => decidingVerbs.has(lemma)) && first?.form.toLowerCase() !== questionMarker
}

function isWithin(word: Token, clause: Token): boolean {
  let t: Token | null = word
  while (t && !t.is(clause)) t = t.head
  return t !== null
}

/** `Die Miliz meldete 66 Angriffe`, `Helfer berichten von Explosionen`: what is told is the verb's object. */
function tellerAbove(at: Span, tokens: Tokens): Teller | null {
  let token = tokens.at(tokens.rowAt(at.from))
  for (let i = 0; token?.head && i < TELLER_REACH; i++) {
    const above: Token = token.head
    // `verkündete das Urteil gegen Männer, die geflohen waren`: the flight is not what is announced.
    if (token.relation === 'acl' || token.relation === 'ccomp') return tellerByNoun(token)
    if (above.upos === 'VERB') {
      return isToldBy(above, token) ? speakerPhrase(above) : null
    }
    token = above
  }
  return null
}

function isToldBy(verb: Token, told: Token): boolean {
  const isReport = EMBEDDINGS.get(verb.lemma)?.act === 'report'
  if (told.relation === 'obj') return isReport
  if (told.relation !== 'obl') return false
  return toldPrepositions.get(verb.lemma)?.includes(caseOf(told)) ?? (isReport && caseOf(told) === 'von')
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

/** `den Angaben zufolge`: the words of whoever was cited last before; null where a quotation names its own speaker. */
function citedIn(quote: Quote, { quotes, tokens }: SourceContext): Quote | null {
  if (!isBackReference(quote, tokens)) return null
  const at = quotes.indexOf(quote)
  return (
    quotes
      .slice(Math.max(0, at - CITED_BEFORE), at)
      .findLast((q) => q.kind !== 'reported' && q.speaker.length > 0 && !isBackReference(q, tokens)) ?? null
  )
}

function isBackReference({ speaker }: Quote, tokens: Tokens): boolean {
  const head = speaker[0] ? headOf(span(...speaker[0]), tokens) : null
  return head !== null && isReportNoun(head) && isDefinite(head)
}

/** Quotations to look through for the one that another points back to. */
const CITED_BEFORE = 4

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

/** The words of a phrase; a name between quotation marks or brackets keeps both: `der Zeitung „El País“`. */
function asWritten({ from, to }: Span, text: string): string {
  const words = text.slice(from, to)
  const opened = OPENING.exec(words)?.[0]
  return (opened && CLOSING.test(text.charAt(to)) ? text.slice(from, to + 1) : words).replace(/\s+/g, ' ')
}

/** A mark that is not closed within the phrase. */
const OPENING = /[„“"»«(][^„“”"»«()]*$/
const CLOSING = /[“”"«»)]/

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
