import type { Daytime, Edge, Meaning, Season, Unit } from './meaning.ts'
import type { Values } from './patterns.ts'

/** What one expression of a rule means; `nth` counts the expressions of one phrase. Null: the phrase is no time after all. */
export type Interpreter = (values: Values, nth: number) => Meaning | null

const number = (value: string | number | undefined): number | null =>
  value === undefined ? null : Number(value)
const text = <T extends string>(value: string | number | undefined): T | null =>
  value === undefined ? null : (String(value) as T)
const sign = (v: Values): number | null => number(v.past ?? v.next ?? v.this)
const edge = (v: Values): Edge | null => text<Edge>(v.edge ?? v.edgeAdjective)
const count = (v: Values): number | null =>
  v.half !== undefined ? 0.5 : v.oneAndHalf !== undefined ? 1.5 : number(v.number ?? v.num)
const unit = (v: Values): Unit => (v.unit ?? v.pluralUnit ?? v.period) as Unit
const daytime = (v: Values): Daytime | null => text<Daytime>(v.daytime ?? v.daytimeAfter)

function date(
  v: Values,
  more: { day?: number | null; year?: number | null; yearOffset?: number | null } = {},
): Meaning | null {
  const day = more.day === undefined ? number(v.ord ?? v.num) : more.day
  if (day !== null && (day < 1 || day > 31)) return null
  return {
    kind: 'date',
    year: more.year === undefined ? number(v.year) : more.year,
    yearOffset: more.yearOffset ?? null,
    month: number(v.month ?? v.shortMonth),
    day,
    weekday: number(v.weekday),
    daytime: daytime(v),
    edge: edge(v),
  }
}

function calendar(v: Values): Meaning | null {
  const [year, month, day] = String(v.iso ?? v.dotted).split('-')
  return date({ ...v, month: month! }, { year: year === 'XXXX' ? null : Number(year), day: Number(day) })
}

/** The number of a TIMEX3 duration: `P3D`, `PT2H`, `PXY`. */
export function durationValue(amount: number | null, of: Unit): string {
  const n = amount === null ? 'X' : String(amount)
  return of.startsWith('T') ? `PT${n}${of.slice(1)}` : `P${n}${of}`
}

const duration: Interpreter = (v) => {
  const first = durationValue(count(v), unit(v))
  const second = v.to === undefined ? '' : durationValue(number(v.second), v.to as Unit).slice(1)
  return { kind: 'duration', value: first + second }
}
const distance =
  (direction: number): Interpreter =>
  (v) => ({ kind: 'distance', count: count(v), unit: unit(v), sign: direction })
const stretch =
  (direction: number): Interpreter =>
  (v) => ({ kind: 'stretch', count: count(v), unit: unit(v), sign: direction })
const period = (of: Unit, offset: number): Meaning => ({ kind: 'period', unit: of, offset, edge: null })
const reference =
  (value: 'PRESENT_REF' | 'PAST_REF' | 'FUTURE_REF'): Interpreter =>
  () => ({ kind: 'reference', value })

function weekdayPart(v: Values): Meaning {
  const code = String(v.weekdayPart)
  return {
    kind: 'weekday',
    weekday: Number(code[0]),
    sign: sign(v),
    week: null,
    daytime: code.slice(1) as Daytime,
    nightBefore: false,
  }
}

function clock(hour: number, minute: number): Meaning | null {
  return hour >= 0 && hour < 25 && minute < 60 ? { kind: 'clock', hour, minute } : null
}
function clockOf(value: string | number): Meaning | null {
  const [hour, minute] = String(value).split(':').map(Number)
  return clock(hour!, minute ?? 0)
}

