import type { Entity, Report, ReportedEvent } from '../document/report.ts'
import type { Party, PlaceRef } from './types.ts'
import { fold } from './words.ts'

/** Codes that name a kind of organisation and no country: two parties that share one are not thereby alike. */
const NO_COUNTRY: ReadonlySet<string> = new Set(['IGO', 'NGO'])

export function entitiesById(report: Report): Map<string, Entity> {
  return new Map(report.entities.map((entity) => [entity.id, entity]))
}

/** The party an entity stands for. Equal keys are one party in all reports. */
export function partyOf(entity: Entity): Party {
  const { name, country, sector, codebook, mentions } = entity
  const key = codebook ?? `${country ?? '-'}|${sector ?? '-'}|${fold(name)}`
  const named = codebook !== null || mentions.some(({ kind }) => kind === 'name')
  return { key, name, country, sector, codebook, named }
}

/** Each party once, in the order the report names them. Ids that the report does not list are left out. */
export function partiesOf(ids: readonly string[], entities: ReadonlyMap<string, Entity>): Party[] {
  const parties = new Map<string, Party>()
  for (const id of ids) {
    const entity = entities.get(id)
    if (entity === undefined) continue
    const party = partyOf(entity)
    if (!parties.has(party.key)) parties.set(party.key, party)
  }
  return [...parties.values()]
}

export function placeOf(event: ReportedEvent, entities: ReadonlyMap<string, Entity>): PlaceRef | null {
  const entity = event.place === null ? undefined : entities.get(event.place)
  if (entity === undefined) return null
  const precision = event.placePrecision ?? (entity.kind === 'state' ? 'country' : null)
  return {
    name: entity.name,
    country: entity.country,
    codebook: entity.codebook,
    precision,
    coordinates: entity.coordinates ?? null,
  }
}

export function placeKey(place: PlaceRef): string {
  return place.codebook ?? fold(place.name)
}

/** The country by which a party can be recognised; null for IGO, NGO and the unknown. */
export function countryOf(party: Party): string | null {
  return party.country === null || NO_COUNTRY.has(party.country) ? null : party.country
}
