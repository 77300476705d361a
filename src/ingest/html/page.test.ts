import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isDeeperThan } from './depth.ts'
import { edtfOf } from './metadata.ts'
import { renderPage } from './page.ts'

const LONG =
  'Die Fähre über den breiten Fluss fährt seit dem frühen Morgen wieder, sagte der Betreiber, und zwar im Takt von zwanzig Minuten an allen Tagen der Woche.'
const PAGE = `<!doctype html><html lang="de-AT"><head><title>Fähre fährt wieder | Talpost</title>
<link rel="canonical" href="https://talpost.example/faehre"><meta property="og:site_name" content="Talpost">
<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Fähre fährt wieder","datePublished":"2012-03-04T08:15:30+0100"}]}</script></head>
<body><nav><ul><li>Sport</li><li>Wetter</li></ul></nav><script>document.body.innerHTML = 'gone'</script>
<main><article><h1>Fähre f&auml;hrt <em>wieder</em></h1><p class="byline">Von Erika Muster</p><time datetime="2012-03-04T08:15+01:00">4. März 2012</time>
<p>${LONG}</p><figure><img src="x"><figcaption>Die Fähre am Steg.</figcaption></figure><p>${LONG.replace('Morgen', 'Abend')}</p>
<p>${LONG.replace('Betreiber', 'Kapitän')}<br>Neue Zeile &amp; mehr Text, der noch zum Absatz davor gehört und ihn ein wenig länger macht.</p></article>
<div class="comments"><p>Ich fand die alte Fähre schöner, die fuhr wenigstens pünktlich und war nicht so laut.</p></div></main>
<footer>Impressum</footer></body></html>`

describe('renderPage', () => {
  const page = renderPage(PAGE)
  const words = (kind: string) =>
    page.blocks.filter((block) => block.kind === kind).map((block) => page.text.slice(block.from, block.to))
  it('renders the whole page and marks its parts', () => {
    expect(words('title')).toEqual(['Fähre fährt wieder'])
    expect(words('byline')).toEqual(['Von Erika Muster'])
    expect(words('stamp')).toEqual(['4. März 2012'])
    expect(words('caption')).toEqual(['Die Fähre am Steg.'])
    expect(words('body')).toHaveLength(4)
    expect(words('furniture')).toEqual(['Sport', 'Wetter', expect.stringContaining('pünktlich'), 'Impressum'])
  })
  it('reads the metadata', () => {
    expect(page).toMatchObject({
      published: { edtf: '2012-03-04T08:15+01:00', basis: 'metadata' },
      outlet: 'Talpost',
      url: 'https://talpost.example/faehre',
      language: 'de-AT',
      headline: 'Fähre fährt wieder',
    })
  })
  it('is the same each time', () => expect(renderPage(PAGE)).toEqual(page))
  it('gives sorted blocks that cover all words of any markup', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<div>',
        '</div>',
        '<p>',
        '</p>',
        '<b>',
        '<table><tr><td>',
        '<br>',
        '&uuml;',
        '<!--',
        '-->',
        '<script>',
        '</script>',
        '<',
        '>',
        ' ',
      ),
      fc.string({ maxLength: 12 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const { text, blocks } = renderPage(pieces.join(''))
        let end = 0
        for (const block of blocks) {
          if (block.from < end || text.slice(end, block.from).trim() !== '') return false
          end = block.to
        }
        return text.slice(end).trim() === ''
      }),
      { numRuns: 150 },
    )
  })
})

describe('its parts', () => {
  it.each([
    ['2012-03-04T08:15:30.123+0100', '2012-03-04T08:15+01:00'],
    ['2012-03-04 08:15', '2012-03-04T08:15'],
    ['04.03.2012, 8 Uhr', '2012-03-04'],
    ['2012-13-04', null],
    ['gestern', null],
  ])('edtfOf %s', (date, edtf) => expect(edtfOf(date)).toBe(edtf))
  it('counts depth without being fooled by scripts, comments and unclosed paragraphs', () => {
    expect(isDeeperThan('<div>'.repeat(11), 10)).toBe(true)
    expect(
      isDeeperThan(
        `<div>${'<p>x'.repeat(50)}<script>${'<div>'.repeat(50)}</script><!--${'<div>'.repeat(50)}-->`,
        10,
      ),
    ).toBe(false)
    expect(isDeeperThan('<div><b></div>'.repeat(50), 10)).toBe(false)
  })
})
