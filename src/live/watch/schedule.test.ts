import { describe, expect, it } from 'vitest'
import { dueOf } from './schedule.ts'

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
