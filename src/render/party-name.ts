import type { Party } from '../chronicle/types.ts'
import { regionName } from './messages/regions.ts'

/** What a party is called by: the parts of it that its name takes. */
export type NamedParty = Pick<Party, 'name' | 'country' | 'common'>

/**
 * The name of a party in a line. One that is known by a common noun only is told with its country, for "Vertreter" alone could be
 * anybody's: `Vertreter (USA)`, `Regierung (Uganda)`. A proper name stands as it is.
 */
export function partyName({ name, country, common }: NamedParty, language: string): string {
  const where = common && country !== null ? countryName(country, language) : null
  return where === null ? name : `${name} (${where})`
}

/** What people call a country, in its short form; null for IGO, NGO and what is no country. */
export const countryName = (alpha3: string, language: string): string | null =>
  regionName(alpha3, language, 'short')
