import { describe, expect, test } from 'vitest'
import { readText } from '../../../test/support/read-text.ts'

/** The name of the entity that the last word of this form belongs to; null when nobody. */
function meantBy(text: string, word: string): string | null {
  const at = text.lastIndexOf(word)
  const { entities } = readText(text)
  return (
    entities.find(({ mentions }) => mentions.some(({ from, to }) => from <= at && at + word.length <= to))
      ?.name ?? null
  )
}

describe('whom a pronoun means', () => {
  test.each([
    ['a subject', 'Heiko Maas reiste nach Oman. Dort traf er den Sultan.', 'er', 'Heiko Maas'],
    [
      'a description',
      'Ein Sprecher der Miliz meldete sich am Morgen. Er kündigte neue Angriffe an.',
      'Er',
      'Sprecher',
    ],
    ['a group by its gender', 'Die Hamas lehnte ab. Zuvor hatte sie verhandelt.', 'sie', 'Hamas'],
    [
      'not whose gender is another',
      'Ein Sprecher lobte die Regierung in Lima. Sie hatte die Grenze geöffnet.',
      'Sie',
      'Regierung',
    ],
    [
      'one that is no subject, where it plainly agrees',
      'Mit dem Botschafter gab es Streit. Er reiste gestern ab.',
      'Er',
      'Botschafter',
    ],
    ['a plural', 'Drei Polizisten kamen aus Togo. Sie wurden gestern festgenommen.', 'Sie', 'Polizisten'],
    ['nobody by a name of a single one', 'Heiko Maas kam. Sie wurden gestern festgenommen.', 'Sie', null],
    ['not who does it', 'Am Abend lobte Heiko Maas ihn.', 'ihn', null],
    [
      'nobody for an object without number',
      'Die Regierung zählte die Pässe. Später fand man sie.',
      'sie',
      null,
    ],
  ])('%s: %s', (_, text, word, expected) => {
    expect(meantBy(text, word)).toBe(expected)
  })
})
