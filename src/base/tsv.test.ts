import { describe, expect, test } from 'vitest'
import { LagebildError } from './errors.ts'
import { cell, list, oneOf, optional, parseTsv, required } from './tsv.ts'

const TABLE = '# what it holds\nid\tname\taliases\n\na\tAlpha\tA | Al|\r\n# a note\nb\t\t\n'

describe('parseTsv', () => {
  test('comments and empty lines are no rows, yet they count as lines', () => {
    const rows = parseTsv('t.tsv', TABLE, ['id', 'name'])
    expect(rows.map(({ line, cells }) => [line, cells.id])).toEqual([
      [4, 'a'],
      [6, 'b'],
    ])
  })

  test.each([
    ['a row with a cell too many', 'id\tname\na\tb\tc\n', 't.tsv:2: 3 cells, the header has 2'],
    ['a row with a cell too few', '# x\n\nid\tname\na\n', 't.tsv:4: 1 cells, the header has 2'],
    ['a header without a column', 'id\tnom\n', 't.tsv:1: the column name is missing'],
  ])('%s is refused with file and line', (_, text, message) => {
    expect(() => parseTsv('t.tsv', text, ['id', 'name'])).toThrow(message)
  })

  test('the error says what to do', () => {
    try {
      parseTsv('t.tsv', 'id\na\tb\n', ['id'])
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(LagebildError)
      expect(error).toMatchObject({
        code: 'codebook-table',
        remedy: expect.stringContaining('docs/codebook.md'),
      })
    }
  })
})

test('cells as text, as text or nothing, as a list, as one of a few', () => {
  const [a, b] = parseTsv('t.tsv', TABLE, ['id', 'name', 'aliases'])
  expect(list(a!, 'aliases')).toEqual(['A', 'Al'])
  expect(list(b!, 'aliases')).toEqual([])
  expect([optional(b!, 'name'), cell(b!, 'no such column')]).toEqual([null, ''])
  expect(() => required(b!, 'name')).toThrow('t.tsv:6: "name" is empty')
  expect(oneOf(a!, 'id', ['a', 'b'])).toBe('a')
  expect(() => oneOf(a!, 'id', ['x', 'y'])).toThrow('t.tsv:4: "id" is "a", not one of x, y')
})
