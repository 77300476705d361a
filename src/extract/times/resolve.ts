import {
  type DayInterval,
  dateOf,
  dayNumber,
  daysInMonth,
  formatDay,
  formatEdtf,
  weekdayOf,
} from '../../base/calendar.ts'
import { durationValue } from './interpret.ts'
import type { Daytime, Meaning } from './meaning.ts'
import {
  centuryStretch,
  DAYS,
  dayStretch,
  decadeStretch,
  distanceStretch,
  easterOf,
  edgeOf,
  monthStretch,
  periodStretch,
  quarterStretch,
  type Stretch,
  seasonStretch,
  yearStretch,
} from './stretches.ts'

/** What a relative time is counted from. */
export interface TimeContext {
  /** Days on which the document (or the entry of a live blog) may have been published; null when nobody knows. */
  readonly anchor: DayInterval | null
  /** The day last named before the expression, if any. */
  readonly named: number | null
  /** The year last named, if any. */
  readonly year: number | null
  readonly tense: 'past' | 'future' | null
}
export interface Resolved {
  /** TIMEX3. */
  readonly value: string
  readonly edtf: string | null
  /** The one day it names, for clock times and `am nächsten Tag`. */
  readonly day: number | null
}

const two = (n: number) => String(n).padStart(2, '0')
const onlyValue = (value: string): Resolved => ({ value, edtf: null, day: null })

/** TIMEX3 value and EDTF interval of a meaning. Never narrower than what the document's own date allows. */
export function resolveTime(meaning: Meaning, context: TimeContext): Resolved {
  switch (meaning.kind) {
    case 'date':
      return dateTime(meaning, context)
    case 'weekday':
      return weekdayTime(meaning, context)
    case 'day':
      return fromDays(context.anchor, meaning.offset, meaning.daytime, 'XXXX-XX-XX')
    case 'next-day':
      return fromDays(
        context.named === null ? context.anchor : dayStretch(context.named),
        meaning.offset,
        null,
        'XXXX-XX-XX',
      )
    case 'same-year':
      return context.year === null
        ? onlyValue(meaning.month === null ? 'XXXX' : `XXXX-${two(meaning.month)}`)
        : ofStretch(
            meaning.month === null ? yearStretch(context.year) : monthStretch(context.year, meaning.month),
          )
    case 'period':
      return fromStretches(
        context.anchor,
        (day) => edgeOf(periodStretch(day, meaning.unit, offsetFor(meaning, day, context)), meaning.edge),
        `P1${meaning.unit}`,
      )
    case 'distance':
      return {
        value: durationValue(meaning.count, meaning.unit),
        edtf: spread(context.anchor, (day) =>
          distanceStretch(day, meaning.count, meaning.unit, meaning.sign),
        ),
        day: null,
      }
    case 'stretch':
      return {
        value: durationValue(meaning.count, meaning.unit),
        edtf: spread(context.anchor, (day) => stretchFrom(day, meaning)),
        day: null,
      }
    case 'duration':
    case 'set':
    case 'reference':
      return onlyValue(meaning.value)
    case 'season':
      return yearly(
        meaning.year,
        meaning.yearOffset,
        context,
        (year) => edgeOf(seasonStretch(year, meaning.season), meaning.edge),
        `XXXX-${meaning.season}`,
      )
    case 'quarter':
      return yearly(
        meaning.year,
        null,
        context,
        (year) => quarterStretch(year, meaning.quarter),
        `XXXX-Q${meaning.quarter}`,
      )
    case 'decade':
      return ofStretch(
        edgeOf(decadeStretch(meaning.decade < 10 ? 190 + meaning.decade : meaning.decade), meaning.edge),
      )
    case 'century':
      return ofStretch(edgeOf(centuryStretch(meaning.century), meaning.edge))
    case 'feast':
      return yearly(
        meaning.year,
        null,
        context,
        (year) => dayStretch(feastDay(meaning, year)),
        meaning.month === null ? 'XXXX-XX-XX' : `XXXX-${two(meaning.month)}-${two(meaning.day ?? 1)}`,
      )
    case 'clock':
      return clockTime(meaning.hour, meaning.minute, context)
    case 'daytime':
      return fromDays(
        context.named === null ? context.anchor : dayStretch(context.named),
        0,
        meaning.daytime,
        'XXXX-XX-XX',
      )
    default:
      meaning satisfies never
      return onlyValue('')
  }
}

