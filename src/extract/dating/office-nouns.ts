import type { RoleNoun } from '../../codebook/types.ts'

/** Roles by noun, lower case; compounds are read by the longest noun they end with. */
export type OfficeNouns = ReadonlyMap<string, readonly string[]>
const SHORTEST = 6

export function officeNouns(nouns: readonly RoleNoun[]): OfficeNouns {
  const index = new Map<string, string[]>()
  for (const { noun, role } of nouns) {
    const key = noun.toLowerCase()
    const roles = index.get(key)
    if (roles) roles.push(role)
    else index.set(key, [role])
  }
  return index
}

/** `US-Außenministers`: the roles of `Außenminister`; empty for a word that names no office. */
export function rolesOf(word: string, nouns: OfficeNouns): readonly string[] {
  const lower = word.toLowerCase()
  for (let start = 0; lower.length - start >= SHORTEST; start++) {
    const rest = lower.slice(start)
    for (const form of [rest, rest.replace(/(?:en|n|s)$/, ''), rest.replace(/es$/, '')]) {
      const roles = nouns.get(form)
      if (roles) return roles
    }
  }
  return []
}
