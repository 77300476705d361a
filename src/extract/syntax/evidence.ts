import type { Span } from '../../base/spans.ts'
import { trimmed } from '../../base/spans.ts'
import type { Token } from '../../document/tokens.ts'

const CLAUSE = new Set(['ccomp', 'xcomp', 'advcl', 'acl', 'parataxis', 'csubj', 'conj'])

/** Clauses that hold what is demanded, promised or alleged. */
const CONTENT = new Set(['ccomp', 'xcomp'])

/**
 * The smallest clause that shows the event: the trigger's own clause without clauses that hang below it, widened where the
 * trigger is a noun to the clause that it stands in. Always inside one sentence and around the trigger.
 * @param isVerbal the event is an act of speech: what it says belongs to it
 */
export function evidenceOf(text: string, trigger: Token, isVerbal = false): Span {
  const head = clauseHead(trigger)
  let from = trigger.from
  let to = trigger.to
  const stack = [head]
  // a clause has few words: a list is quicker to look through than a set is to fill
  const seen: number[] = []
  while (stack.length > 0) {
    const token = stack.pop()!
    if (seen.includes(token.index)) continue
    seen.push(token.index)
    from = Math.min(from, token.from)
    to = Math.max(to, token.to)
    for (const child of token.children) {
      if (child.relation === 'punct') continue
      if (
        CLAUSE.has(child.relation) &&
        !(isVerbal && token.index === trigger.index && CONTENT.has(child.relation)) &&
        (child.upos === 'VERB' || child.upos === 'AUX') &&
        !isBelow(trigger, child)
      )
        continue
      stack.push(child)
    }
  }
  return trimmed(text, { from, to })
}

function clauseHead(trigger: Token): Token {
  let token = trigger
  const seen: number[] = []
  while (token.upos !== 'VERB' && token.upos !== 'AUX' && token.head && !seen.includes(token.index)) {
    seen.push(token.index)
    token = token.head
  }
  return token
}

function isBelow(token: Token, ancestor: Token): boolean {
  const seen: number[] = []
  for (let t: Token | null = token; t && !seen.includes(t.index); t = t.head) {
    if (t.index === ancestor.index) return true
    seen.push(t.index)
  }
  return false
}
