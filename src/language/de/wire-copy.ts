/** How press releases and agency copy say that they may not be used yet; lower case, at the head of a line. */
export const EMBARGO = {
  heads: ['sperrfrist', 'embargo', 'gesperrt bis', 'frei ab'],
  /** After such a head: there is none (any more). */
  lifted: ['keine', 'frei', 'aufgehoben', 'entfällt', 'entfallen', 'abgelaufen'],
} as const

/** Months as agencies cut them to three letters, German and English. */
export const WIRE_MONTHS: Readonly<Record<string, number>> = {
  ...{ jan: 1, jän: 1, feb: 2, mär: 3, mrz: 3, mae: 3, mar: 3, apr: 4, mai: 5, may: 5, jun: 6, jul: 7 },
  ...{ aug: 8, sep: 9, okt: 10, oct: 10, nov: 11, dez: 12, dec: 12 },
}
