import { ALPHA2 } from '../country-codes.ts'
import { cached } from './format.ts'

/** Organisations of the codebook that CLDR names like regions. */
const UNIONS: ReadonlyMap<string, string> = new Map([
  ['igo-europaeische-union', 'EU'],
  ['igo-vereinte-nationen', 'UN'],
])

/**
 * CLDR's name of a country (ISO 3166-1 alpha-3), or of a union of states by its id in the codebook; null for all else.
 * @param style `short` is what people call it: `USA`
 */
export function regionName(code: string, locale: string, style: 'long' | 'short' = 'long'): string | null {
  const region = ALPHA2.get(code) ?? UNIONS.get(code)
  if (region === undefined) return null
  const names = cached(
    `region ${style} ${locale}`,
    () => new Intl.DisplayNames(locale, { type: 'region', style, fallback: 'none' }),
  )
  return names.of(region) ?? null
}
