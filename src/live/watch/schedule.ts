import type { SendTimes } from '../deliver/channel.ts'
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

/** A channel's embargo and its times of sending put off what is due; what waits for one of its times goes out together. */
export function dueThrough({ embargo, sendAt }: SendTimes, due: Due): Due {
  const over = embargo === undefined ? due.at : instantOf(embargo.until, embargo.timeZone)
  const at = Math.max(due.at, over)
  if (sendAt === undefined) return { at, together: due.together }
  // Something due at the very minute of sending goes out then.
  const next = sendAt.at.map((time) => nextTimeOfDay(at - 1, time, sendAt.timeZone))
  return { at: Math.min(...next), together: true }
}

/** Ms since 1970 at which clocks of a zone show this time: the first of two, and of a time that they skip the first after the gap. */
export function instantOf(local: string, timeZone: string): number {
  const wanted = Date.parse(`${local}:00Z`)
  const shown = (at: number) => at + offsetOf(at, timeZone)
  // What the clocks show moves by the offset, which is one of those of the day before and the day after.
  const day = DAY * MINUTE
  const tries = [wanted - offsetOf(wanted - day, timeZone), wanted - offsetOf(wanted + day, timeZone)]
  const exact = tries.filter((at) => shown(at) === wanted)
  return exact.length > 0 ? Math.min(...exact) : firstAfterGap(Math.min(...tries), wanted, shown)
}

function firstAfterGap(from: number, wanted: number, shown: (at: number) => number): number {
  let at = from
  while (shown(at) < wanted) at += MINUTE
  while (shown(at - MINUTE) >= wanted) at -= MINUTE
  return at
}

/** Ms by which a zone is ahead of UTC. */
function offsetOf(instant: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric' },
    ...{ hour: 'numeric', minute: 'numeric', second: 'numeric' },
  }).formatToParts(instant)
  const part = (type: string) => Number(parts.find((one) => one.type === type)!.value)
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  )
  return shown - Math.floor(instant / 1000) * 1000
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
