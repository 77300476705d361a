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
    const office = officeOn(mention.codebook, mention, names, day)
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

/** What a person stands for: as known at large, or as said. */
type Standing = Pick<FoundMention, 'country' | 'sector'>

/** The office that counts of those that somebody holds on a day: the one he is known for, else one that only one can have. */
export function officeOn(
  person: string,
  known: Standing,
  names: NameIndex,
  day: DayInterval,
): HeldOffice | undefined {
  const held = names.tenuresOf(person).filter(({ days }) => days.first <= day.last && day.first <= days.last)
  return (
    held.find(({ country, sector }) => country === known.country && sector === known.sector) ??
    held.find(({ isFunction, sector }) => !isFunction || sector === 'OPP') ??
    held.find(({ country }) => country === known.country)
  )
}
