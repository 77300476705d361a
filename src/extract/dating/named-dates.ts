import { type DayInterval, dateOf, dayNumber, daysInMonth, weekdayOf } from '../../base/calendar.ts'
import type { Document, RawTime } from '../../document/document.ts'
import { timeGuards } from '../../language/de/times.ts'
import { meaningOf } from '../times/meaning.ts'
import { tenseAround } from '../times/tense.ts'
import { type DateEvidence, EARLIEST, LATEST, union } from './evidence.ts'

/**
 * How far a report lies from a day it names without a year, in days: before it (announced) and after it (told). Of 81 such days in 300
 * dated reports of `gold/quotes/train`, the report lies 156 days before to 97 days after the nearest of them, 19 in 20 within these.
 */
const BEFORE_UNYEARED = 110
const AFTER_UNYEARED = 110
/** In the past tense the day is over; one day of grace for time zones. */
const BEFORE_PAST = 1

/** Dates with a year that the past tense tells of: the report is not older than they are. */
export function pastDates(doc: Document): DateEvidence[] {
  const out: DateEvidence[] = []
  for (const time of doc.layer('rawTimes')) {
    const meaning = meaningOf(time)
    if (meaning.kind !== 'date' || meaning.year === null || meaning.year < dateOf(EARLIEST).year) continue
    if (!liesBack(doc, time)) continue
    const first = dayNumber(meaning.year, meaning.month ?? 1, meaning.day ?? 1)
    const text = doc.text.slice(time.from, time.to)
    const weight = meaning.day !== null ? 1.5 : 1
    out.push({
      from: time.from,
      to: time.to,
      days: [{ first, last: Infinity }],
      weight,
      hard: true,
      why: `“${text}” lies in the past: the report is not older.`,
    })
  }
  return latestOnly(out)
}

/** Days and months without a year: near the report, in whatever year. With a weekday only the years in which it fits. */
export function unyearedDates(doc: Document): DateEvidence[] {
  const out: DateEvidence[] = []
  for (const time of doc.layer('rawTimes')) {
    const meaning = meaningOf(time)
    if (
      meaning.kind !== 'date' ||
      meaning.year !== null ||
      meaning.yearOffset !== null ||
      meaning.month === null
    )
      continue
    const past = liesBack(doc, time)
    const { month, day, weekday } = meaning
    const fits = (year: number) =>
      day === null ||
      (day <= daysInMonth(year, month) &&
        (weekday === null || weekdayOf(dayNumber(year, month, day)) === weekday))
    const windows = yearsOfInterest()
      .filter(fits)
      .map((year): DayInterval => {
        const first = dayNumber(year, month, day ?? 1)
        const last = dayNumber(year, month, day ?? daysInMonth(year, month))
        return { first: past ? first - BEFORE_PAST : first - BEFORE_UNYEARED, last: last + AFTER_UNYEARED }
      })
    out.push({
      from: time.from,
      to: time.to,
      days: union(windows),
      weight: weekday === null ? 0.5 : 1,
      hard: false,
      why: whyOf(doc, time, past),
    })
  }
  return out
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

function whyOf(doc: Document, time: RawTime, past: boolean): string {
  return `“${doc.text.slice(time.from, time.to)}” names no year: the report lies ${past ? 'within months after it' : 'within months of it'}.`
}

function yearsOfInterest(): number[] {
  const from = 1990
  return Array.from({ length: Math.min(2050, dateOf(LATEST).year) - from }, (_, i) => from + i)
}

/** Of bounds that all point the same way only the latest says anything; the one before it stays as a second witness. */
function latestOnly(evidence: DateEvidence[]): DateEvidence[] {
  return evidence.sort((a, b) => b.days[0]!.first - a.days[0]!.first || a.from - b.from).slice(0, 3)
}
