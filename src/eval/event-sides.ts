import { textOf } from '../base/spans.ts'
import type { Report } from '../document/report.ts'
import type { Side } from './gold-events.ts'

/** A side with every name that it may be known by. */
export interface Named extends Side {
  readonly aliases?: readonly string[]
}

/** The entities of a report by id, with the words of their mentions. @param text the document's */
export function sidesOf(report: Pick<Report, 'entities'>, text: string): (ids: readonly string[]) => Named[] {
  const byId = new Map(report.entities.map((entity) => [entity.id, entity]))
  return (ids) =>
    ids.map((id) => {
      const entity = byId.get(id)
      if (!entity) return { name: id }
      const { name, country, sector, mentions } = entity
      return { name, country, sector, aliases: mentions.map((mention) => textOf(text, mention)) }
    })
}

/**
 * Whether two sides are the same: both empty; or at least half of their countries shared; or, where a side has no country, a name.
 */
export function isSameSide(gold: readonly Named[], reported: readonly Named[]): boolean {
  if (gold.length === 0 || reported.length === 0) return gold.length === reported.length
  const wanted = valuesOf(gold, 'country')
  const given = valuesOf(reported, 'country')
  if (wanted.size === 0 || given.size === 0) return shareName(gold, reported)
  const both = [...wanted].filter((country) => given.has(country)).length
  return both / new Set([...wanted, ...given]).size >= 0.5
}

/** Whether a sector of the gold is among those reported; true where the gold has none. */
export function isSameSector(gold: readonly Named[], reported: readonly Named[]): boolean {
  const wanted = valuesOf(gold, 'sector')
  const given = valuesOf(reported, 'sector')
  return wanted.size === 0 || [...wanted].some((sector) => given.has(sector))
}

/** Whether any name is the same, or one ends with the other as a word, or a longer one holds it; marks, accents and case aside. */
export function shareName(gold: readonly Named[], reported: readonly Named[]): boolean {
  const given = namesOf(reported)
  return namesOf(gold).some((name) =>
    given.some(
      (other) =>
        other === name ||
        other.endsWith(` ${name}`) ||
        name.endsWith(` ${other}`) ||
        (name.length > 4 && other.includes(name)) ||
        (other.length > 4 && name.includes(other)),
    ),
  )
}

function valuesOf(sides: readonly Named[], field: 'country' | 'sector'): ReadonlySet<string> {
  return new Set(sides.flatMap((side) => side[field] || []))
}

function namesOf(sides: readonly Named[]): string[] {
  return sides
    .flatMap(({ name, mention, aliases = [] }) => [name, mention, ...aliases])
    .map(folded)
    .filter((name) => name !== '')
}

function folded(name: string | null | undefined): string {
  return (name ?? '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
