import type { Entity } from '../../document/report.ts'
import { type Backdrop, backdropOf, countryUntold, sectorUntold } from './backdrop.ts'
import { type FoundMention, nounOf } from './mentions.ts'
import type { Pronoun } from './pronouns.ts'
import { personKey } from './unknown-names.ts'

/** Gathers the mentions of one document into entities: e1, e2 … in order of first mention. */
export function gather(found: readonly FoundMention[], pronouns: readonly Pronoun[]): Entity[] {
  const backdrop = backdropOf(found)
  const keys = linkPersons(found)
  const groups = new Map<string, FoundMention[]>()
  for (const mention of found) {
    const key = keys.get(mention) ?? mention.key
    const group = groups.get(key)
    const linked = key === mention.key ? mention : asUnknown(mention, key)
    if (group) group.push(linked)
    else groups.set(key, [linked])
  }
  for (const { mention, antecedent } of pronouns) groups.get(keys.get(antecedent)!)!.push(mention)
  return [...groups.values()].map((group, i) => entityOf(`e${i + 1}`, group, backdrop))
}

/**
 * Persons are one by surname (`Kerry` after `John Kerry`), an office without a name is the person who was last named with it,
 * a description without a country is the last one with the same noun.
 */
function linkPersons(found: readonly FoundMention[]): Map<FoundMention, string> {
  const keys = new Map<FoundMention, string>()
  const bySurname = new Map<string, string>()
  const byRole = new Map<string, { key: string; country: string | null }>()
  const byNoun = new Map<string, string>()
  const namesakes = unknownNamesakes(found)
  for (const m of found) if (m.kind === 'person' && m.codebook) bySurname.set(surnameKey(m), m.key)
  for (const m of found) {
    let key = m.key
    if (m.kind === 'person' && !m.codebook)
      key = namesakes.has(m.key) ? m.key : (bySurname.get(m.key) ?? m.key)
    else if (m.kind === 'person' && namesakes.has(surnameKey(m)) && !m.isFullName) key = surnameKey(m)
    else if (m.mention === 'nominal' && m.role) {
      const named = byRole.get(m.role)
      if (named && (m.country === null || named.country === null || m.country === named.country))
        key = named.key
    } else if (m.mention === 'nominal' && m.country === null && !isTold(m))
      key = byNoun.get(nounOf(m)) ?? m.key
    if (m.kind === 'person' && m.role) byRole.set(m.role, { key, country: m.country })
    if (m.mention === 'nominal' && (m.country !== null || isTold(m))) byNoun.set(nounOf(m), key)
    else if (m.headNoun) byNoun.set(m.headNoun, key)
    keys.set(m, key)
  }
  return keys
}

const surnameKey = (m: FoundMention) => personKey(m.name.split(/\s+/).at(-1)!)

/** Surnames under which the document introduces, by full name, somebody whom the codebook does not know, and nobody whom it knows. */
function unknownNamesakes(found: readonly FoundMention[]): ReadonlySet<string> {
  const full = found.filter((m) => m.kind === 'person' && m.isFullName)
  const known = new Set(full.filter((m) => m.codebook).map(surnameKey))
  return new Set(full.filter((m) => !m.codebook && !known.has(m.key)).map((m) => m.key))
}

/** A surname that is not whom the codebook knows by it: `Guterres` after `Eurico Guterres`. */
const asUnknown = (m: FoundMention, key: string): FoundMention =>
  m.codebook !== null && key === surnameKey(m)
    ? { ...m, codebook: null, country: null, sector: null, name: m.name.split(/\s+/).at(-1)! }
    : m

/** Whether words beside the noun say of which sector its people are. */
const isTold = (m: FoundMention) => m.key.includes('~')

function entityOf(id: string, group: readonly FoundMention[], backdrop: Backdrop): Entity {
  const lead = group.find((m) => m.codebook) ?? group.find((m) => m.mention === 'name') ?? group[0]!
  const longest = group.filter((m) => m.mention === 'name').sort((a, b) => b.name.length - a.name.length)[0]
  const told = group.find((m) => m.isInWords) ?? lead
  const sector = told.sector ?? group.find((m) => m.sector)?.sector ?? null
  return {
    id,
    kind: lead.kind,
    name: lead.codebook ? lead.name : (longest?.name ?? lead.name),
    country:
      (told.codebook === null ? null : told.country) ??
      group.find((m) => m.country)?.country ??
      countryUntold(lead, group, sector, backdrop),
    sector: sector ?? sectorUntold(lead, backdrop),
    codebook: lead.codebook,
    role: group.find((m) => m.role)?.role ?? null,
    coordinates: lead.coordinates ? [lead.coordinates[0], lead.coordinates[1]] : null,
    mentions: group.map((m) => ({ from: m.from, to: m.to, kind: m.mention })),
  }
}
