import { type Decision, decide, isOpen } from './rule.ts'
import { isHeadline, isSentence, wordCount } from './shape.ts'
import { onDay, readStamp } from './stamps.ts'

/** Names and meanings of the rules of this file. */
export const STRUCTURE_RULES = [
  {
    name: 'headline',
    kind: 'title',
    finds: 'the first line of the article, when it is built like a headline',
  },
  {
    name: 'entry-headline',
    kind: 'title',
    finds: 'a line like a headline below the stamp of a live blog’s entry',
  },
  { name: 'lead', kind: 'lead', finds: 'the short paragraph that follows the headline' },
  { name: 'running-text', kind: 'body', finds: 'everything that no other rule claims' },
] as const

const LEAD_WORDS = 70

/** Title, lead and body among what is still open, from the top. */
export function applyStructure(decisions: readonly Decision[]): void {
  const hasTitle = decisions.some((decision) => decision.kind === 'title')
  const hasLead = decisions.some((decision) => decision.kind === 'lead')
  const title = hasTitle ? -1 : markTitle(decisions)
  if (title >= 0) markEntryTitles(decisions, title)
  if (!hasLead && title >= 0) markLead(decisions, title)
  for (const decision of decisions) if (isOpen(decision)) decide(decision, 'body', 'running-text')
}

/** Index of the title; -1 when the text begins with the article itself. */
function markTitle(decisions: readonly Decision[]): number {
  const at = decisions.findIndex(isOpen)
  const first = decisions[at]
  if (!first || !isHeadline(first.unit.text)) return -1
  const isFollowed = decisions
    .slice(at + 1)
    .some((decision) => isOpen(decision) && isSentence(decision.unit.text))
  if (!isFollowed) return -1
  decide(first, 'title', 'headline')
  return at
}

function markEntryTitles(decisions: readonly Decision[], title: number): void {
  for (let i = title + 1; i < decisions.length; i++) {
    const decision = decisions[i]!
    const above = decisions[i - 1]!
    const below = decisions[i + 1]
    if (above.kind === 'stamp' && isOpen(decision) && below && isHeadline(decision.unit.text))
      decide(decision, 'title', 'entry-headline')
  }
}

function markLead(decisions: readonly Decision[], title: number): void {
  const open = decisions.slice(title + 1).filter(isOpen)
  const [first, ...rest] = open
  if (!first || wordCount(first.unit.text.slice(0, 2000)) > LEAD_WORDS || !isSentence(first.unit.text)) return
  if (rest.some((decision) => isSentence(decision.unit.text))) decide(first, 'lead', 'lead')
}

/** A block below a stamp with a full date and a time is of that time, up to the next stamp; a time alone takes the day of the stamp before. */
export function inheritStamps(decisions: readonly Decision[]): void {
  let day: string | null = null
  let current: string | null = null
  for (const decision of decisions) {
    if (decision.kind === 'stamp') {
      const stamp = readStamp(decision.unit.text)
      if (stamp?.edtf && stamp.edtf.length >= 10) day = stamp.edtf.slice(0, 10)
      const at: string | null = stamp?.edtf ?? (stamp && day ? onDay(stamp, day) : null)
      decision.published ??= at
      current = decision.published?.includes('T') ? decision.published : null
    } else if (decision.kind !== 'furniture') {
      decision.published ??= current
    }
  }
}
