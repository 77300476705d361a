import type { Chronicle, Story } from '../chronicle/types.ts'
import { renderCoverage } from './coverage.ts'
import { dateInWords } from './messages/dates.ts'
import { escaped } from './text.ts'
import { wordingFor } from './wording/index.ts'

/**
 * The stories as Markdown, one a line: who and where, when, how many events; the coverage at the end.
 *
 * @throws LagebildError `language-unknown`
 */
export function renderStories(
  stories: readonly Story[],
  chronicle: Pick<Chronicle, 'coverage' | 'asOf'>,
  { language }: { readonly language: string },
): string {
  const wording = wordingFor(language)
  const { labels, desk } = wording
  const lines = [`# ${desk.stories}`, '']
  if (chronicle.asOf !== null) lines.push(`${labels.asOf}: ${chronicle.asOf}`, '')
  if (stories.length === 0) lines.push(desk.noStories)
  for (const { id, events, parties, places, period } of stories) {
    const names = [...parties.slice(0, 3), ...places.slice(0, 2)].map(({ name }) => name)
    const who = [...new Set(names)].join(', ') || labels.unknown
    const when = period === null ? labels.undated : dateInWords(period, wording.messages)
    lines.push(`- **${escaped(who)}** – ${when}: ${events.length} (\`${id}\`)`)
  }
  lines.push('', `## ${labels.coverage}`, '')
  return `${lines.join('\n')}\n${renderCoverage(chronicle.coverage, language)}`
}
