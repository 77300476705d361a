import type { Party, PlaceRef } from '../../chronicle/types.ts'
import type { Messages } from './contract.ts'
import { cached, format } from './format.ts'
import { directionOf, SOURCE_LANGUAGE } from './index.ts'
import { regionName } from './regions.ts'

/**
 * A party in the reader's language: countries and unions by their CLDR names; persons and organisations as the codebook or the report
 * names them; whoever has no name (`Soldaten`) by sector and country. The report's own noun is kept for those who read its language.
 */
export function partyInWords(party: Party, messages: Messages): string {
  const { key, common } = party
  const { locale, sectors, people } = messages
  const own = regionName(party.codebook ?? key, locale)
  if (own !== null) return own
  const office = /^(gov|people)-([A-Z]{3})$/.exec(key)
  if (office !== null) return within(office[1] === 'gov' ? sectors.GOV : people, office[2]!, messages)
  if (common !== true) return party.name
  if (locale === SOURCE_LANGUAGE) return within(party.name, party.country, messages)
  const group = party.sector === null ? messages.someone : sectors[party.sector]
  return within(group, party.country, messages)
}

/** All of them, as a list of the language. */
export function partiesInWords(parties: readonly Party[], messages: Messages): string {
  return listed(
    [...new Set(parties.map((party) => isolated(partyInWords(party, messages), messages)))],
    messages,
  )
}

/** The place with its country; places have no other names than the codebook's. */
export function placeInWords({ name, country, codebook, precision }: PlaceRef, messages: Messages): string {
  const own = regionName(codebook ?? '', messages.locale)
  if (own !== null) return own
  if (precision === 'country') return regionName(country ?? '', messages.locale) ?? isolated(name, messages)
  return within(isolated(name, messages), country, messages)
}

export function listed(names: readonly string[], { locale }: Messages): string {
  const lists = cached(`list ${locale}`, () => new Intl.ListFormat(locale, { type: 'conjunction' }))
  return lists.format(names)
}

function within(name: string, country: string | null, messages: Messages): string {
  const region = country === null ? null : regionName(country, messages.locale)
  return region === null ? name : format(messages.locale, messages.patterns.within, { name, country: region })
}

/** In a right-to-left language a name of another script is set apart, so that it cannot turn what stands around it. */
export function isolated(name: string, messages: Messages): string {
  return directionOf(messages) === 'rtl' ? `\u2068${name}\u2069` : name
}
