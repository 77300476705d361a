import { describe, expect, it } from 'vitest'
import { NEW_FEED } from '../../store/feeds.ts'
import { waitOf } from '../fetch-url.ts'
import type { Clock } from './clock.ts'
import { HostGate } from './host-gate.ts'
import { robotsOf } from './robots.ts'
import { everyOf, nextItemTry, nextPoll, nextTry } from './schedule.ts'

const MINUTE = 60_000
const minutes = (time: string | null) => (time === null ? null : Date.parse(time) / MINUTE)

describe('the schedule', () => {
  it('takes the user’s word before the feed’s, and the feed’s before the default', () => {
    const every = (own: number | null, asks: number | null) => everyOf({ every: own }, { ...NEW_FEED, asks })
    expect([every(5, 60), every(null, 60), every(null, 1), every(null, null), every(null, 99_999)]).toEqual([
      ...[5, 60, 10, 10, 240],
    ])
  })
  it('spreads polls by up to a tenth', () => {
    expect([minutes(nextPoll(0, 10, 0)), minutes(nextPoll(0, 10, 1))]).toEqual([10, 11])
  })
  it('backs off from a feed that fails, by chance and not without end', () => {
    const wait = (errors: number, random: number) => minutes(nextTry(0, 10, errors, null, random))
    expect([1, 2, 3, 4].map((errors) => wait(errors, 0.5))).toEqual([10, 20, 40, 80])
    expect([wait(2, 0), wait(2, 1), wait(1000, 0.5)]).toEqual([15, 25, 720])
  })
  it('never comes back before the server wants it', () => {
    for (const random of [0, 0.5, 1]) {
      expect(minutes(nextTry(0, 10, 1, 90 * MINUTE, random))).toBeGreaterThanOrEqual(90)
      expect(minutes(nextItemTry(0, 0, 90 * MINUTE, random))).toBeGreaterThanOrEqual(90)
    }
  })
  it('gives an item up in the end', () => {
    expect([0, 1, 2, 3, 4, 5].map((tries) => minutes(nextItemTry(0, tries, null, 0.5)))).toEqual([
      ...[1, 5, 30, 120, 720, null],
    ])
  })
})

describe('Retry-After', () => {
  const now = Date.UTC(2026, 1, 2, 8)
  it.each([
    ['120', 120_000],
    ['Mon, 02 Feb 2026 08:05:00 GMT', 300_000],
    ['Mon, 02 Feb 2026 07:00:00 GMT', 0],
    ['999999999', 7 * 86_400_000],
    ['bald', null],
    [null, null],
  ])('%s', (header, wait) => expect(waitOf(header, now)).toBe(wait))
})

/** A clock that stands until somebody sleeps. */
function fakeClock(): Clock & { at: number } {
  return {
    at: 1_000_000,
    now() {
      return this.at
    },
    async sleep(ms) {
      this.at += ms
    },
    random: () => 0.5,
  }
}

describe('a host', () => {
  it('takes a few requests at once, then one a second, and a few again when it has rested', async () => {
    const clock = fakeClock()
    const gate = new HostGate(clock)
    const waits: number[] = []
    const ask = async (host = 'a') => {
      const before = clock.at
      await gate.turn(host, null)
      waits.push(clock.at - before)
    }
    for (let n = 0; n < 6; n++) await ask()
    await ask('b')
    clock.at += 60_000
    await ask()
    expect(waits).toEqual([0, 0, 0, 0, 1000, 1000, 0, 0])
  })
  it('is asked at its own pace', async () => {
    const clock = fakeClock()
    const gate = new HostGate(clock)
    const start = clock.at
    for (let n = 0; n < 3; n++) await gate.turn('a', 5000)
    expect(clock.at - start).toBe(10_000)
  })
})

describe('robots.txt', () => {
  const robots = robotsOf(
    'https://a.example',
    'User-agent: *\nDisallow: /archiv/\nAllow: /archiv/heute\nCrawl-delay: 3\n\nUser-agent: lagebild\nDisallow: /intern$\nCrawl-delay: 900',
  )
  it('is read for our name, else for all', () => {
    expect(robots.allows('https://a.example/archiv/1')).toBe(true)
    expect(robots.allows('https://a.example/intern')).toBe(false)
    expect(robots.delay).toBe(60_000)
    const all = robotsOf(
      'https://a.example',
      'User-agent: *\nDisallow: /archiv/\nAllow: /archiv/heute\nCrawl-delay: 3',
    )
    expect(all.allows('https://a.example/archiv/1')).toBe(false)
    expect(all.allows('https://a.example/archiv/heute')).toBe(true)
    expect(all.delay).toBe(3000)
  })
  it('takes no time out of proportion', () => {
    const start = performance.now()
    const rules = `User-agent: *\nDisallow: ${'*a'.repeat(100_000)}\n${'Disallow: /x\n'.repeat(20_000)}`
    robotsOf('https://a.example', rules).allows(`https://a.example/${'a'.repeat(1000)}`)
    expect(performance.now() - start).toBeLessThan(4000)
  })
})
