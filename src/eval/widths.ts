/** How exact the dates of reports are, in days. */
export interface Widths {
  /** Half of all documents are dated at most this widely; null where that half reaches into the undated and the open intervals. */
  readonly median: number | null
  readonly quartiles: readonly [number | null, number | null]
  readonly histogram: readonly { readonly label: string; readonly documents: number }[]
}

const BINS: readonly (readonly [label: string, most: number])[] = [
  ['1 day', 1],
  ['to a week', 7],
  ['to a month', 31],
  ['to a year', 366],
  ['to ten years', 3653],
  ['longer', Number.MAX_VALUE],
  ['open', Infinity],
]

/** @param widths days of each document's interval; Infinity where it is open, null where the document is undated. */
export function widthsOf(widths: readonly (number | null)[]): Widths {
  const sorted = widths.map((width) => width ?? Infinity).sort((a, b) => a - b)
  const at = (index: number) => {
    const width = sorted[Math.floor(index)]
    return width === undefined || width === Infinity ? null : width
  }
  const among = (more: number, most: number) =>
    widths.filter((width) => width !== null && width > more && width <= most).length
  return {
    median: at(sorted.length / 2),
    quartiles: [at(sorted.length / 4), at((3 * sorted.length) / 4)],
    histogram: [
      ...BINS.map(([label, most], index) => ({ label, documents: among(BINS[index - 1]?.[1] ?? 0, most) })),
      { label: 'undated', documents: widths.filter((width) => width === null).length },
    ],
  }
}
