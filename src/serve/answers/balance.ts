import { dateOf, dayNumber, daysInMonth, formatEdtf, parseEdtf } from '../../base/calendar.ts'
import type { Chronicle, ChronicleEvent } from '../../chronicle/types.ts'
import { type ConflictScale, SCALE_SOURCE } from '../../codebook/conflict-scale.ts'
import type { Status } from '../../document/report.ts'
import type { BalanceAnswer } from '../api-balance.ts'
import type { FilterQuery } from '../query.ts'
import { select } from '../select.ts'
import { standingOf } from './standing.ts'
import { tally } from './summary.ts'

/** Days that are told one by one, and months. */
const DAYS = 62
const MONTHS = 72 * 31

/** Told as done. A threat or a promise is an act of its own; what it speaks of is none yet. */
const DONE: ReadonlySet<Status> = new Set(['asserted', 'claimed', 'historical'])
const isDone = ({ aux, status }: ChronicleEvent) => (aux === null || aux === 'historical') && DONE.has(status)

type Step = BalanceAnswer['step']

/** The mean of the scale over the events of each day, month or year, whichever the period asks for. */
export function balanceAnswer(
  chronicle: Chronicle,
  filter: FilterQuery,
  scale: ConflictScale | null,
): BalanceAnswer {
  const selected = select(chronicle, filter)
  const real = selected.filter(isDone)
  const dated = real.flatMap((event) => {
    const days = event.date === null ? null : parseEdtf(event.date.edtf)
    return days !== null && Number.isFinite(days.first) && Number.isFinite(days.last)
      ? [{ event, ...days }]
      : []
  })
  const step = stepOf(
    dated.reduce((least, { first }) => Math.min(least, first), Infinity),
    dated.reduce((most, { last }) => Math.max(most, last), -Infinity),
  )
  const periods = new Map<number, { last: number; events: ChronicleEvent[] }>()
  let placed = 0
  for (const { event, first, last } of dated) {
    const period = periodOf(first, step)
    if (last > period.last) continue
    placed++
    const known = periods.get(period.first)
    if (known) known.events.push(event)
    else periods.set(period.first, { last: period.last, events: [event] })
  }
  return {
    ...standingOf(chronicle),
    scale: scale === null ? null : { source: SCALE_SOURCE, values: scale },
    step,
    periods: [...periods]
      .sort(([a], [b]) => a - b)
      .map(([first, { last, events }]) => ({
        ...{ edtf: formatEdtf({ first, last }), first, last, events: events.length, types: tally(events) },
        mean: scale === null ? null : meanOf(events, scale),
      })),
    total: selected.length,
    undated: real.length - placed,
    unreal: selected.length - real.length,
  }
}

function meanOf(events: readonly ChronicleEvent[], scale: ConflictScale): number {
  const sum = events.reduce((total, { type }) => total + scale[type], 0)
  return Math.round((sum / events.length) * 100) / 100
}

function stepOf(first: number, last: number): Step {
  const length = last - first
  return length > MONTHS ? 'year' : length > DAYS ? 'month' : 'day'
}

/** The day, month or year in which a day lies. */
function periodOf(day: number, step: Step): { readonly first: number; readonly last: number } {
  if (step === 'day') return { first: day, last: day }
  const { year, month } = dateOf(day)
  if (step === 'year') return { first: dayNumber(year, 1, 1), last: dayNumber(year, 12, 31) }
  return { first: dayNumber(year, month, 1), last: dayNumber(year, month, daysInMonth(year, month)) }
}
