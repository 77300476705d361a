import { expect, it } from 'vitest'
import { FORM_CELLS, formCells, shapeOf, wordKey } from './forms.ts'

it.each([
  ['Straße', 'strasse'],
  ['1.300', '0.000'],
  ['»', '"'],
  ['Müller', 'müller'],
])('%s is kept under %s', (form, key) => {
  expect(wordKey(form)).toBe(key)
})

it.each([
  ['USA', 'X'],
  ['Bürgermeister', 'Xx'],
  ['Rheinland-Pfalz', 'Xx-Xx'],
  ['5.', 'd.'],
  ['17-jährige', 'd-x'],
])('%s has the shape %s', (form, shape) => {
  expect(shapeOf(form)).toBe(shape)
})

it('shares the cells of equal ends and beginnings, and those alone', () => {
  const same = (a: string, b: string) => {
    const [one, two] = [formCells(a, 20), formCells(b, 20)]
    return Array.from({ length: FORM_CELLS }, (_, i) => (one[i] !== 0 && one[i] === two[i] ? i : -1)).filter(
      (i) => i >= 0,
    )
  }
  // endings of 1 to 6 letters, and the shape
  expect(same('Landminister', 'Premierminister')).toEqual([0, 1, 2, 3, 4, 5, 6, 12])
  // beginnings of 1 to 3 letters
  expect(same('Brücke', 'Brünn')).toEqual([7, 8, 9, 12])
  expect(same('ab', 'xy')).toEqual([12])
})

it('has no cell for a group as long as the form, and never more cells than the table', () => {
  expect([...formCells('ab', 20)].filter((cell) => cell !== 0).length).toBe(4)
  expect(Math.max(...formCells('Bundesverfassungsgericht', 4))).toBeLessThan(16)
})
