import { describe, expect, it } from 'vitest'
import { hashTable } from '../../../train/names/export.ts'
import { nameTable } from '../../../train/names/lists.ts'
import { Usage } from '../../../train/names/usage.ts'
import { german } from '../../language/de/index.ts'
import { formFeatures, sentenceFlags } from './features.ts'
import { NAME_LISTS, type NameLexicon, type NameList } from './lexicon.ts'

const lists = new Map<NameList, ReadonlySet<string>>([
  ['first', new Set(['Berta'])],
  ['place', new Set(['Neuhafen', 'Bad Ostheim'])],
  ['company', new Set(['Hafenwerke Bad Ostheim'])],
  ['adjective', new Set(['ostheimisch'])],
])
const usage = new Usage()
for (let n = 0; n < 4; n++)
  usage.add('Wir sehen den Hafen und die Brücke. Die Brücke wartet, der Hafen wartet in Neuhafen.')
const lexicon: NameLexicon = { names: hashTable(nameTable(lists, german)), usage: hashTable(usage.table()) }

const LISTS = NAME_LISTS.length
const named = (flag: number): string =>
  flag < 3 * LISTS
    ? `${['alone', 'first', 'further'][Math.floor(flag / LISTS)]} ${NAME_LISTS[flag % LISTS]}`
    : flag < 3 * LISTS + 3
      ? ['adjective', 'capital adjective', 'inhabitant'][flag - 3 * LISTS]!
      : `${flag < 4 * LISTS + 3 ? 'before' : 'behind'} hyphen ${NAME_LISTS[(flag - 3 * LISTS - 3) % LISTS]}`
const flagsOf = (sentence: string) => {
  const forms = sentence.split(' ')
  const features = forms.map((form) => formFeatures(form, lexicon))
  return sentenceFlags(forms, features, lexicon).map((flags) => flags.map(named))
}

describe('what lists say of words', () => {
  it.each([
    ['a name of one word', 'Berta', [['alone first']]],
    ['its genitive', 'Neuhafens', [['alone place']]],
    [
      'names of several words, one inside the other',
      'Hafenwerke Bad Ostheim',
      [['first company'], ['first place', 'further company'], ['further place', 'further company']],
    ],
    ['the beginning of a longer name and no more', 'Hafenwerke Neuhafen', [[], ['alone place']]],
    ['adjectives with their endings', 'ostheimischen Ostheimische', [['adjective'], ['capital adjective']]],
    ['who lives in a place', 'Neuhafener', [['inhabitant']]],
    ['parts of a compound', 'Neuhafen-Berta', [['before hyphen place', 'behind hyphen first']]],
    ['other words', 'der Hafen', [[], []]],
  ])('%s', (_, sentence, expected) => {
    expect(flagsOf(sentence).map((flags) => flags.toSorted())).toEqual(
      expected.map((flags) => flags.toSorted()),
    )
  })
})

describe('how raw text uses words', () => {
  const numbers = (form: string) => [...formFeatures(form, lexicon).numbers]
  it('knows a word by its use, in whatever case', () => {
    expect(numbers('Brücke')).toEqual(numbers('brücke'))
    expect(numbers('Brücke')[0]).toBe(0)
  })
  it('knows a word that it never saw by its end', () => {
    expect(numbers('Autobahnbrücke')[0]).toBe(1)
    expect(numbers('Autobahnbrücke').slice(8)).toEqual([1, ...numbers('Brücke').slice(1, 8)])
  })
  it('does not take the end of a name for that', () => {
    expect(numbers('Altneuhafen')[8]).toBe(1) // ends in Hafen
    expect(numbers('Xylopolis').every((n, i) => n === (i === 0 ? 1 : 0))).toBe(true)
  })
})
