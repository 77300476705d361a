import { expect, it } from 'vitest'
import { UPOS } from '../document/tokens.ts'
import { german } from '../language/de/index.ts'
import { applyScript, baseOf, irregularVerb, parseScript } from './lemmatiser.ts'

const upos = (name: (typeof UPOS)[number]) => UPOS.indexOf(name)

it.each([
  ['angekündigt', 'VERB', 'ge|0|1|en', 'ankündigen'],
  ['gesagt', 'VERB', 'ge|0|1|en', 'sagen'],
  ['zurückzuerobern', 'VERB', 'zu|0|0|', 'zurückerobern'],
  ['zuzustimmen', 'VERB', 'zu|0|0|', 'zustimmen'],
  ['Häuser', 'NOUN', '|1|2|', 'Haus'],
  ['Äpfel', 'NOUN', '|1|0|', 'Apfel'],
  ['Gesetze', 'NOUN', '|0|1|', 'Gesetz'],
  ['Deutsche', 'ADJ', '|0|1|', 'deutsch'],
  ['straße', 'NOUN', '|0|0|', 'Straße'],
] as const)('%s (%s) by %s is %s', (form, tag, script, lemma) => {
  expect(applyScript(parseScript(script), baseOf(form, upos(tag), german), german)).toBe(lemma)
})

it.each([
  ['kommen', 'zu|0|0|'],
  ['komm', '|1|0|'],
  ['ab', '|0|2|en'],
])('a script that does not fit %s gives null (%s)', (form, script) => {
  expect(applyScript(parseScript(script), form, german)).toBeNull()
})

it.each([
  ['starben', 'sterben'],
  ['angriff', 'angreifen'],
  ['angegriffen', 'angreifen'],
  ['verbot', 'verbieten'],
  ['verboten', 'verbieten'],
  ['zurückgetreten', 'zurücktreten'],
  ['beschoss', 'beschießen'],
  ['übernahm', 'übernehmen'],
  ['sagte', null],
  ['gesagt', null],
])('the irregular form %s belongs to %s', (form, infinitive) => {
  expect(irregularVerb(form, german)).toBe(infinitive)
})
