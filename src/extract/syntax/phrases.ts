import { cover, type Span } from '../../base/spans.ts'
import type { Token } from '../../document/tokens.ts'

/** Relations of the words that name or describe what their head names. */
const DESCRIBING = ['det', 'amod', 'nummod', 'flat', 'nmod', 'compound', 'appos']

/** A noun with what describes it, attributes of attributes included, clauses left out: `ein Sprecher des Ministeriums`. */
export function nounPhrase(head: Token): Span {
  return head.children
    .filter((t) => DESCRIBING.includes(t.relation) && t.upos !== 'VERB')
    .reduce<Span>((all, t) => cover(all, wordsOf(t)), head)
}

/** An attribute is taken whole, and so is a name behind its bearer's title: `der Abgeordnete Pavel Novak`. */
function wordsOf(t: Token): Span {
  if (t.relation === 'nmod') return covering(t.subtree, t)
  return t.relation === 'appos' || t.relation === 'flat' ? nounPhrase(t) : t
}

/** `der Angriff`: what is taken for known. */
export const isDefinite = (noun: Token): boolean => noun.child('det')?.feat('Definite') === 'Def'

/** From the first to the last of some words; `start` when there are none. */
export const covering = (tokens: readonly Token[], start: Span): Span =>
  tokens.reduce<Span>((all, t) => cover(all, t), start)
