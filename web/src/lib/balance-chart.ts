import type { BalanceAnswer } from '../../../src/serve/api-balance.ts'

type Period = BalanceAnswer['periods'][number]

/** Room around the drawing, in px. */
export const EDGE = { left: 34, right: 14, top: 22, bottom: 40 } as const
/** Ends of the scale. */
const END = 10
/** Radius of the dot of the fullest period, and of one event. */
const RADIUS = { most: 13, least: 3 } as const

export interface Dot {
  readonly period: Period
  readonly x: number
  readonly y: number
  /** By the square root of its events. */
  readonly r: number
}

/** Conflict above the middle, as in all charts here; cooperation below. */
export function drawBalance(periods: readonly Period[], width: number, height: number): readonly Dot[] {
  const scored = periods.filter(({ mean }) => mean !== null)
  if (scored.length === 0) return []
  const [first, last] = [scored[0]!.first, scored.at(-1)!.last]
  const room = width - EDGE.left - EDGE.right - 2 * RADIUS.most
  const most = Math.max(...scored.map(({ events }) => events))
  return scored.map((period) => {
    const middle = (period.first + period.last) / 2
    const share = last === first ? 0.5 : (middle - first) / (last - first)
    return {
      period,
      x: round(EDGE.left + RADIUS.most + share * room),
      y: yOf(period.mean!, height),
      r: round(Math.max(RADIUS.least, RADIUS.most * Math.sqrt(period.events / most))),
    }
  })
}

export function yOf(value: number, height: number): number {
  const room = height - EDGE.top - EDGE.bottom
  return round(EDGE.top + ((value + END) / (2 * END)) * room)
}

const round = (value: number) => Math.round(value * 10) / 10
