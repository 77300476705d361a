import type { Span } from '../../base/spans.ts'
import { cover } from '../../base/spans.ts'
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
import type { EntityIndex } from '../entities/entity-index.ts'
import { EMBEDDINGS } from '../factuality/embedding.ts'
import { caseOf, isReportedMood, subjectOf } from '../syntax/clauses.ts'
import { covering, nounPhrase } from '../syntax/phrases.ts'

/** A source phrase: who says it, and the words that show it. */
export interface SourcePhrase extends Span {
  readonly head: Token
}

/** `laut X`, `nach Angaben von X`, `X zufolge`, `unter Berufung auf X` anywhere in the sentence of a trigger. */
export function sourcePhrases(sentence: Sentence): SourcePhrase[] {
  const out: SourcePhrase[] = []
  for (const token of sentence.tokens) {
    const teller = token.upos === 'VERB' ? tellerOf(token) : null
    if (teller) out.push(teller)
    if (token.upos !== 'ADP' && token.lemma.toLowerCase() !== 'laut') continue
    const head = token.head
    if (!head) continue
    const preposition = token.lemma.toLowerCase()
    if (sourcePrepositions.has(preposition)) out.push({ head: sourceNoun(head), ...phrase(head) })
    else if (reportPrepositions.has(preposition) && isReportNoun(head))
      out.push({ head: sourceNoun(head), ...phrase(head) })
  }
  return out
}

/** `wie die Polizei mitteilte`, `wie aus einem Bericht hervorgeht`, `das geht aus einem Bericht hervor`. */
function tellerOf(verb: Token): SourcePhrase | null {
  if (verb.lemma === sourceVerb.lemma) {
    const from = verb.childrenBy('obl', 'nmod', 'obj').find((t) => caseOf(t) === sourceVerb.preposition)
    return from ? { head: sourceNoun(from), ...phrase(from) } : null
  }
  const isAside = verb.children.some((t) => t.form.toLowerCase() === asideMarker)
  return isAside && EMBEDDINGS.get(verb.lemma)?.act === 'report' ? speakerPhrase(verb) : null
}

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
  return { head: subject, ...cover(nounPhrase(subject), verb) }
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
