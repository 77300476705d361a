import type { EventType } from '../../../src/document/report.ts'
import { QUAD_OF, QUADS, type Quad } from './quads.ts'

export type Tally = Readonly<Partial<Record<EventType, number | undefined>>>

export function byQuad(tally: Tally): Record<Quad, number> {
  const counts = Object.fromEntries(QUADS.map((quad) => [quad, 0])) as Record<Quad, number>
  for (const [type, count] of Object.entries(tally)) counts[QUAD_OF[type as EventType]] += count ?? 0
  return counts
}

export function sumOf(tally: Tally): number {
  return Object.values(tally).reduce((sum: number, count) => sum + (count ?? 0), 0)
}

/** Conflict and cooperation, in words or deeds. */
export function balanceOf(tally: Tally): { readonly conflict: number; readonly cooperation: number } {
  const quads = byQuad(tally)
  return {
    conflict: quads['verbal-conflict'] + quads['material-conflict'],
    cooperation: quads['verbal-cooperation'] + quads['material-cooperation'],
  }
}

export function added(a: Tally, b: Tally): Tally {
  const sum: Partial<Record<EventType, number>> = {}
  for (const tally of [a, b])
    for (const [type, count] of Object.entries(tally))
      sum[type as EventType] = (sum[type as EventType] ?? 0) + (count ?? 0)
  return sum
}
