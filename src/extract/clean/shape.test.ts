import fc from 'fast-check'
import { expect, it } from 'vitest'
import { wordCount, wordsOf } from './shape.ts'

it('counts the words that it finds, whatever the white space', () => {
  const text = fc.array(
    fc.constantFrom(
      'a',
      'Ö',
      '.',
      ' ',
      '\n',
      '\t',
      '\u00a0',
      '\u2009',
      '\u3000',
      '\ufeff',
      '\u200b',
      '\u0085',
    ),
  )
  fc.assert(
    fc.property(text, (parts) => {
      expect(wordCount(parts.join(''))).toBe(wordsOf(parts.join('')).length)
    }),
    { numRuns: 500 },
  )
})
