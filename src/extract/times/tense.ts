import type { Span } from '../../base/spans.ts'
import type { Tokens } from '../../document/tokens.ts'
import { timeGuards } from '../../language/de/times.ts'

/** Tense of the clause that a time stands in: the words between the commas around it. Null when no verb tells. */
export function tenseAround(tokens: Tokens, at: Span): 'past' | 'future' | null {
  const row = tokens.rowAt(at.from)
  if (row < 0) return null
  const own = attributeTense(tokens, row)
  if (own) return own
  const { start, end } = tokens.sentenceOf(row)
  let first = row
  while (first > start && !isBreak(tokens, first - 1)) first--
  let last = row
  while (last + 1 < end && !(isBreak(tokens, last + 1) && tokens.data.from[last + 1]! >= at.to)) last++
  let future = false
  for (let i = first; i <= last; i++) {
    const token = tokens.at(i)!
    const form = token.form.toLowerCase()
    if (timeGuards.past.has(form) || (token.feat('Tense') === 'Past' && token.feat('VerbForm') !== 'Part'))
      return 'past'
    // `sollen gezogen sein`: hearsay of what was.
    if (token.feat('VerbForm') === 'Inf' && timeGuards.perfect.has(form) && isParticiple(tokens, i - 1))
      return 'past'
    // Germans tell of the days ahead in the present tense: `Am Freitag trifft er …`.
    if (
      timeGuards.future.has(form) ||
      (token.upos === 'VERB' && token.feat('Tense') === 'Pres' && token.feat('Mood') === 'Ind')
    )
      future = true
  }
  return future ? 'future' : null
}

/** `die am Montag erfolgte Wahl`, `die am Montag beginnende Wahl`, `für Montag`, `seit Montag`: what the phrase itself says. */
function attributeTense(tokens: Tokens, row: number): 'past' | 'future' | null {
  const before = tokens.at(row - 1)?.form.toLowerCase() ?? ''
  if (timeGuards.plannedBefore.has(before)) return 'future'
  if (timeGuards.sinceBefore.has(before)) return 'past'
  const head = tokens.at(row)?.head
  if (head?.relation !== 'amod' || head.index < row || !PARTICIPLE.test(head.form)) return null
  const form = head.form.toLowerCase()
  const isAhead = PRESENT_PARTICIPLE.test(form) || timeGuards.planned.some((word) => form.startsWith(word))
  return isAhead ? 'future' : 'past'
}

const PRESENT_PARTICIPLE = /end(?:e|en|em|er|es)$/
const PARTICIPLE = /(?:t|en|end)(?:e|en|em|er|es)$/

const isParticiple = (tokens: Tokens, row: number): boolean =>
  row >= 0 && tokens.at(row)!.feat('VerbForm') === 'Part'

function isBreak(tokens: Tokens, row: number): boolean {
  return /^[,;:–—]$/.test(tokens.at(row)!.form)
}