/** `Am Wochenende hatten sie …` is told of the one that is over, not of the one that this week ends with. */
function offsetFor(
  { unit, offset }: Extract<Meaning, { kind: 'period' }>,
  day: number,
  { tense }: TimeContext,
): number {
  const isAhead = unit === 'WE' && offset === 0 && periodStretch(day, unit, 0).first > day
  return isAhead && tense === 'past' ? -1 : offset
}

type DateMeaning = Extract<Meaning, { kind: 'date' }>

function dateTime(meaning: DateMeaning, context: TimeContext): Resolved {
  const { month, day } = meaning
  const make = (year: number): Stretch =>
    edgeOf(
      month === null
        ? yearStretch(year)
        : day === null
          ? monthStretch(year, month)
          : dayStretch(dayNumber(year, month, day)),
      meaning.edge,
    )
  const open = `XXXX-${month === null ? 'XX' : two(month)}${day === null ? '' : `-${two(day)}`}`
  if (month !== null && day !== null && day > daysInMonth(meaning.year ?? 2000, month)) return onlyValue(open)
  const found = yearly(meaning.year, meaning.yearOffset, context, make, open, meaning.weekday)
  return withDaytime(found, meaning.daytime)
}

function withDaytime(found: Resolved, daytime: Daytime | null): Resolved {
  return daytime === null ? found : { ...found, value: `${found.value}T${daytime}` }
}

/** What comes round every year: in the year named, or in the one that lies nearest and suits the tense. */
function yearly(
  year: number | null,
  yearOffset: number | null,
  context: TimeContext,
  make: (year: number) => Stretch,
  open: string,
  weekday: number | null = null,
): Resolved {
  if (year !== null) return ofStretch(make(year))
  const { anchor } = context
  if (anchor === null || !Number.isFinite(anchor.first + anchor.last)) return onlyValue(open)
  if (yearOffset !== null) {
    const [from, to] = [dateOf(anchor.first).year + yearOffset, dateOf(anchor.last).year + yearOffset]
    return from === to
      ? ofStretch(make(from))
      : { value: open, edtf: formatEdtf({ first: make(from).first, last: make(to).last }), day: null }
  }
  const a = nearest(anchor.first, context.tense, make, weekday)
  const b = nearest(anchor.last, context.tense, make, weekday)
  return a.first === b.first
    ? ofStretch(a)
    : {
        value: open,
        edtf: formatEdtf({ first: Math.min(a.first, b.first), last: Math.max(a.last, b.last) }),
        day: null,
      }
}

/** How much farther in the future than in the past a date may lie when no tense tells, as a factor of its distance. */
const FUTURE_PENALTY = 1.5

function nearest(
  day: number,
  tense: TimeContext['tense'],
  make: (year: number) => Stretch,
  weekday: number | null,
): Stretch {
  const { year } = dateOf(day)
  let best: Stretch | null = null
  let least = Infinity
  for (const candidate of [make(year), make(year - 1), make(year + 1)]) {
    const ahead = candidate.first > day
    const distance = ahead ? candidate.first - day : Math.max(0, day - candidate.last)
    let cost =
      distance *
      (ahead
        ? tense === 'past'
          ? 20
          : tense === 'future'
            ? 0.5
            : FUTURE_PENALTY
        : tense === 'future'
          ? 2
          : 1)
    if (weekday !== null && weekdayOf(candidate.first) !== weekday) cost += 2000
    if (cost < least) [best, least] = [candidate, cost]
  }
  return best!
}

type WeekdayMeaning = Extract<Meaning, { kind: 'weekday' }>

