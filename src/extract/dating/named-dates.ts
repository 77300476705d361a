import { type DayInterval, dateOf, dayNumber, daysInMonth, weekdayOf } from '../../base/calendar.ts'
import type { Document, RawTime } from '../../document/document.ts'
import { timeGuards } from '../../language/de/times.ts'
import { meaningOf } from '../times/meaning.ts'
import { tenseAround } from '../times/tense.ts'
import { FIRST_YEAR, LATEST, MONTHS, union } from './axis.ts'
import type { DateEvidence, EvidenceKind } from './evidence.ts'

/** Half a year, days. */
const HALF = 182

/** Years named and told of. Days and months without a year say nothing of it, save through a weekday. */
export function namedDates(doc: Document): DateEvidence[] {
  const dated = doc.layer('rawTimes').flatMap((time) => {
    const meaning = meaningOf(time)
    return meaning.kind === 'date' ? [{ time, meaning, past: liesBack(doc, time) }] : []
  })
  const told: DateEvidence[] = []
  const other: DateEvidence[] = []
  const unyeared: DateEvidence[] = []
  for (const { time, meaning, past } of dated) {
    const { year, month, day, yearOffset } = meaning
    const at = { from: time.from, to: time.to }
    const text = `“${doc.text.slice(time.from, time.to)}”`
    if (year !== null) {
      if (year < FIRST_YEAR || year > dateOf(LATEST).year) continue
      const days = [span(year, month, day)]
      if (past) told.push({ ...at, kind: detail(month, day), days, why: `${text} lies in the past.` })
      else other.push({ ...at, kind: 'latest-year', days, why: `${text} is named.` })
    } else if (month !== null && yearOffset === null) {
      const why = `${text} names no year: the report lies ${past ? 'within months after it' : 'within months of it'}.`
      unyeared.push({
        ...at,
        kind: past ? 'past-day-of-year' : 'day-of-year',
        days: everyYear(month, day),
        why,
      })
      const fits = meaning.weekday === null || day === null ? [] : weekdays(month, day, meaning.weekday)
      if (fits.length > 0)
        unyeared.push({
          ...at,
          kind: 'weekday-of-date',
          days: fits,
          why: `${text} was on that day of the week.`,
        })
    }
  }
  return [
    ...latestFirst(told)
      .slice(0, 3)
      .map((piece, i) => (i === 0 ? piece : ({ ...piece, kind: 'past-year' } as const))),
    ...latestFirst(other).slice(0, 1),
    ...unyeared.slice(0, 4),
  ]
}

function detail(month: number | null, day: number | null): EvidenceKind {
  if (day !== null) return 'latest-past-day'
  return month === null ? 'latest-past-year' : 'latest-past-month'
}

function span(year: number, month: number | null, day: number | null): DayInterval {
  if (month === null) return { first: dayNumber(year, 1, 1), last: dayNumber(year, 12, 31) }
  return {
    first: dayNumber(year, month, day ?? 1),
    last: dayNumber(year, month, day ?? daysInMonth(year, month)),
  }
}

function everyYear(month: number, day: number | null): DayInterval[] {
  return years().map((year) => span(year, month, day))
}

/** The half year around the date in each of the years in which it falls on this day of the week. */
function weekdays(month: number, day: number, weekday: number): DayInterval[] {
  return union(
    years()
      .map((year) => dayNumber(year, month, day))
      .filter((date) => weekdayOf(date) === weekday)
      .map((date) => ({ first: date - HALF, last: date + HALF })),
  )
}

/** Told in the past tense, with nothing near it that looks ahead: not `bis 2006`, `für den 8. Januar angekündigt`, `WM 2006`. */
function liesBack(doc: Document, time: RawTime): boolean {
  const tokens = doc.layer('tokens')
  if (tenseAround(tokens, time) !== 'past') return false
  const sentence = tokens.sentenceAt(time.from)
  if (!sentence) return false
  const before = [
    ...doc.text.slice(Math.max(sentence.from, time.from - 40), time.from).matchAll(/[\p{L}\d]+/gu),
  ].map((m) => m[0])
  let last = before.pop()
  while (last !== undefined && before.length > 0 && timeGuards.yearNouns.has(last.toLowerCase()))
    last = before.pop()
  if (last !== undefined && timeGuards.aheadBefore.has(last.toLowerCase())) return false
  const gap = doc.text.slice(time.from - 2, time.from)
  // A noun right before it: `WM 2006`, `Haushalt 2007`.
  const named = last !== undefined && before.length > 0 && /^[\p{Lu}\d]/u.test(last)
  if (named && /[^,]\s$/.test(gap)) return false
  return !sentence.tokens.some((token) =>
    timeGuards.planned.some((stem) => token.form.toLowerCase().startsWith(stem)),
  )
}

const years = () => Array.from({ length: MONTHS / 12 }, (_, i) => FIRST_YEAR + i)

function latestFirst(evidence: DateEvidence[]): DateEvidence[] {
  return evidence.sort((a, b) => b.days[0]!.first - a.days[0]!.first || a.from - b.from)
}
