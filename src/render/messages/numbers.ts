import type { Figure } from '../../document/report.ts'
import { currencyOf } from '../../language/de/currencies.ts'
import type { Messages } from './contract.ts'
import { cached, format } from './format.ts'
import { SOURCE_LANGUAGE } from './index.ts'

/**
 * A figure with its unit and its bound: `at least 12 killed`. Null for what counts things of no unit of ours, unless the reader reads the
 * language of the reports: a bare number says nothing.
 */
export function figureInWords(figure: Figure, messages: Messages): string | null {
  const { unit, counted } = figure
  const n = numberInWords(figure, messages)
  if (unit === 'other')
    return counted !== null && messages.locale === SOURCE_LANGUAGE ? `${n} ${counted}` : null
  const count = figure.value ?? figure.max ?? figure.min ?? 0
  if (unit === 'money' && currencyOf(counted) !== null) return n
  return format(messages.locale, messages.units[unit], { n, count })
}

/** The number with its bound. */
export function numberInWords(
  { value, min, max, approx, unit, counted }: Figure,
  messages: Messages,
): string {
  const { locale, bounds } = messages
  const currency = unit === 'money' ? currencyOf(counted) : null
  const show = (number: number) => shown(number, locale, currency)
  const round = (text: string) => (approx ? format(locale, bounds.about, { n: text }) : text)
  if (min !== null && max !== null) return format(locale, bounds.between, { min: show(min), max: show(max) })
  if (min !== null) return format(locale, bounds.atLeast, { min: show(min) })
  if (max !== null) return format(locale, bounds.atMost, { max: show(max) })
  return value === null ? '?' : round(show(value))
}

function shown(number: number, locale: string, currency: string | null): string {
  const style = currency === null ? {} : ({ style: 'currency', currency, currencyDisplay: 'name' } as const)
  const numbers = cached(
    `number ${locale} ${currency}`,
    () => new Intl.NumberFormat(locale, { ...style, minimumFractionDigits: 0, maximumFractionDigits: 2 }),
  )
  return numbers.format(number)
}
