import { describe, expect, test } from 'vitest'
import { german } from '../language/de/index.ts'
import { CompoundSplitter } from './compounds.ts'

const known = new Set(
  'flüchtling unterkunft waffe waffenstillstand stillstand abkommen regierung sprecher luft angriff partei teil land tag bund minister außen'.split(
    ' ',
  ),
)
const splitter = new CompoundSplitter(known, german)

describe('compounds', () => {
  test.each([
    ['Flüchtlingsunterkunft', ['Flüchtling', 'Unterkunft']],
    ['Waffenstillstandsabkommen', ['Waffenstillstand', 'Abkommen']],
    ['Regierungssprecher', ['Regierung', 'Sprecher']],
    ['Luftangriff', ['Luft', 'Angriff']],
    ['US-Luftangriff', ['US', 'Luft', 'Angriff']],
    ['Bundestag', ['Bund', 'Tag']],
    ['Partei', ['Partei']],
    ['Unbekanntes', ['Unbekanntes']],
  ])('%s', (lemma, parts) => {
    expect(splitter.parts(lemma)).toEqual(parts)
  })

  test('a word of any length ends', () => {
    const long = `L${'uft'.repeat(5000)}`
    expect(splitter.parts(long)).toEqual([long])
  })
})
