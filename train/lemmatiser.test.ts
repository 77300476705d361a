import { expect, it } from 'vitest'
import { german } from '../src/language/de/index.ts'
import { scriptFor } from './lemmatiser.ts'

it.each([
  ['angekündigt', 'ankündigen', 'ge|0|1|en'],
  ['zurückzuerobern', 'zurückerobern', 'zu|0|0|'],
  ['Häuser', 'Haus', '|1|2|'],
  ['Haus', 'Haus', '|0|0|'],
  ['sagte', 'sagen', '|0|2|en'],
  ['war', 'sein', null],
])('%s to %s: %s', (base, lemma, script) => {
  expect(scriptFor(base, lemma, german)).toBe(script)
})
