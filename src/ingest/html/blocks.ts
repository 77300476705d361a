import { type Span, trimmed } from '../../base/spans.ts'
import type { Block } from '../../document/report.ts'
import type { JudgedPage } from './judge.ts'
import { roleOf } from './kinds.ts'
import type { LiveEntry } from './live-entries.ts'
import { picturesIn } from './region.ts'

/** Lines below the headline among which byline and date stand. */
const HEAD = 12

/**
 * Every line as a block.
 * @param headline where the title stands on its line; null when there is none
 */
export function blocksOf(page: JudgedPage, headline: Span | null, entries: readonly LiveEntry[]): Block[] {
  const { text, lines, scores, title, isProse, lengths, elements } = page
  const counts = { lengths, pictures: picturesIn(elements) }
  const top = title === null ? -1 : lines.indexOf(title)
  const first = lines.findIndex((line, i) => i > top && scores[i]! > 0 && isProse(line))
  const times = new Map(entries.flatMap((entry) => entry.lines.map((line) => [line, entry.published])))
  const blocks = lines.map((line, i): Block => {
    const at = { from: line.from, to: line.to }
    const published = times.get(line) ?? null
    if (line === title) return { ...at, kind: 'title', published: null }
    const isArticle = scores[i]! > 0
    const isNear = top >= 0 && i > top && i <= top + HEAD && i < first
    const role = roleOf(line, counts)
    // What stands between headline and text may be the byline or the date, whatever its own score is.
    if (!isArticle && !isNear && !(published !== null && role.kind === 'stamp'))
      return { ...at, kind: 'furniture', published: null }
    if (role.kind !== null && (isArticle || role.kind !== 'caption'))
      return { ...at, kind: role.kind, published: published ?? role.published }
    return { ...at, kind: isArticle ? 'body' : 'furniture', published: isArticle ? published : null }
  })
  return blocks.flatMap((block) =>
    block.kind === 'title' && headline ? parted(text, block, headline) : [block],
  )
}

/** The headline, and what stands on its line before or after it: a kicker, a subtitle. */
function parted(text: string, block: Block, headline: Span): Block[] {
  const rest = (from: number, to: number): Block[] => {
    const at = trimmed(text, { from, to })
    return at.from < at.to ? [{ ...at, kind: 'lead', published: null }] : []
  }
  return [...rest(block.from, headline.from), { ...block, ...headline }, ...rest(headline.to, block.to)]
}
