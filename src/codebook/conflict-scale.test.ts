import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { EVENT_TYPES } from '../document/report.ts'
import { loadConflictScale } from './conflict-scale.ts'
import type { EventCategory } from './types.ts'

const read = (name: string) => readFileSync(new URL(`data/${name}`, import.meta.url), 'utf8')
const categories = JSON.parse(read('categories.json')) as EventCategory[]

describe('the scale of conflict', () => {
  const scale = loadConflictScale(read('conflict-scale.tsv'))

  test('has a value for each type, its sign that of the quad class', () => {
    expect(Object.keys(scale).sort()).toEqual([...EVENT_TYPES].sort())
    for (const { type, quad } of categories)
      expect([type, scale[type] < 0]).toEqual([type, quad.endsWith('conflict')])
  })

  test('takes the mean of the roots of a type', () => {
    expect([scale.ASSAULT, scale.ACCUSE, scale.RETREAT]).toEqual([-9.67, -2, 5])
  })

  test.each([
    ['03\t40\tAGREE\tx', 'none from -10 to 10'],
    ['03\t4\tWAR\tx', 'is no category'],
    ['03\t4\tAGREE\tx', 'has no value'],
  ])('refuses %j', (row, why) => {
    expect(() => loadConflictScale(`root\tvalue\tcategories\tsource\n${row}\n`)).toThrow(why)
  })
})
