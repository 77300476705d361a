import { expect, it } from 'vitest'
import { UPOS } from '../document/tokens.ts'
import { german } from '../language/de/index.ts'
import { applyScript, baseOf, parseScript, plainInfinitive, strongLemma } from './lemmatiser.ts'

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
  ['griff', 'greifen'],
  ['angegriffen', 'angreifen'],
  ['erschossen', 'erschießen'],
  ['anerkannt', 'anerkennen'],
  ['unterbrochen', 'unterbrechen'],
  ['verboten', 'verbieten'],
  ['gefallen', 'fallen'],
  ['überfiel', 'überfallen'],
  ['entschieden', 'entscheiden'],
  ['wiederaufgenommen', 'wiederaufnehmen'],
  ['beträgt', 'betragen'],
  ['käme', 'kommen'],
  ['nannten', 'nennen'],
  ['lässt', 'lassen'],
  ['belegen', null],
  ['sagte', null],
  ['bereitet', null],
  ['bestätigt', null],
])('%s is a form of the strong verb %s', (form, lemma) => {
  expect(strongLemma(form, german)).toBe(lemma)
})

it.each([
  ['anzukündigen', 'ankündigen'],
  ['zurückzuerobern', 'zurückerobern'],
  ['zuzustimmen', 'zustimmen'],
  ['hinzuzufügen', 'hinzufügen'],
  ['hinzufügen', null],
  ['zusammenarbeiten', null],
  ['ankündigen', null],
])('%s without zu is %s', (form, lemma) => {
  expect(plainInfinitive(form, german)).toBe(lemma)
})