/** By rule name of the language's patterns. */
export const interpreters: Readonly<Record<string, Interpreter>> = {
  'iso-date': calendar,
  'full-date': (v) => (v.dotted === undefined ? date(v) : calendar(v)),
  'day-month': (v) => date(v, { year: null }),
  'day-month-of-year': (v) => date(v, { yearOffset: sign(v) }),
  'day-range': (v, nth) => date(v, { day: number(nth === 0 ? v.first : v.ord) }),
  'month-year': (v) => date(v, { day: null }),
  month: (v) => date(v, { day: null }),
  'month-of-year': (v) => date(v, { day: null, yearOffset: sign(v) ?? number(v.nearYear) }),
  year: (v) => date(v, { day: null }),
  'year-range': (v, nth) => date(v, { day: null, year: number(nth === 0 ? v.first : v.year) }),
  'slash-year': (v) => date(v, { day: null, year: number(v.slashYear) }),
  'near-year': (v) => period('Y', number(v.nearYear)!),
  'near-month': () => period('M', -1),
  'near-week': () => period('W', -1),
  'near-day': () => ({ kind: 'next-day', offset: -1 }),
  decade: (v) => ({ kind: 'decade', decade: number(v.decadeWord ?? v.decadeNumber)!, edge: edge(v) }),
  century: (v) => ({ kind: 'century', century: number(v.ord)! - 1, edge: edge(v) }),
  season: (v) => ({
    kind: 'season',
    season: v.season as Season,
    year: number(v.year),
    yearOffset: null,
    edge: edge(v),
  }),
  'season-of-year': (v) => ({
    kind: 'season',
    season: v.season as Season,
    year: null,
    yearOffset: sign(v),
    edge: null,
  }),
  quarter: (v) =>
    v.unit === 'Q' ? { kind: 'quarter', quarter: number(v.quarter)!, year: number(v.year) } : null,
  weekday: (v) => ({
    kind: 'weekday',
    weekday: number(v.weekday)!,
    sign: null,
    week: null,
    daytime: daytime(v),
    nightBefore: false,
  }),
  'weekday-part': weekdayPart,
  'weekday-near': (v) =>
    v.weekdayPart !== undefined
      ? weekdayPart(v)
      : {
          kind: 'weekday',
          weekday: number(v.weekday)!,
          sign: sign(v),
          week: v.period === 'W' ? (sign(v) ?? 0) : null,
          daytime: null,
          nightBefore: false,
        },
  'weekday-night': (v) => ({
    kind: 'weekday',
    weekday: number(v.to ?? v.weekday)!,
    sign: null,
    week: null,
    daytime: 'NI',
    nightBefore: true,
  }),
  'date-night': (v) => date({ ...v, daytime: 'NI' }),
  day: (v) => ({ kind: 'day', offset: number(v.day ?? v.dayAdjective)!, daytime: daytime(v) }),
  'day-adjective': (v) => ({ kind: 'day', offset: number(v.dayAdjective)!, daytime: null }),
  'this-daytime': (v) => ({ kind: 'day', offset: 0, daytime: daytime(v) }),
  'last-night': (v) => (v.daytime === 'NI' ? { kind: 'day', offset: -1, daytime: 'NI' } : null),
  near: (v) => ({ kind: 'period', unit: unit(v), offset: sign(v) ?? 0, edge: edge(v) }),
  'this-period': () => period('WE', 0),
  'edge-of-unit': (v) => {
    const [at, of] = String(v.edgeOfUnit).split('-') as [Edge, Unit]
    return { kind: 'period', unit: of, offset: 0, edge: at }
  },
  'past-span': stretch(-1),
  'next-span': stretch(1),
  ago: distance(-1),
  hence: distance(1),
  'later-earlier': duration,
  duration,
  'unit-alone': duration,
  'number-unit': (v) => {
    const match = /^(?<n>\d+)(?<u>[A-Z]+)$/.exec(String(v.numberUnit))?.groups
    return match ? { kind: 'duration', value: durationValue(Number(match.n), match.u as Unit) } : null
  },
  'long-adjective': (v) => ({ kind: 'duration', value: String(v.long ?? v.span) }),
  set: (v) => ({ kind: 'set', value: String(v.habit) }),
  'set-every': (v) => ({ kind: 'set', value: everyValue(v) }),
  'weekday-habit': (v) => ({ kind: 'set', value: `XXXX-WXX-${v.weekdayHabit}` }),
  clock: (v) => {
    if (v.clock !== undefined) return clockOf(v.clock)
    const hour = number(v.num ?? v.clockWord)
    // `halb neun` names no hour of its own word class before it; `Mitternacht` names none at all.
    return hour === null ? clock(24, 0) : clock(hour, number(v.minute) ?? 0)
  },
  'half-clock': (v) => clock(number(v.clockWord)! - 1, 30),
  'clock-range': (v, nth) => clockOf(nth === 0 ? v.first! : (v.clock ?? v.num)!),
  daytime: (v) => ({ kind: 'daytime', daytime: daytime(v) ?? 'NI' }),
  'daytime-habit': (v) => ({
    kind: 'set',
    value: v.daytimeHabit === 'NI' ? 'PT1NI' : `XXXX-XX-XXT${v.daytimeHabit}`,
  }),
  'movable-feast': (v) => ({
    kind: 'feast',
    easter: number(v.movableFeast),
    month: null,
    day: null,
    year: number(v.year),
  }),
  'fixed-feast': (v) => {
    const [month, day] = String(v.fixedFeast).split('-').map(Number)
    return { kind: 'feast', easter: null, month: month!, day: day!, year: number(v.year) }
  },
  reference: (v) => ({ kind: 'reference', value: (v.present ?? v.pastRef ?? v.futureRef) as 'PRESENT_REF' }),
  'present-phrase': (v) =>
    v.day !== undefined && Number(v.day) !== 0 ? null : { kind: 'reference', value: 'PRESENT_REF' },
  'no-time': () => null,
  'past-phrase': reference('PAST_REF'),
  'future-phrase': reference('FUTURE_REF'),
  'next-day': () => ({ kind: 'next-day', offset: 1 }),
  'same-day': () => ({ kind: 'next-day', offset: 0 }),
  'after-next': (v) => period(unit(v), 2),
  'before-last': (v) => period(unit(v), -2),
  'same-year': (v) => ({ kind: 'same-year', month: number(v.month) }),
  'previous-day': () => ({ kind: 'next-day', offset: -1 }),
}

function everyValue(v: Values): string {
  if (v.weekday !== undefined) return `XXXX-WXX-${v.weekday}`
  if (v.weekdayPart !== undefined)
    return `XXXX-WXX-${String(v.weekdayPart)[0]}T${String(v.weekdayPart).slice(1)}`
  if (v.month !== undefined) return `XXXX-${String(v.month).padStart(2, '0')}`
  if (v.season !== undefined) return `P1${v.season}`
  if (v.daytime !== undefined) return `PT1${v.daytime}`
  if (v.unit !== undefined) return durationValue(v.vague === undefined ? (count(v) ?? 1) : null, unit(v))
  return 'P1D'
}
