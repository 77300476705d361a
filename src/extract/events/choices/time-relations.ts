import { contains, type Span } from '../../../base/spans.ts'
import type { Document } from '../../../document/document.ts'
import type { Token } from '../../../document/tokens.ts'
import { governorOf } from '../clause-times.ts'

/** How a time stands to the word of an event: in its sentence by the path of the tree, in another by what the time hangs on. */
export function relationTo(time: Span, word: Token, isSameSentence: boolean, doc: Document): string {
  const governor = governorOf(time, doc)
  if (!governor) return 'alone'
  const what = governor.upos === 'VERB' || governor.relation === 'root' ? 'verb' : 'noun'
  if (!isSameSentence) return governor.relation === 'root' ? 'root' : `other ${what}`
  const side = time.from < word.from ? 'before' : 'behind'
  if (governor.is(word)) return 'own'
  if (governor.is(word.head)) return `head ${what}`
  if (isAbove(word, governor)) return isWithinClause(governor, word) ? `in a clause below` : `below ${what}`
  if (isAbove(governor, word)) return `above ${what}`
  return `beside ${what} ${side}`
}

/** The word that leads a time: `am`, `seit`, `für`. */
export function prepositionOf(time: Span, doc: Document): string {
  const tokens = doc.layer('tokens')
  let token = tokens.at(tokens.rowAt(time.from))
  while (token?.head && contains(time, token.head)) token = token.head
  const word = token?.child('case')
  return word?.lemma.toLowerCase() ?? 'none'
}

function isAbove(word: Token, other: Token): boolean {
  let t: Token | null = other
  while (t && !t.is(word)) t = t.head
  return t !== null
}

/** `die am Montag geflohenen Männer`: between a word and another above it lies a clause. */
function isWithinClause(word: Token, top: Token): boolean {
  for (let t: Token | null = word; t && !t.is(top); t = t.head) if (CLAUSES.has(t.relation)) return true
  return false
}

const CLAUSES: ReadonlySet<string> = new Set(['acl', 'amod', 'advcl', 'ccomp', 'xcomp', 'conj'])
