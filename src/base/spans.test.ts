import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bySpan, contains, cover, lastAtOrBefore, overlaps, span, textOf, trimmed } from './spans.ts'

test('half-open: spans that only touch do not overlap', () => {
  expect(overlaps(span(0, 3), span(3, 5))).toBe(false)
  expect(overlaps(span(0, 4), span(3, 5))).toBe(true)
  expect(overlaps(span(3, 5), span(0, 4))).toBe(true)
  expect(overlaps(span(2, 2), span(2, 2))).toBe(false)
})

test('contains and cover', () => {
  expect(contains(span(0, 5), span(0, 5))).toBe(true)
  expect(contains(span(0, 5), span(1, 6))).toBe(false)
  expect(cover(span(7, 9), span(1, 2))).toEqual({ from: 1, to: 9 })
})

test('by start, the longer first', () => {
  expect([span(2, 3), span(0, 1), span(2, 9)].sort(bySpan)).toEqual([span(0, 1), span(2, 9), span(2, 3)])
})

test('trimmed drops every kind of space at the ends and none inside', () => {
  const text = ' \u00a0\n Ein Satz.\u202f\t'
  expect(textOf(text, trimmed(text, span(0, text.length)))).toBe('Ein Satz.')
  expect(trimmed('   ', span(0, 3))).toEqual(span(3, 3))
  expect(trimmed('a b', span(1, 1))).toEqual(span(1, 1))
})

test('lastAtOrBefore finds what a walk from the left finds', () => {
  const starts = fc.array(fc.nat(50), { maxLength: 20 }).map((list) => list.sort((a, b) => a - b))
  fc.assert(
    fc.property(starts, fc.integer({ min: -1, max: 60 }), (from, offset) => {
      const sorted = from.map((start) => span(start, start + 1))
      expect(lastAtOrBefore(sorted, offset)).toBe(from.filter((start) => start <= offset).length - 1)
    }),
  )
})
