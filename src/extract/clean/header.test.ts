import { describe, expect, it } from 'vitest'
import { TEST_OUTLETS } from '../../../test/support/outlets.ts'
import { classify } from './classify.ts'
import { outletOfText } from './origin.ts'
import { outletIndex } from './outlets.ts'

const outlets = outletIndex(TEST_OUTLETS)
const STORY = 'Die Brücke über den Fluss bleibt nach dem Unwetter gesperrt, wie die Stadt am Abend mitteilte.'
const TITLE = 'Brücke bleibt zu'
const read = (text: string) => {
  const blocks = classify(text, null, outlets)
  const words = (kind: string) =>
    blocks.filter((block) => block.kind === kind).map(({ from, to }) => text.slice(from, to))
  return {
    outlet: outletOfText(text, blocks, outlets),
    title: words('title')[0],
    stamp: blocks.find(({ kind }) => kind === 'stamp')?.published ?? null,
  }
}

describe('what stands above the article', () => {
  it.each([
    ['name and date', `Uferkurier, 3. Mai 2011\n\n${TITLE}\n\n${STORY}`, 'Uferkurier', '2011-05-03'],
    [
      'name and edition',
      `Uferkurier - Ausgabe vom 3. Mai 2011, Seite 2\n\n${TITLE}\n\n${STORY}`,
      'Uferkurier',
      '2011-05-03',
    ],
    [
      'name above a date',
      `Uferkurier | Region\n3.5.2011 | 8:05 Uhr | Lesezeit 4 Min.\n\n${TITLE}\n\n${STORY}`,
      'Uferkurier',
      '2011-05-03T08:05',
    ],
    ['path and name', `Start > Region > Wetter\nUferkurier\n${TITLE}\n\n${STORY}`, 'Uferkurier', null],
    ['suffix', `${TITLE} - Uferkurier\n\n${STORY}`, 'Uferkurier', null],
    [
      'front matter',
      `---\noutlet: "Uferkurier"\nlang: de\n---\n\n# ${TITLE}\n\n${STORY}`,
      'Uferkurier',
      null,
    ],
    ['a place', `Uferstadt, 3. Mai 2011\n\n${TITLE}\n\n${STORY}`, null, null],
    ['the rights line', `${TITLE}\n\n${STORY}\n\nCopyright Uferkurier`, 'Uferkurier', null],
  ])('%s', (name, text, outlet, stamp) => {
    const found = read(text)
    expect(found).toMatchObject({ outlet, stamp })
    if (name !== 'a place') expect(found.title).toBe(TITLE)
  })
  it('leaves a short headline above a date alone', () => {
    expect(read(`Streit um die Zeitung\n3. Mai 2011\n\n${STORY}\n\n${STORY}`).title).toBe(
      'Streit um die Zeitung',
    )
  })
  it('reads the time that closes a dispatch', () => {
    expect(read(`${TITLE}\n\n${STORY}\n\n031805 Mai 11`).stamp).toBe('2011-05-03T18:05')
  })
})
