import type { Token } from '../../document/tokens.ts'
import { caseFeature, caseOf, isSubjunctive } from '../syntax/clauses.ts'

/**
 * Whether the report itself vouches for a word within what somebody is quoted with: what is taken for known (`am Rande der Kämpfe`), and
 * what a relative clause in the indicative adds to a clause in the Konjunktiv.
 */
export function isNarrated(word: Token): boolean {
  return isKnownAttribute(word) || isAddedByNarrator(word)
}

/** `das Scheitern des Gipfels`, `seit Beginn der Unruhen`: said in passing, as what the reader knows. */
const isKnownAttribute = (word: Token): boolean =>
  word.upos === 'NOUN' &&
  word.relation === 'nmod' &&
  caseOf(word) === '' &&
  caseFeature(word) === 'Gen' &&
  word.child('det')?.feat('Definite') === 'Def'

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
