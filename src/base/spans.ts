/** A half-open range `[from, to)` of UTF-16 code units in a document's text. */
export interface Span {
  readonly from: number
  readonly to: number
}

export function span(from: number, to: number): Span {
  return { from, to }
}

export function overlaps(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.from <= inner.from && inner.to <= outer.to
}

/** The smallest span that holds both. */
export function cover(a: Span, b: Span): Span {
  return { from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) }
}

export function bySpan(a: Span, b: Span): number {
  return a.from - b.from || b.to - a.to
}

export function textOf(text: string, at: Span): string {
  return text.slice(at.from, at.to)
}

/** Without white space at its ends; empty spans stay where they start. */
export function trimmed(text: string, at: Span): Span {
  let { from, to } = at
  while (from < to && isSpace(text.charCodeAt(from))) from++
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--
  return { from, to }
}

export function isSpace(code: number): boolean {
  return (
    code === 32 ||
    (code >= 9 && code <= 13) ||
    code === 0xa0 ||
    code === 0x2009 ||
    code === 0x202f ||
    code === 0xfeff
  )
}

/** Index of the last element of a list sorted by `from` whose `from` is at most `offset`; -1 if there is none. */
export function lastAtOrBefore(sorted: ArrayLike<Span>, offset: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]!.from <= offset) low = middle + 1
    else high = middle
  }
  return low - 1
}
