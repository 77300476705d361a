import type { Party } from './types.ts'
import { fold } from './words.ts'

interface Sides {
  readonly actors: readonly Party[]
  readonly recipients: readonly Party[]
}

/**
 * The parties that a person means by `USA; Kataib Hisbollah`: each by its codebook id or key, its ISO3 code (the state itself, else its
 * government), or its name, as the reports know it; whom no report knows becomes a party of that name. An empty text means nobody.
 */
export function partiesNamed(text: string, known: readonly Sides[]): Party[] {
  const parties = new Map<string, Party>()
  for (const word of text.split(';')) {
    const name = word.trim()
    if (name === '') continue
    const party = lookUp(name, known) ?? unknownParty(name)
    parties.set(party.key, party)
  }
  return [...parties.values()]
}

/** Best fit first; among equals the smallest key, so that the order of reports cannot show. */
function lookUp(name: string, known: readonly Sides[]): Party | null {
  const folded = fold(name)
  const iso3 = /^[A-Z]{3}$/.test(name) ? name : null
  const likeness = (party: Party): number => {
    if (party.key === name || party.codebook === name) return 3
    if (fold(party.name) === folded) return 2
    return iso3 !== null && party.country === iso3 && party.sector === 'GOV' ? 1 : 0
  }
  let best: Party | null = null
  let bestFit = 0
  for (const { actors, recipients } of known) {
    for (const party of [...actors, ...recipients]) {
      const own = likeness(party)
      if (own > bestFit || (own === bestFit && own > 0 && party.key < best!.key)) {
        best = party
        bestFit = own
      }
    }
  }
  return best
}

function unknownParty(name: string): Party {
  const country = /^[A-Z]{3}$/.test(name) ? name : null
  return { key: `${country ?? '-'}|-|${fold(name)}`, name, country, sector: null, codebook: null }
}
