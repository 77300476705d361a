import type { Block } from '../../../src/document/report.ts'

export type MarkKind = 'evidence' | 'also' | 'trigger' | 'attribution' | 'figure'

export interface Range {
  readonly from: number
  readonly to: number
  readonly kind: MarkKind
}

/** A run of text under the same marks. */
export interface Segment {
  readonly from: number
  readonly text: string
  readonly kinds: ReadonlySet<MarkKind>
}

/** Cuts `text[from, to)` at every edge of a range. Joined again, the segments are that text. */
export function segments(text: string, from: number, to: number, ranges: readonly Range[]): Segment[] {
  const inside = ranges.filter((range) => range.from < to && range.to > from && range.from < range.to)
  const edges = new Set([from, to])
  for (const range of inside) {
    edges.add(Math.max(from, range.from))
    edges.add(Math.min(to, range.to))
  }
  const cuts = [...edges].sort((a, b) => a - b)
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1]!
    const kinds = new Set(
      inside.filter((range) => range.from <= start && end <= range.to).map(({ kind }) => kind),
    )
    return { from: start, text: text.slice(start, end), kinds }
  })
}

export type Piece = Pick<Block, 'from' | 'to' | 'kind'>

/** The blocks in order, with what lies between them as text, so that no part of a document is hidden. */
export function pieces(text: string, blocks: readonly Block[]): Piece[] {
  const found: Piece[] = []
  let at = 0
  const gap = (to: number) => {
    if (text.slice(at, to).trim() !== '') found.push({ from: at, to, kind: 'body' })
  }
  for (const block of [...blocks].sort((a, b) => a.from - b.from)) {
    if (block.to <= at) continue
    gap(block.from)
    found.push({ from: Math.max(at, block.from), to: block.to, kind: block.kind })
    at = block.to
  }
  gap(text.length)
  return found
}
