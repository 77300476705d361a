import type { Coverage } from '../chronicle/types.ts'
import { dateInWords } from './messages/dates.ts'
import { format, type Values } from './messages/format.ts'
import { escaped, oneLine } from './text.ts'
import { wordingFor } from './wording/index.ts'

/** What the answer stands on, as Markdown list lines. Empty is not quiet. */
export function renderCoverage(coverage: Coverage, language: string): string {
  const wording = wordingFor(language)
  const words = wording.coverage
  const fill = (message: string, values: Values) => format(wording.messages.locale, message, values)
  const { documents, sightings, outlets, period, undated, unread, failed } = coverage
  const lines: string[] = []
  if (documents === 0) lines.push(`- ${words.empty}`)
  else {
    lines.push(`- ${fill(words.documents, { documents, sightings })}`)
    if (outlets.length > 0) {
      lines.push(
        `- ${fill(words.outlets, { outlets: outlets.map((outlet) => `${escaped(outlet.name)} (${outlet.sightings})`).join(', ') })}`,
      )
    }
    if (period !== null)
      lines.push(`- ${fill(words.period, { period: dateInWords(period, wording.messages) })}`)
    if (undated > 0) lines.push(`- ${fill(words.undated, { n: undated })}`)
  }
  if (unread.length > 0) {
    lines.push(`- ${fill(words.unread, { n: unread.length })}`)
    for (const { id, code, message } of unread)
      lines.push(`  - ${escaped(oneLine(`${id}: ${message} (${code})`))}`)
  } else if (documents > 0) lines.push(`- ${words.noUnread}`)
  if (failed.length > 0) {
    lines.push(`- ${fill(words.failed, { n: failed.length })}`)
    for (const { report, code, message } of failed)
      lines.push(`  - ${escaped(oneLine(`${report}: ${message} (${code})`))}`)
  }
  return `${lines.join('\n')}\n`
}
