import type { Bulletin } from './bulletin.ts'
import { format } from './messages/format.ts'
import { messagesFor } from './messages/index.ts'
import { escaped } from './text.ts'

/** A bulletin as Markdown. Names and sentences of reports show as they stand; nothing of them becomes markup. */
export function renderBulletinMarkdown(bulletin: Bulletin, language: string): string {
  const { patterns, labels, locale } = messagesFor(language)
  const labelled = (label: string, value: string) => format(locale, patterns.labelled, { label, value })
  const lines = [`# ${escaped(bulletin.title)}`, '']
  if (bulletin.asOf !== null) lines.push(bulletin.asOf, '')
  lines.push(bulletin.events, '')
  for (const { date, items } of bulletin.days) {
    lines.push(`## ${date}`, '')
    for (const { line, sources, independent, event, disputed } of items) {
      const mark = disputed ? ` – ${labels.disputed}` : ''
      lines.push(`- **${escaped(line)}**${mark}`)
      lines.push(`  ${escaped(labelled(labels.source, sources.join('; ')))} – ${independent} (\`${event}\`)`)
    }
    lines.push('')
  }
  if (bulletin.disputed.length > 0) {
    lines.push(`## ${labels.disputed}`, '')
    for (const { kind, statements } of bulletin.disputed) {
      const sides = statements.map(({ quote, report }) => `„${quote}“ (${report})`)
      lines.push(`- ${escaped(labelled(kind, sides.join(' ↔ ')))}`)
    }
    lines.push('')
  }
  lines.push(
    `## ${labels.basis}`,
    '',
    ...bulletin.basis.map((line) => `- ${escaped(line)}`),
    '',
    bulletin.notice,
  )
  return `${lines.join('\n')}\n`
}
