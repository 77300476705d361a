import type { PageLine } from './lines.ts'
import type { ElementMarks } from './marks.ts'
import type { PageMetadata } from './metadata.ts'

/** Share of common words (Dice) from which a heading is the headline that the metadata name. */
const ALIKE = 0.6

/** The line that is the article's headline: the heading most like what the metadata say, else the first `h1`. */
export function titleLine(
  lines: readonly PageLine[],
  marks: readonly ElementMarks[],
  metadata: PageMetadata,
): PageLine | null {
  const headings = lines.filter((line) => line.heading !== null && line.text.length <= 400)
  const names = [...metadata.headlines.slice(0, 2), withoutSite(metadata.title)].filter((name) => name !== null)
  let best: PageLine | null = null
  let likeness = 0
  for (const line of headings) {
    const alike = Math.max(0, ...names.map((name) => dice(line.text, name)))
    if (alike > likeness) [best, likeness] = [line, alike]
  }
  if (best && likeness >= ALIKE) return best
  return headings.find((line) => line.heading === 1 && !marks[line.block.index]!.isPage) ?? null
}

/** `<title>` without the site's name. */
export function withoutSite(title: string | null): string | null {
  return title?.replace(/\s[|–—»«:-]\s[^|–—-]{1,40}$/u, '') ?? null
}

export function dice(a: string, b: string): number {
  const words = (text: string) => new Set(text.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== ''))
  const [left, right] = [words(a), words(b)]
  let common = 0
  for (const word of left) if (right.has(word)) common++
  return left.size + right.size === 0 ? 0 : (2 * common) / (left.size + right.size)
}
