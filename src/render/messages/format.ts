import { IntlMessageFormat } from 'intl-messageformat'
import type { Message } from './contract.ts'

export type Values = Readonly<Record<string, string | number>>

/** Parsed messages by locale; there are as many as there are messages, so none is ever thrown out. */
const parsed = new Map<string, Map<Message, IntlMessageFormat>>()

/** Fills an ICU message. Angle brackets are text: no message carries markup. */
export function format(locale: string, message: Message, values: Values = {}): string {
  const own = parsed.get(locale) ?? new Map<Message, IntlMessageFormat>()
  parsed.set(locale, own)
  let ready = own.get(message)
  if (ready === undefined) {
    ready = new IntlMessageFormat(message, locale, undefined, { ignoreTag: true })
    own.set(message, ready)
  }
  return String(ready.format(values))
}

const formats = new Map<string, unknown>()

/** Makes an Intl object once for each locale and use: making one costs more than using it a thousand times. */
export function cached<Format>(key: string, make: () => Format): Format {
  const known = formats.get(key) as Format | undefined
  if (known !== undefined) return known
  const made = make()
  formats.set(key, made)
  return made
}