function weekdayTime(meaning: WeekdayMeaning, context: TimeContext): Resolved {
  const open = `XXXX-WXX-${meaning.weekday}`
  const { anchor } = context
  if (anchor === null || !Number.isFinite(anchor.first + anchor.last))
    return withDaytime(onlyValue(open), meaning.daytime)
  const { week } = meaning
  if (week !== null)
    return fromStretches(anchor, (day) => dayStretch(day - weekdayOf(day) + meaning.weekday + 7 * week), open)
  const ahead = meaning.sign === 1 || (meaning.sign !== -1 && context.tense === 'future')
  const strict = meaning.sign === 1 || meaning.sign === -1
  const at = (day: number): number => {
    const step = ahead
      ? (meaning.weekday - weekdayOf(day) + 7) % 7
      : -((weekdayOf(day) - meaning.weekday + 7) % 7)
    return day + (step === 0 && strict ? (ahead ? 7 : -7) : step)
  }
  if (anchor.first !== anchor.last) {
    const reach = {
      first: ahead ? anchor.first : anchor.first - 7,
      last: ahead ? anchor.last + 7 : anchor.last,
    }
    return {
      value: meaning.daytime ? `${open}T${meaning.daytime}` : open,
      edtf: formatEdtf(reach),
      day: null,
    }
  }
  const day = at(anchor.first)
  if (meaning.nightBefore)
    return { value: `${formatDay(day - 1)}TNI`, edtf: formatEdtf({ first: day - 1, last: day }), day }
  return withDaytime({ value: formatDay(day), edtf: formatDay(day), day }, meaning.daytime)
}

function fromDays(
  anchor: DayInterval | null,
  offset: number,
  daytime: Daytime | null,
  open: string,
): Resolved {
  if (anchor === null || !Number.isFinite(anchor.first + anchor.last))
    return withDaytime(onlyValue(open), daytime)
  const days = { first: anchor.first + offset, last: anchor.last + offset }
  const one = days.first === days.last
  return withDaytime(
    { value: one ? formatDay(days.first) : open, edtf: formatEdtf(days), day: one ? days.first : null },
    daytime,
  )
}

function fromStretches(anchor: DayInterval | null, make: (day: number) => Stretch, open: string): Resolved {
  if (anchor === null || !Number.isFinite(anchor.first + anchor.last)) return onlyValue(open)
  const a = make(anchor.first)
  const b = make(anchor.last)
  return a.value === b.value
    ? ofStretch(a)
    : { value: open, edtf: formatEdtf({ first: a.first, last: b.last }), day: null }
}

/**
 * EDTF interval of what lies a duration (TIMEX3, `P3W`) before (-1) or after (1) the anchor; null where the anchor is open or the
 * duration is none that days can say.
 */
export function timeAway(anchor: DayInterval, duration: string, sign: 1 | -1): string | null {
  const [, count, unit] = /^P(\d{1,4}|X)(\p{Lu}+)$/u.exec(duration) ?? []
  if (count === undefined || !isUnit(unit)) return null
  return spread(anchor, (day) => distanceStretch(day, count === 'X' ? null : Number(count), unit, sign))
}

const isUnit = (unit: string | undefined): unit is keyof typeof DAYS => unit !== undefined && unit in DAYS

function spread(anchor: DayInterval | null, make: (day: number) => DayInterval): string | null {
  if (anchor === null || !Number.isFinite(anchor.first + anchor.last)) return null
  return formatEdtf({ first: make(anchor.first).first, last: make(anchor.last).last })
}

function stretchFrom(
  day: number,
  { count, unit, sign }: { count: number | null; unit: keyof typeof DAYS; sign: number },
): DayInterval {
  const length = Math.round((count ?? 10) * DAYS[unit])
  return sign < 0 ? { first: day - length, last: day } : { first: day, last: day + length }
}

function ofStretch(stretch: Stretch): Resolved {
  const one = stretch.first === stretch.last && stretch.value.length === 10
  return { value: stretch.value, edtf: formatEdtf(stretch), day: one ? stretch.first : null }
}

function feastDay(meaning: Extract<Meaning, { kind: 'feast' }>, year: number): number {
  return meaning.easter === null
    ? dayNumber(year, meaning.month ?? 1, meaning.day ?? 1)
    : easterOf(year) + meaning.easter
}

function clockTime(hour: number, minute: number, { named, anchor }: TimeContext): Resolved {
  const time = `T${two(hour)}:${two(minute)}`
  const day = named ?? (anchor !== null && anchor.first === anchor.last ? anchor.first : null)
  if (day === null) return onlyValue(`XXXX-XX-XX${time}`)
  return {
    value: formatDay(day) + time,
    edtf: hour === 24 ? formatDay(day) : formatDay(day) + time,
    day: null,
  }
}
