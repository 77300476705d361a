import type { JournalEntry } from '../chronicle/journal.ts'
import type { DecisionAction } from '../chronicle/types.ts'
import { format } from './messages/format.ts'
import { oneLine } from './text.ts'
import { wordingFor } from './wording/index.ts'
import type { Wording } from './wording/wording.ts'

/**
 * The journal as plain text, a decision a paragraph, oldest first.
 *
 * @throws LagebildError `language-unknown`
 */
export function renderJournal(
  entries: readonly JournalEntry[],
  { language }: { readonly language: string },
): string {
  const wording = wordingFor(language)
  if (entries.length === 0) return `${wording.desk.noDecisions}\n`
  return `${entries.map((entry) => entryLines(entry, wording).join('\n')).join('\n')}\n`
}

function entryLines(entry: JournalEntry, wording: Wording): string[] {
  const { desk, messages } = wording
  const events = entry.events.join(', ')
  const lines = [
    `${entry.id}  ${entry.recordedAt}  ${entry.by}: ${actionInWords(entry.action, wording)}${events === '' ? '' : ` – ${events}`}`,
  ]
  if (entry.why !== null) lines.push(`  „${oneLine(entry.why)}“`)
  if (entry.undoneBy !== null) lines.push(`  ${desk.undone} ${entry.undoneBy}`)
  if (entry.lost > 0) lines.push(`  ${format(messages.locale, desk.lost, { n: entry.lost })}`)
  return lines
}

function actionInWords(action: DecisionAction, { desk }: Wording): string {
  const word = desk.decisions[action.kind]
  if (action.kind === 'set')
    return `${desk.fields[action.field]} ${word}: ${oneLine(action.value) || desk.nothing}`
  if (action.kind === 'undo') return `${action.decision} ${word}`
  return action.kind === 'forget' ? `${word}: ${action.text.slice(0, 16)}` : word
}
