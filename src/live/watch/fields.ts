import { z } from 'zod'
import { isReaderLanguage, type ReaderLanguage } from '../../render/messages/index.ts'

/** Fields that rules and channels share. */
export const slug = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, { error: 'is no name of small letters, digits and hyphens' })

export const timeOfDay = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, { error: 'is no time like 07:30' })

export const timeZone = z.string().refine(isTimeZone, { error: 'is no IANA time zone' })

export const readerLanguage = z.custom<ReaderLanguage>(
  (value) => typeof value === 'string' && isReaderLanguage(value),
  { error: 'is no language of `lagebild bulletin`' },
)

/** A time as clocks of a place show it. */
export const localTime = z
  .string()
  .regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d$/, {
    error: 'is no time like 2026-03-01T06:00',
  })

export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}
