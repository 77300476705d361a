import { describe, expect, it } from 'vitest'
import { readLabelledDate, readStamp, readTickerTime } from './stamps.ts'

describe('readStamp', () => {
  it.each([
    ['3. Mai 2011', '2011-05-03'],
    ['Dienstag, 3. Mai 2011, 8:05 Uhr', '2011-05-03T08:05'],
    ['Stand: 03.05.2011, 18:30 Uhr MESZ', '2011-05-03T18:30+02:00'],
    ['7. Juli 2022, 19:09 Uhr ET', '2022-07-07T19:09-04:00'],
    ['7. Januar 2022, 19:09 Uhr ET', '2022-01-07T19:09-05:00'],
    ['(2011-05-03)', '2011-05-03'],
    ['May 3, 2011', '2011-05-03'],
    ['14:32 Uhr', null],
  ])('reads %s', (line, edtf) => expect(readStamp(line)).toMatchObject({ edtf }))
  it.each([
    '31. Februar 2011',
    '3. Mai',
    '2011',
    '12',
    'Am 3. Mai 2011 tagte der Rat',
    '3:1 (1:0)',
    'Mai 2011 war warm',
  ])('is none: %s', (line) => expect(readStamp(line)).toBeNull())
})

describe('what opens a line', () => {
  it('reads a labelled date before a headline, but no date within a sentence', () => {
    expect(readLabelledDate('Stand: 3. Mai 2011 Rat vertagt Beschluss')).toEqual({
      length: 18,
      stamp: { edtf: '2011-05-03', time: null },
    })
    expect(readLabelledDate('Am 3. Mai 2011 Rat vertagt')).toBeNull()
    expect(readLabelledDate('Stand 3. Mai 2011 waren es zehn')).toBeNull()
  })
  it('reads the time of a ticker entry', () => {
    expect(readTickerTime('+++ 14.32 Uhr +++ Der Rat tagt')?.stamp.time).toBe('T14:32')
    expect(readTickerTime('14:32 Uhr: Der Rat tagt')?.length).toBe(10)
    expect(readTickerTime('14 Uhr war es, als der Rat tagte')).toBeNull()
  })
})
