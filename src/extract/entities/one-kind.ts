import type { EntityKind } from '../../document/report.ts'
import type { FoundMention } from './mentions.ts'
import { personKey } from './unknown-names.ts'

/**
 * A name that the codebook does not know is of one kind throughout a report: the one that most of its mentions have, of two that are as many the
 * first. (One sense per discourse, Gale et al. 1992.)
 */
export function ofOneKind(found: readonly FoundMention[]): FoundMention[] {
  const counts = new Map<string, Map<EntityKind, number>>()
  for (const mention of found) {
    if (!isUnknownName(mention)) continue
    const kinds = counts.get(mention.name) ?? new Map<EntityKind, number>()
    kinds.set(mention.kind, (kinds.get(mention.kind) ?? 0) + 1)
    counts.set(mention.name, kinds)
  }
  return found.map((mention) => {
    const kinds = isUnknownName(mention) ? counts.get(mention.name) : undefined
    if (!kinds || kinds.size === 1) return mention
    const kind = [...kinds].reduce((best, other) => (other[1] > best[1] ? other : best))[0]
    return kind === mention.kind ? mention : { ...mention, kind, ...identityOf(kind, mention) }
  })
}

/** Whoever holds an office is a person, whatever the name is elsewhere. */
const isUnknownName = ({ mention, codebook, role }: FoundMention): boolean =>
  mention === 'name' && codebook === null && role === null

function identityOf(kind: EntityKind, { name, first, last }: FoundMention) {
  const isPerson = kind === 'person'
  return {
    isFullName: isPerson && last > first,
    key: isPerson ? personKey(name.split(' ').at(-1)!) : `${kind}:${name}`,
  }
}
