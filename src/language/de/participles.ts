import { particles } from './particles.ts'
import { prefixes, strongParticiples } from './strong-verbs.ts'

/**
 * Second participles of a verb, without endings: `festnehmen` has `festgenommen`, `übersetzen` both `übersetzt` and `übergesetzt`, since its
 * spelling does not tell whether its first part comes off.
 */
export function participlesOf(infinitive: string): string[] {
  const out = new Set<string>()
  for (const particle of particles) {
    const rest = infinitive.slice(particle.length)
    if (infinitive.startsWith(particle) && rest.length >= SHORTEST) out.add(particle + simpleOf(rest))
  }
  out.add(simpleOf(infinitive))
  return [...out]
}

/** Letters of the shortest verbs: `tun`. */
const SHORTEST = 3

function simpleOf(infinitive: string): string {
  const strong = strongParticiples.get(infinitive)
  if (strong) return strong
  for (const prefix of prefixes) {
    const rest = infinitive.slice(prefix.length)
    if (infinitive.startsWith(prefix) && rest.length > SHORTEST)
      return prefix + (strongParticiples.get(rest) ?? `ge${weakStem(rest)}`).slice(2)
  }
  return /[iy]eren$/.test(infinitive) ? weakStem(infinitive) : `ge${weakStem(infinitive)}`
}

/** `töten` → `tötet`, `foltern` → `foltert`, `verhaften` → `verhaftet`. */
function weakStem(infinitive: string): string {
  const stem = infinitive.replace(/e?n$/, '')
  return /(?:[dt]|[^aeiouäöülrhm]m|[^aeiouäöülrhn]n|chn)$/.test(stem) ? `${stem}et` : `${stem}t`
}
