/** Nouns that name one currency when they stand alone, and its ISO 4217 code. A `Dollar` without a country is the American one. */
const CURRENCIES: ReadonlyMap<string, string> = new Map([
  ...(['dollar', 'us-dollar'].map((noun) => [noun, 'USD']) as [string, string][]),
  ['euro', 'EUR'],
  ['pfund', 'GBP'],
  ['rubel', 'RUB'],
  ['yen', 'JPY'],
  ['yuan', 'CNY'],
  ['schekel', 'ILS'],
  ['franken', 'CHF'],
  ['griwna', 'UAH'],
  ['hrywnja', 'UAH'],
])

/** ISO 4217 code of the counted noun; null when it is none, or not one currency only. */
export function currencyOf(counted: string | null): string | null {
  return counted === null ? null : (CURRENCIES.get(counted.trim().toLowerCase()) ?? null)
}
