import { expect, test } from 'vitest'
import { countedAsTold } from './counted.ts'

test.each([
  ['Mensch', 'An der Furt ertranken 13 Menschen im Hochwasser.', '13', 'Menschen'],
  ['Kämpfer', 'Die Wache sprach von neun Kämpfern am Tor.', 'neun', 'Kämpfer'],
  ['Kind', 'Der Bus mit elf Kindern blieb stecken.', 'elf', 'Kinder'],
  ['Schwester', 'Das Haus mit drei Schwestern brannte ab.', 'drei', 'Schwestern'],
  ['Wohnhaus', 'Drei Wohnhäuser stehen leer.', 'Drei', 'Wohnhäuser'],
  ['US-Soldat', 'Rund 40 US-Soldaten kamen an.', '40', 'US-Soldaten'],
  ['Siedler', 'Soldaten führten zwei ab, es waren Siedler.', 'zwei', 'Siedler'],
  ['Verein', 'Zwölf kamen, von keinem Club.', 'Zwölf', 'Verein'],
  [null, 'Zwölf kamen.', 'Zwölf', null],
])('%s in "%s"', (lemma, sentence, figure, told) => {
  const from = sentence.indexOf(figure)
  expect(countedAsTold(lemma, sentence, { from, to: from + figure.length })).toBe(told)
})
