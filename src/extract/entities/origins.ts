import type { NameIndex } from '../../codebook/name-index.ts'
import {
  leaning,
  ofManyStates,
  ofStatesTogether,
  statesOfPeoples,
  townAdjectives,
} from '../../language/de/origins.ts'

/** Where an adjective says that somebody belongs: to a state (ISO 3166-1 alpha-3), or expressly to none of its own. */
export type Origin =
  | { readonly kind: 'state'; readonly country: string }
  | { readonly kind: 'several'; readonly isTogether: boolean }

/** `irakische`, `US-amerikanische`, `tschetschenische`, `Berliner`, `internationale`; null for adjectives that say nothing of it. */
export function originOf(form: string, names: NameIndex): Origin | null {
  if (ofManyStates.test(form)) return { kind: 'several', isTogether: ofStatesTogether.test(form) }
  const country = countryOf(form, names)
  return country === null ? null : { kind: 'state', country }
}

function countryOf(form: string, names: NameIndex): string | null {
  const whole = names.countryOfAdjective(form) ?? names.countryOfRegion(form)
  if (whole) return whole
  const hyphen = form.lastIndexOf('-')
  if (hyphen < 0) return townOf(form, names)
  const first = form.slice(0, hyphen).toLowerCase()
  if (leaning.has(first)) return null
  const last = countryOf(form.slice(hyphen + 1), names)
  return statesOfPeoples.has(first) ? (names.countryOfAdjective(first) ?? last) : last
}

/** `Belgrader`, `Karlsruher`, `Göttinger`. */
function townOf(form: string, names: NameIndex): string | null {
  if (!/^\p{Lu}\p{L}{3,}er$/u.test(form)) return null
  const stem = form.slice(0, -2)
  for (const name of [townAdjectives.get(form), stem, `${stem}e`, `${stem}en`]) {
    const town = name && names.at(name).find((e) => e.words.length === 1 && e.thing.kind === 'place')
    if (town) return town.thing.country
  }
  return null
}
