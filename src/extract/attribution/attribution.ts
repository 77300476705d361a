import type { Span } from '../../base/spans.ts'
import { cover } from '../../base/spans.ts'
import type { Attribution, Entity, SourceKind, SourceLink } from '../../document/report.ts'
import type { Sentence, Token } from '../../document/tokens.ts'
import type { EntityIndex } from '../events/entity-index.ts'
import { caseOf, subjectOf } from '../events/slots.ts'
import { EMBEDDINGS } from '../factuality/embedding.ts'

/** A source phrase: who says it, and the words that show it. */
export interface SourcePhrase extends Span {
  readonly head: Token
}

const REPORT_NOUNS = new Set([
  'Angabe',
  'Bericht',
  'Meldung',
  'Aussage',
  'Darstellung',
  'Einschätzung',
  'Schilderung',
  'Information',
  'Mitteilung',
  'Medienbericht',
  'Worte',
  'Wort',
  'Erkenntnis',
  'Überzeugung',
  'Berufung',
  'Verweis',
])

/** `laut X`, `nach Angaben von X`, `X zufolge`, `unter Berufung auf X` anywhere in the sentence of a trigger. */
export function sourcePhrases(sentence: Sentence): SourcePhrase[] {
  const out: SourcePhrase[] = []
  for (const token of sentence.tokens) {
    if (token.upos !== 'ADP' && token.lemma.toLowerCase() !== 'laut') continue
    const head = token.head
    if (!head) continue
    const preposition = token.lemma.toLowerCase()
    if (preposition === 'laut' || preposition === 'zufolge')
      out.push({ head: sourceNoun(head), ...phrase(head) })
    else if ((preposition === 'nach' || preposition === 'unter') && isReportNoun(head))
      out.push({ head: sourceNoun(head), ...phrase(head) })
  }
  return out
}

const isReportNoun = (token: Token) =>
  REPORT_NOUNS.has(token.lemma) || /(angabe|bericht|meldung|aussage)n?$/.test(token.lemma.toLowerCase())

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
  const tokens = head.subtree.filter((t) => t.upos !== 'PUNCT' && Math.abs(t.index - head.index) < 14)
  return tokens.reduce<Span>((span, t) => cover(span, t), head)
}

/** The speaker of a verb of saying, with the verb: `sagte ein Sprecher`. */
export function speakerPhrase(verb: Token): SourcePhrase | null {
  const subject = subjectOf(verb)[0]
  if (!subject) return null
  const own = subject.children.filter((t) => ['det', 'amod', 'flat', 'appos', 'nmod'].includes(t.relation))
  const span = own.reduce<Span>((all, t) => cover(all, t), subject)
  return { head: subject, from: Math.min(span.from, verb.from), to: Math.max(span.to, verb.to) }
}

/** A verb of saying that reports a clause beside itself: `…, teilte die Polizei mit`. */
export function reportingVerb(sentence: Sentence): Token | null {
  for (const token of sentence.tokens) {
    if (token.upos !== 'VERB') continue
    if (EMBEDDINGS.get(token.lemma)?.speaks && EMBEDDINGS.get(token.lemma)?.status === 'claimed') return token
  }
  return null
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
  const { name, entity } = linkOf(source, context)
  const chain: SourceLink[] = []
  if (context.outlet) chain.push({ name: context.outlet, entity: null, kind: 'outlet', from: 0, to: 0 })
  for (const agency of context.agency)
    chain.push({ name: agency, entity: null, kind: 'agency', from: 0, to: 0 })
  for (const link of [source, ...further]) chain.push(linkOf(link, context))
  return { name, entity, from: source.from, to: source.to, chain }
}

function linkOf(source: SourcePhrase, context: SourceContext): SourceLink {
  const entity = context.entities.at(source.head)?.entity ?? null
  const name = entity?.codebook ? entity.name : nominal(source.head, context.text)
  return {
    name,
    entity: entity?.id ?? null,
    kind: sourceKind(source.head, entity),
    from: source.from,
    to: source.to,
  }
}

function nominal(head: Token, text: string): string {
  const near = head.children.filter(
    (t) =>
      ['det', 'amod', 'nummod', 'flat', 'nmod', 'compound', 'appos'].includes(t.relation) &&
      t.upos !== 'VERB',
  )
  const span = near.reduce<Span>((all, t) => {
    const inner = t.relation === 'nmod' ? t.subtree.reduce<Span>((s, x) => cover(s, x), t) : t
    return cover(all, inner)
  }, head)
  return text.slice(span.from, span.to).replace(/\s+/g, ' ')
}

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
  if (/augenzeuge|zeuge|anwohner/.test(lemma)) return 'eyewitness'
  if (/arzt|ärzt|krankenhaus|klinik|mediziner|sanitäter|gesundheit/.test(lemma)) return 'medical'
  if (/armee|militär|streitkr/.test(lemma)) return 'military'
  if (/polizei|sicherheit|geheimdienst/.test(lemma)) return 'security'
  if (/zeitung|sender|medien|agentur|portal|magazin|blatt/.test(lemma)) return 'media'
  if (/^(quelle|insider|kreis)/.test(lemma)) return 'anonymous'
  return entity?.sector ? (KIND_OF_SECTOR[entity.sector] ?? 'official') : 'official'
}
