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
  while (stack.length > 0) {
    const token = stack.pop()!
    from = Math.min(from, token.from)
    to = Math.max(to, token.to)
    for (const child of token.children) {
      // every word hangs on one only: whoever comes by twice goes in a circle, which analyses from outside may hold
      if (child.relation === 'punct' || child.index === head.index) continue
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
