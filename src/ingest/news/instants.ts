import { centralEuropeanOffset } from '../central-europe.ts'

const ISO =
  /^(?<year>\d{4})-?(?<month>\d{2})-?(?<day>\d{2})(?:[T ](?<hour>\d{2}):?(?<minute>\d{2})(?::?(?<second>\d{2})(?:[.,]\d{1,9})?)?\s?(?<zone>Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?$/u

/**
 * ISO 8601, extended or basic, as ISO 8601 UTC with milliseconds; null when it is no such time.
 *
 * @param local whose clock counts where no zone is given; UTC is never earlier than that of Central Europe
 */
export function instant(value: string | null, local: 'utc' | 'central-europe' = 'utc'): string | null {
  const groups = value === null || value.length > 60 ? undefined : ISO.exec(value.trim())?.groups
  if (groups === undefined) return null
  const { year, month, day, hour = '00', minute = '00', second = '00', zone } = groups
  const plain = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  if (Number.isNaN(plain.getTime())) return null
  // 30 February is no day, though it can be counted.
  if (plain.getUTCDate() !== Number(day)) return null
  const minutes = zone === undefined && local === 'central-europe' ? centralEurope(plain) : minutesOf(zone)
  return new Date(plain.getTime() - minutes * 60_000).toISOString()
}

function minutesOf(zone: string | undefined): number {
  const parts = /^(?<sign>[+-])(?<hours>\d{2}):?(?<minutes>\d{2})?$/u.exec(zone ?? '')?.groups
  if (parts === undefined) return 0
  return (parts.sign === '-' ? -1 : 1) * (Number(parts.hours) * 60 + Number(parts.minutes ?? 0))
}

function centralEurope(local: Date): number {
  const asSummer = new Date(local.getTime() - 2 * 3_600_000)
  return centralEuropeanOffset(asSummer) === 2 ? 120 : 60
}
