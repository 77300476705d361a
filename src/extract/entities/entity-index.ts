import type { Entity, EntityKind, Mention } from '../../document/report.ts'
import type { Token } from '../../document/tokens.ts'

/** Kinds that can act and take positions. A bare place cannot, a state can. */
export const ACTING: ReadonlySet<EntityKind> = new Set<EntityKind>([
  'person',
  'state',
  'government',
  'organisation',
  'armed-group',
  'role',
  'population',
])

export interface EntityAt {
  readonly entity: Entity
  readonly mention: Mention
}

/** Finds the entity that a word belongs to. */
export interface EntityIndex {
  at(token: Token): EntityAt | null
}

export function createEntityIndex(entities: readonly Entity[]): EntityIndex {
  const sorted = entities
    .flatMap((entity) => entity.mentions.map((mention) => ({ entity, mention })))
    .sort((a, b) => a.mention.from - b.mention.from)
  return {
    at(token) {
      let low = 0
      let high = sorted.length
      while (low < high) {
        const middle = (low + high) >>> 1
        if (sorted[middle]!.mention.from <= token.from) low = middle + 1
        else high = middle
      }
      const found = sorted[low - 1]
      return found && found.mention.to >= token.to ? found : null
    },
  }
}
