import type { WatchRule } from './rule.ts'

/** When an alert is to be delivered, ms since 1970, and whether together with what else is due then. */
export interface Due {
  readonly at: number
  readonly together: boolean
}

const MINUTE = 60_000
const DAY = 1440

export function dueOf({ quiet, digest }: Pick<WatchRule, 'quiet' | 'digest'>, now: number): Due {
  let at = now
  let together = false
  if (digest?.every === 'hour') {
    at = (Math.floor(now / (60 * MINUTE)) + 1) * 60 * MINUTE
    together = true
  } else if (digest?.every === 'day') {
    at = nextTimeOfDay(now, digest.at, digest.timeZone)
    together = true
  }
  if (quiet !== undefined && isQuiet(at, quiet)) {
    at = nextTimeOfDay(at, quiet.to, quiet.timeZone)
    together = true
  }
  return { at, together }
}

function isQuiet(now: number, { from, to, timeZone }: NonNullable<WatchRule['quiet']>): boolean {
  const minute = minuteOfDay(now, timeZone)
  const [start, end] = [minutes(from), minutes(to)]
  return start <= end ? minute >= start && minute < end : minute >= start || minute < end
}

/** The first instant after `now` at which clocks of the zone show the time. On a day that skips it, the first minute after the gap. */
function nextTimeOfDay(now: number, time: string, timeZone: string): number {
  const wanted = minutes(time)
  const start = Math.floor(now / MINUTE) * MINUTE
  const ahead = (wanted - minuteOfDay(start, timeZone) + DAY) % DAY || DAY
  let at = start + ahead * MINUTE
  // A change of the clocks on the way moves it by an hour or so.
  const off = ((wanted - minuteOfDay(at, timeZone) + DAY + DAY / 2) % DAY) - DAY / 2
  at += off * MINUTE
  return at > now ? at : at + DAY * MINUTE
}

function minuteOfDay(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const [hour, minute] = parts.format(instant).split(':')
  return Number(hour) * 60 + Number(minute)
}

function minutes(time: string): number {
  const [hour, minute] = time.split(':')
  return Number(hour) * 60 + Number(minute)
}
