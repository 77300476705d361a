import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { MERGING_GOLD, mergingAnnotations, mergingGold } from './merging-gold.ts'

test.each(Object.entries(mergingGold(mergingAnnotations())))(
  'test/gold/merging/%s is what the annotations make (npx tsx test/support/merging-gold.ts)',
  (name, content) => {
    expect(readFileSync(join(MERGING_GOLD, name), 'utf8') === content).toBe(true)
  },
)

test('a quotation that stands in its report twice is refused', () => {
  const annotations = mergingAnnotations()
  const [first] = annotations.reports
  const doubled = { ...first!, text: `${first!.text} ${first!.text}` }
  expect(() => mergingGold({ ...annotations, reports: [doubled] })).toThrow(/exactly once/)
})
