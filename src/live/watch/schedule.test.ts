import { describe, expect, it } from 'vitest'
import { dueOf, dueThrough, instantOf } from './schedule.ts'

const berlin = { timeZone: 'Europe/Berlin' }

describe('dueOf', () => {
  it.each([
    ['at once', {}, '2026-06-01T10:15:00Z', '2026-06-01T10:15:00Z', false],
    [
      'the next full hour',
      { digest: { every: 'hour' } },
      '2026-06-01T10:15:00Z',
      '2026-06-01T11:00:00Z',
      true,
    ],
    [
      'today at seven',
      { digest: { every: 'day', at: '07:00', ...berlin } },
      '2026-06-01T04:59:00Z',
      '2026-06-01T05:00:00Z',
      true,
    ],
    [
      'tomorrow at seven',
      { digest: { every: 'day', at: '07:00', ...berlin } },
      '2026-06-01T05:00:00Z',
      '2026-06-02T05:00:00Z',
      true,
    ],
    [
      'across the change to summer time',
      { digest: { every: 'day', at: '07:00', ...berlin } },
      '2026-03-28T12:00:00Z',
      '2026-03-29T05:00:00Z',
      true,
    ],
    [
      'across the change to winter time',
      { digest: { every: 'day', at: '07:00', ...berlin } },
      '2026-10-24T12:00:00Z',
      '2026-10-25T06:00:00Z',
      true,
    ],
    [
      'not in quiet hours',
      { quiet: { from: '22:00', to: '06:00', ...berlin } },
      '2026-06-01T21:30:00Z',
      '2026-06-02T04:00:00Z',
      true,
    ],
    [
      'before quiet hours',
      { quiet: { from: '22:00', to: '06:00', ...berlin } },
      '2026-06-01T19:59:00Z',
      '2026-06-01T19:59:00Z',
      false,
    ],
    [
      'at the end of quiet hours',
      { quiet: { from: '12:00', to: '13:00', ...berlin } },
      '2026-06-01T11:00:00Z',
      '2026-06-01T11:00:00Z',
      false,
    ],
  ] as const)('%s', (_, rule, now, at, together) => {
    expect(dueOf(rule, Date.parse(now))).toEqual({ at: Date.parse(at), together })
  })
})

describe('instantOf', () => {
  it.each([
    ['2026-03-01T06:00', 'Europe/Berlin', '2026-03-01T05:00:00.000Z'],
    ['2026-07-01T06:00', 'Europe/Berlin', '2026-07-01T04:00:00.000Z'],
    ['2026-07-01T06:00', 'UTC', '2026-07-01T06:00:00.000Z'],
    ['2026-01-01T00:30', 'Asia/Kathmandu', '2025-12-31T18:45:00.000Z'],
    ['2026-01-01T00:30', 'Pacific/Kiritimati', '2025-12-31T10:30:00.000Z'],
    // Shown twice: the first of them.
    ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    // Never shown: the first minute after the gap.
    ['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
    ['2026-03-08T02:30', 'America/New_York', '2026-03-08T07:00:00.000Z'],
  ])('%s in %s is %s', (local, zone, expected) => {
    expect(new Date(instantOf(local, zone)).toISOString()).toBe(expected)
  })
})

describe('dueThrough', () => {
  const embargo = { until: '2026-03-01T06:00', timeZone: 'Europe/Berlin' }
  const sendAt = { at: ['18:00', '07:30'], timeZone: 'Europe/Berlin' }
  const due = (at: string, together = false) => ({ at: Date.parse(at), together })
  const at = (through: Parameters<typeof dueThrough>[0], when: string) => {
    const { at: ms, together } = dueThrough(through, due(when))
    return [new Date(ms).toISOString(), together]
  }
  it.each([
    ['nothing holds it', {}, '2026-02-28T12:00:00Z', '2026-02-28T12:00:00.000Z', false],
    ['an embargo does', { embargo }, '2026-02-28T12:00:00Z', '2026-03-01T05:00:00.000Z', false],
    ['an embargo is over', { embargo }, '2026-03-01T05:00:01Z', '2026-03-01T05:00:01.000Z', false],
    ['the next time of the day', { sendAt }, '2026-02-28T12:00:00Z', '2026-02-28T17:00:00.000Z', true],
    ['at the very time', { sendAt }, '2026-02-28T17:00:00Z', '2026-02-28T17:00:00.000Z', true],
    ['the first of the next day', { sendAt }, '2026-02-28T17:01:00Z', '2026-03-01T06:30:00.000Z', true],
    ['both', { embargo, sendAt }, '2026-02-28T12:00:00Z', '2026-03-01T06:30:00.000Z', true],
  ])('%s', (_what, through, when, expected, together) => {
    expect(at(through, when)).toEqual([expected, together])
  })
})
