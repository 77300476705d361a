import type { FigureSeriesSummary } from '../../../src/serve/api-figures.ts'
import { dayKey } from './dates.ts'
import { scaleOf } from './figure-scale.ts'

type Reading = FigureSeriesSummary['readings'][number]

/** Room around the drawing, in px. */
export const EDGE = { left: 44, right: 14, top: 20, bottom: 22 } as const
/** Least px between two marks. */
const APART = 14

/** One reading as drawn; all lengths in px. */
export interface Mark {
  readonly x: number
  readonly low: number
  /** Up to where it reaches; the upper edge where it has no upper end. */
  readonly high: number
  readonly open: boolean
  /** Where its line runs through: the value, or the end that is known. */
  readonly middle: number
}

export interface Drawing {
  readonly marks: readonly Mark[]
  /** From one answer of a speaker to a question to the next: indexes of marks. */
  readonly lines: readonly (readonly [number, number])[]
  readonly ticks: readonly { readonly value: number; readonly y: number }[]
  /** The first mark of each day, where there is room for its name. */
  readonly days: readonly { readonly edtf: string; readonly x: number }[]
  readonly y: (value: number) => number
}

/** Readings from left to right as they became known: by days where there are three or more, else evenly. */
export function drawSeries(readings: readonly Reading[], width: number, height: number): Drawing {
  const top = scaleOf(readings.map(({ amount }) => amount))
  const floor = height - EDGE.bottom
  const y = (value: number) =>
    Math.round((floor - (Math.min(value, top) / top) * (floor - EDGE.top)) * 10) / 10
  const xs = positions(readings, width)
  const marks = readings.map(({ amount, bounds }, at): Mark => {
    const known = amount.value ?? amount.min ?? amount.max ?? 0
    return {
      x: xs[at]!,
      low: y(bounds.low),
      high: bounds.high === null ? EDGE.top : y(bounds.high),
      open: bounds.high === null,
      middle: y(known),
    }
  })
  return {
    marks,
    lines: linesOf(readings),
    ticks: ticksOf(top).map((value) => ({ value, y: y(value) })),
    days: daysOf(readings, xs, width),
    y,
  }
}

function positions(readings: readonly Reading[], width: number): number[] {
  const room = width - EDGE.left - EDGE.right
  const days = readings.map(dayOf)
  const even = (at: number) => EDGE.left + (room * (at + 0.5)) / readings.length
  const known = days.filter((day) => day !== null)
  const [first, last] = [Math.min(...known), Math.max(...known)]
  if (known.length < readings.length || new Set(known).size < 3)
    return readings.map((_, at) => round(even(at)))
  const gap = Math.min(APART, room / readings.length)
  const xs = days.map((day) => EDGE.left + gap / 2 + ((day! - first) / (last - first)) * (room - gap))
  // What falls together is pushed apart, first to the right, then back from the edge.
  for (let at = 1; at < xs.length; at++) xs[at] = Math.max(xs[at]!, xs[at - 1]! + gap)
  let edge = width - EDGE.right - gap / 2
  for (let at = xs.length - 1; at >= 0; at--, edge -= gap) xs[at] = Math.min(xs[at]!, edge)
  return xs.map(round)
}

/** The day of publication; of a period its beginning. Null where it is unknown. */
function publishedOn({ published }: Reading): string | null {
  return published === null ? null : dayKey(published).split('/')[0]!
}

/** Days since 1970. */
function dayOf(reading: Reading): number | null {
  const time = Date.parse(publishedOn(reading) ?? '')
  return Number.isNaN(time) ? null : time / 86_400_000
}

function linesOf(readings: readonly Reading[]): [number, number][] {
  const last = new Map<string, number>()
  return readings.flatMap(({ speaker, question }, at): [number, number][] => {
    const key = `${speaker} ${question}`
    const before = last.get(key)
    last.set(key, at)
    return before === undefined ? [] : [[before, at]]
  })
}

/** Zero and two or three round numbers up to the top. */
export function ticksOf(top: number): number[] {
  const raw = top / 3
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = Math.max(1, [1, 2, 5, 10].map((factor) => factor * power).find((one) => one >= raw)!)
  return Array.from({ length: Math.floor(top / step) + 1 }, (_, at) => at * step)
}

/** Px that the name of a day takes. */
const NAME = 76

function daysOf(readings: readonly Reading[], xs: readonly number[], width: number) {
  let free = 0
  let before = ''
  return readings.flatMap((reading, at) => {
    const day = publishedOn(reading) ?? ''
    const x = Math.min(Math.max(xs[at]!, NAME / 2), width - NAME / 2)
    if (day === before || day === '' || x - NAME / 2 < free) return []
    before = day
    free = x + NAME / 2
    return [{ edtf: day, x }]
  })
}

const round = (value: number) => Math.round(value * 10) / 10
