import type { LineMarks } from './kinds.ts'
import type { PageLine } from './lines.ts'
import type { PageMetadata } from './metadata.ts'

/** Share of common words (Dice) from which a heading is the headline that the metadata names. */
const ALIKE = 0.6

/** The line that is the article's headline: the heading most like what the metadata say, else the first `h1`. */
export function titleLine(
  lines: readonly PageLine[],
  marks: ReadonlyMap<PageLine, LineMarks>,
  metadata: PageMetadata,
): PageLine | null {
  const headings = lines.filter((line) => marks.get(line)!.isHeading && line.text.length <= 400)
  let best: PageLine | null = null
  let likeness = 0
  for (const line of headings) {
    const alike = Math.max(
      dice(line.text, metadata.headline),
      dice(line.text, metadata.title?.replace(/\s[|–—-]\s[^|–—-]{1,40}$/u, '') ?? null),
    )
    if (alike > likeness) [best, likeness] = [line, alike]
  }
  if (best && likeness >= ALIKE) return best
  return headings.find((line) => line.owners.some(isTopHeading) && !marks.get(line)!.isPage) ?? null
}

function isTopHeading(owner: PageLine['owners'][number]): boolean {
  return (
    owner.localName === 'h1' ||
    (owner.parentNode !== null && 'localName' in owner.parentNode && owner.parentNode.localName === 'h1')
  )
}

function dice(a: string, b: string | null): number {
  if (b === null) return 0
  const left = new Set(
    a
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== ''),
  )
  const right = new Set(
    b
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== ''),
  )
  let common = 0
  for (const word of left) if (right.has(word)) common++
  return left.size + right.size === 0 ? 0 : (2 * common) / (left.size + right.size)
}
