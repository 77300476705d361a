import { describe, expect, it } from 'vitest'
import { renderPage } from './page.ts'

const TEXT =
  'Die Fähre über den breiten Fluss fährt seit dem frühen Morgen wieder, sagte der Betreiber dem Rat der Stadt am Ufer.'
const titleOf = (head: string, body: string) => {
  const { text, title, headline } = renderPage(
    `<html><head>${head}</head><body>${body}<p>${TEXT}</p><p>${TEXT.replace('Morgen', 'Abend')}</p></body></html>`,
  )
  return title ? text.slice(title.from, title.to) : headline
}

describe('the headline', () => {
  it.each<[string, string, string, string | null]>([
    [
      'is the heading that the metadata name',
      '<meta property="og:title" content="Fähre fährt wieder">',
      '<h1>Talpost</h1><h2>Fähre fährt wieder</h2>',
      'Fähre fährt wieder',
    ],
    [
      'or <title>, less the site',
      '<title>Fähre fährt wieder am Fluss | Talpost</title>',
      '<h1><a href="/">Talpost</a></h1><h2>Fähre fährt wieder am Fluss</h2>',
      'Fähre fährt wieder am Fluss',
    ],
    [
      'is not the site’s name',
      '<meta property="og:site_name" content="Talpost"><title>Talpost</title>',
      '<h1>Talpost</h1><h2>Fähre fährt wieder</h2>',
      'Fähre fährt wieder',
    ],
    [
      'else the highest right above the text',
      '',
      '<h2>Wetter am Fluss</h2><h1>Fähre fährt wieder</h1>',
      'Fähre fährt wieder',
    ],
    [
      'without its kicker',
      '',
      '<h1><span class="kicker">Verkehr</span><span class="headline">Fähre fährt wieder</span></h1>',
      'Fähre fährt wieder',
    ],
    [
      'without a kicker that only the metadata part from it',
      '<meta property="og:title" content="Fähre fährt wieder">',
      '<h1>Verkehr am Fluss: Fähre fährt wieder</h1>',
      'Fähre fährt wieder',
    ],
    [
      'of a page without headings, from the metadata',
      '<title>Fähre fährt wieder am Fluss - Talpost</title>',
      '',
      'Fähre fährt wieder am Fluss',
    ],
    [
      'with what was encoded twice',
      '<meta property="og:title" content="Fähre &amp;amp; Brücke">',
      '',
      'Fähre & Brücke',
    ],
    ['of no page at all', '', '', null],
  ])('%s', (_what, head, body, title) => expect(titleOf(head, body)).toBe(title))
  it('leaves the kicker in the text, apart from the title', () => {
    const { text, blocks } = renderPage(
      `<meta property="og:title" content="Fähre fährt wieder"><h1>Verkehr am Fluss: Fähre fährt wieder</h1><p>${TEXT}</p>`,
    )
    expect(blocks.slice(0, 2).map(({ kind, from, to }) => `${kind} ${text.slice(from, to).trim()}`)).toEqual([
      'lead Verkehr am Fluss:',
      'title Fähre fährt wieder',
    ])
  })
})
