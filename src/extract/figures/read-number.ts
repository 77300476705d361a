import type { Token, Tokens } from '../../document/tokens.ts'
import { bounds, numberWords, scales, severals, vagueQuantities } from '../../language/de/numbers.ts'
import { formAt } from '../entities/names.ts'

/** A quantity over rows `[first, last]`, bound words included in the span. */
export interface Quantity {
  readonly first: number
  readonly last: number
  readonly value: number | null
  readonly min: number | null
  readonly max: number | null
  readonly approx: boolean
}

/** The quantity that starts at a row with its number word (bound words before it are looked up backwards), or null. */
export function quantityAt(tokens: Tokens, row: number): Quantity | null {
  const word = formAt(tokens, row).toLowerCase()
  const vague = vagueQuantities.get(word)
  if (vague !== undefined) {
    const factor = row > 0 ? numberOf(formAt(tokens, row - 1)) : null
    return {
      first: row,
      last: row,
      value: null,
      min: factor && factor > 1 ? vague * factor : vague,
      max: null,
      approx: true,
    }
  }
  const several = severalBefore(tokens, row)
  const many = several === null ? null : (numberOf(word) ?? scales.get(word) ?? null)
  if (several !== null && many !== null && many >= 100) {
    // `mehrere hundert`: twice as many at least.
    return { first: several, last: row, value: null, min: 2 * many, max: null, approx: true }
  }
  if (severals.has(word) && !isMany(formAt(tokens, row + 1))) {
    return { first: row, last: row, value: null, min: 2, max: null, approx: true }
  }
  let value = numberOf(word)
  if (value === null) return null
  let last = row
  const scale = scales.get(formAt(tokens, row + 1).toLowerCase())
  if (scale) {
    value *= scale
    last = row + 1
  }
  const range = /^(bis|–|-)$/.test(formAt(tokens, last + 1)) ? numberOf(formAt(tokens, last + 2)) : null
  if (range !== null && range > value)
    return { first: row, last: last + 2, value: null, min: value, max: range, approx: false }
  const { bound, first } = boundBefore(tokens, row)
  if (bound === 'min') return { first, last, value: null, min: value, max: null, approx: false }
  if (bound === 'max') return { first, last, value: null, min: null, max: value, approx: false }
  return { first, last, value, min: null, max: null, approx: bound === 'approx' }
}

const isMany = (form: string): boolean => {
  const word = form.toLowerCase()
  return vagueQuantities.has(word) || scales.has(word) || (numberOf(word) ?? 0) >= 100
}

export const isSeveral = (token: Token): boolean => severals.has(token.form.toLowerCase())

const severalBefore = (tokens: Tokens, row: number): number | null =>
  row > 0 && severals.has(formAt(tokens, row - 1).toLowerCase()) ? row - 1 : null

const BOUNDS = bounds.map(([phrase, bound]) => ({ words: phrase.split(' '), bound }))

function boundBefore(
  tokens: Tokens,
  row: number,
): { bound: (typeof bounds)[number][1] | null; first: number } {
  for (const { words, bound } of BOUNDS) {
    const first = row - words.length
    if (first >= 0 && words.every((w, i) => formAt(tokens, first + i).toLowerCase() === w))
      return { bound, first }
  }
  return { bound: null, first: row }
}

/** `1.300`, `2,5`, `900`, `zwölf`; null for anything else, years of four digits included where they stand alone. */
export function numberOf(form: string): number | null {
  const text = form.toLowerCase()
  if (!/^\d/.test(text)) return numberWords.get(text) ?? null
  if (/^\d{1,3}(\.\d{3})+$/.test(text)) return Number(text.replaceAll('.', ''))
  if (/^\d{1,3}([  ]\d{3})+$/.test(text)) return Number(text.replace(/[  ]/g, ''))
  if (/^\d{1,12}$/.test(text)) return Number(text)
  if (/^\d{1,9},\d{1,3}$/.test(text)) return Number(text.replace(',', '.'))
  return null
}
