import type { Cause } from '../chronicle/causes.ts'
import type { ChangedField } from '../chronicle/changed-fields.ts'
import type { Change } from '../chronicle/changes.ts'
import type { Chronicle } from '../chronicle/types.ts'
import { renderCoverage } from './coverage.ts'
import { eventLine } from './event-line.ts'
import { dateInWords } from './messages/dates.ts'
import { format } from './messages/format.ts'
import { escaped, oneLine } from './text.ts'
import { wordingFor } from './wording/index.ts'
import type { Wording } from './wording/wording.ts'

/**
 * What is new, changed and retracted since a time, as Markdown: a section a kind, an event a line with its causes, the coverage last.
 *
 * @throws LagebildError `language-unknown`
 */
export function renderChangesMarkdown(
  chronicle: Chronicle,
  changes: readonly Change[],
  { language, since }: { readonly language: string; readonly since: string },
): string {
  const wording = wordingFor(language)
  const { labels, desk } = wording
  const lines = [`# ${labels.chronicle}`, '', `${desk.since}: ${since}`, '']
  if (chronicle.asOf !== null) lines.push(`${labels.asOf}: ${chronicle.asOf}`, '')
  if (changes.length === 0) lines.push(desk.noChanges, '')
  for (const kind of ['new', 'changed', 'retracted'] as const) {
    const own = changes.filter((change) => change.kind === kind)
    if (own.length === 0) continue
    lines.push(`## ${desk.changes[kind]} (${own.length})`, '')
    for (const change of own) lines.push(...changeLines(change, wording))
    lines.push('')
  }
  lines.push(`## ${labels.coverage}`, '')
  return `${lines.join('\n')}\n${renderCoverage(chronicle.coverage, language)}`
}

function changeLines(change: Change, wording: Wording): string[] {
  const { event, fields, mergedFrom, splitFrom } = change
  const { desk, labels } = wording
  const date = event.date === null ? labels.undated : dateInWords(event.date.edtf, wording.messages)
  const lines = [`- **${escaped(eventLine(event, wording.messages))}** – ${date} (\`${event.id}\`)`]
  const causes = change.causes.map((cause) => causeInWords(cause, wording))
  lines.push(`  - ${desk.cause}: ${escaped(causes.join('; '))}`)
  for (const field of fields) lines.push(`  - ${escaped(fieldInWords(field, wording))}`)
  if (mergedFrom.length > 0) lines.push(`  - ${desk.mergedFrom}: ${mergedFrom.join(', ')}`)
  if (splitFrom !== null) lines.push(`  - ${desk.splitFrom} ${splitFrom}`)
  return lines
}

function causeInWords(cause: Cause, { desk, messages: { locale } }: Wording): string {
  const form = desk.causes[cause.kind]
  if (cause.kind === 'neighbours') return format(locale, form, { n: cause.reports })
  if (cause.kind === 'decision') {
    const why = cause.why === null ? '' : ` („${oneLine(cause.why)}“)`
    return format(locale, form, { act: desk.decisions[cause.action], by: cause.by }) + why
  }
  return format(locale, form, {
    report: cause.report,
    outlet: cause.outlet === null ? '' : ` (${cause.outlet})`,
  })
}

function fieldInWords({ field, before, after }: ChangedField, { desk }: Wording): string {
  const name = (desk.fields as Readonly<Record<string, string>>)[field] ?? field
  return `${name}: ${before ?? desk.nothing} → ${after ?? desk.nothing}`
}
