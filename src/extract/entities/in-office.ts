import type { DayInterval } from '../../base/calendar.ts'
import type { HeldOffice, NameIndex } from '../../codebook/name-index.ts'
import type { FoundMention } from './mentions.ts'

/**
 * Whom known persons stand for on the day of the report: the state or body whose office they hold then, not the last one that made them
 * known. Where the tables know of no office on that day, what they say of the person at large stays.
 */
export function onTheDay(
  found: readonly FoundMention[],
  names: NameIndex,
  day: DayInterval | null,
): FoundMention[] {
  if (!day) return [...found]
  return found.map((mention) => {
    if (mention.kind !== 'person' || !mention.codebook) return mention
    const held = names
      .tenuresOf(mention.codebook)
      .filter(({ days }) => days.first <= day.last && day.first <= days.last)
    const office =
      held.find((one) => isOf(one, mention)) ??
      held.find(({ isFunction, sector }) => !isFunction || sector === 'OPP') ??
      held.find(({ country }) => country === mention.country)
    if (!office) return mention
    const isAbroad = office.country !== null && office.country !== mention.country
    if (!isAbroad && mention.isInWords) return mention
    return {
      ...mention,
      country: office.country ?? mention.country,
      sector: office.sector ?? mention.sector,
    }
  })
}

const isOf = ({ country, sector }: HeldOffice, mention: FoundMention): boolean =>
  country === mention.country && sector === mention.sector
