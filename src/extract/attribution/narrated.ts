import type { Token } from '../../document/tokens.ts'
import { courseMarker } from '../../language/de/sources.ts'
import { caseFeature, caseOf, isSubjunctive } from '../syntax/clauses.ts'
import { isDefinite } from '../syntax/phrases.ts'

/**
 * Whether the report itself vouches for a word within what somebody is quoted with: what is taken for known (`am Rande der Kämpfe`), and
 * what a relative clause in the indicative adds to a clause in the Konjunktiv.
 */
export function isNarrated(word: Token): boolean {
  return isKnown(word) || isAddedByNarrator(word)
}

/**
 * `das Scheitern des Gipfels`, `seit Beginn der Unruhen`, `nach dem Überfall`: said in passing, as what the reader knows. What is joined to
 * such a noun is known with it.
 */
function isKnown(word: Token): boolean {
  if (word.upos !== 'NOUN' || !isDefinite(word)) return false
  const { head } = word
  if (word.relation === 'conj') return head?.upos === 'NOUN' && isKnown(head)
  if (word.relation === 'nmod' && caseOf(word) === '') return caseFeature(word) === 'Gen'
  // Before a predicate without a verb the tree takes such a phrase for an attribute: `nach dem Überfall sei die Lage ruhig`.
  const isAdverbial = word.relation === 'obl' || (word.relation === 'nmod' && word.index < (head?.index ?? 0))
  return isAdverbial && caseOf(word) !== '' && caseOf(word) !== courseMarker
}

/** `die Truppen des Generals, der seit Mai gesucht wird, hätten angegriffen` */
function isAddedByNarrator(word: Token): boolean {
  let clause: Token | null = word
  while (clause && clause.relation !== 'acl') clause = clause.head
  if (!clause?.head || clause.index < clause.head.index || !hasMood(clause, false)) return false
  let above: Token | null = clause.head
  while (above && !isPredicate(above)) above = above.head
  return above !== null && hasMood(above, true)
}

const isPredicate = (token: Token): boolean =>
  token.upos === 'VERB' || token.children.some((t) => t.relation === 'cop' || t.relation === 'aux')

/** Whether the finite verb of a clause is one, and in the Konjunktiv or not. */
function hasMood(predicate: Token, inKonjunktiv: boolean): boolean {
  const finite = [predicate, ...predicate.childrenBy('aux', 'cop')].find((t) => t.feat('VerbForm') === 'Fin')
  return finite !== undefined && isSubjunctive(finite) === inKonjunktiv
}
