import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
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

describe('what is the article', () => {
  const kindsOf = (html: string) => {
    const page = renderPage(html)
    return page.blocks.map((block) => `${block.kind}: ${page.text.slice(block.from, block.to).slice(0, 24)}`)
  }
  const story = [LONG, LONG.replace('Morgen', 'Abend'), LONG.replace('Betreiber', 'Kapitän')]
    .map((words) => `<p>${words}</p>`)
    .join('')

  it('leaves out teasers side by side, whatever their classes are called', () => {
    const teaser = (n: number) =>
      `<li class="x"><h3><a href="/${n}">Brücke Nummer ${n} wird neu gestrichen</a></h3><p>Die Arbeiten an der Brücke beginnen im Mai und dauern lange.</p></li>`
    expect(
      kindsOf(
        `<body><h1>Fähre fährt wieder</h1>${story}<ul>${teaser(1)}${teaser(2)}${teaser(3)}</ul></body>`,
      ),
    ).toEqual([
      'title: Fähre fährt wieder',
      ...Array(3).fill('body: Die Fähre über den breit'),
      ...[1, 2, 3].flatMap((n) => [
        `furniture: Brücke Nummer ${n} wird neu`,
        'furniture: Die Arbeiten an der Brüc',
      ]),
    ])
  })
  it('leaves out teasers with a link over the whole', () => {
    const teaser = (n: number) =>
      `<li><a href="/${n}"></a><div>Brücke Nummer ${n}</div><p>Die Arbeiten an der Brücke Nummer ${n} beginnen im Mai und dauern lange.</p></li>`
    const kinds = kindsOf(
      `<body><h1>Fähre fährt wieder</h1>${story}<ul>${teaser(1)}${teaser(2)}${teaser(3)}</ul><p>${LONG}</p></body>`,
    )
    expect(kinds.slice(4, 10).every((line) => line.startsWith('furniture'))).toBe(true)
    expect(kinds[10]).toMatch(/^body/)
  })
  it('leaves out what stands under the heading of a box, and goes on below it', () => {
    const box =
      '<div><h4>Ähnliche Beiträge</h4><p>Wie die Fähre zu ihrem Namen kam, und was daraus wurde.</p></div>'
    expect(
      kindsOf(`<body><h1>Fähre fährt wieder</h1><div><p>${LONG}</p>${box}${story}</div></body>`).slice(1),
    ).toEqual([
      'body: Die Fähre über den breit',
      'furniture: Ähnliche Beiträge',
      'furniture: Wie die Fähre zu ihrem N',
      ...Array(3).fill('body: Die Fähre über den breit'),
    ])
  })
  it('leaves out who the author is, and the headline where it stands again', () => {
    const author =
      '<div class="author-box-small autor"><p>Erika Muster schreibt seit zehn Jahren über alles, was auf dem Fluss fährt und schwimmt.</p></div>'
    expect(
      kindsOf(`<body><h1>Fähre fährt wieder</h1>${story}<h3>Fähre fährt wieder</h3>${author}</body>`).slice(
        4,
      ),
    ).toEqual(['furniture: Fähre fährt wieder', 'furniture: Erika Muster schreibt se'])
  })
  it('takes a lead that stands apart from the text', () => {
    const lead = 'Nach drei Wochen Pause setzt die Fähre am Fluss wieder über.'
    expect(
      kindsOf(
        `<body><header><h1>Fähre fährt wieder</h1><p class="intro">${lead}</p></header><main><div>${story}</div></main></body>`,
      )[1],
    ).toBe(`lead: ${lead.slice(0, 24)}`)
  })
  it('does not believe a name of furniture that holds the whole article', () => {
    expect(
      kindsOf(
        `<body><div class="sidebar widget"><h1>Fähre fährt wieder</h1>${story}${story}</div></body>`,
      )[1],
    ).toMatch(/^body/)
  })
  it('tells comments from the article, though they are longer', () => {
    const comments = Array.from({ length: 8 }, (_, n) => `<p>${LONG.replace('zwanzig', String(n))}</p>`).join(
      '',
    )
    const kinds = kindsOf(
      `<body><article><h1>Fähre fährt wieder</h1>${story}</article><section id="comments">${comments}</section></body>`,
    )
    expect(kinds.slice(4).every((line) => line.startsWith('furniture'))).toBe(true)
    expect(kinds.slice(1, 4).every((line) => line.startsWith('body'))).toBe(true)
  })
  it('knows a caption by its element, but no article by a caption’s name', () => {
    expect(
      kindsOf(
        `<body><h1>Fähre fährt wieder</h1><div class="text-image-caption">${story}<div class="bildunterschrift"><img src="x">Die Fähre am Steg.</div></div></body>`,
      ),
    ).toEqual([
      'title: Fähre fährt wieder',
      ...Array(3).fill('body: Die Fähre über den breit'),
      'caption: Die Fähre am Steg.',
    ])
  })
  it('takes the text of the JSON-LD where a script would write the page', () => {
    const data = JSON.stringify({
      '@type': 'NewsArticle',
      headline: 'Fähre fährt wieder',
      articleBody: `${LONG}\n${LONG.replace('Morgen', 'Abend')}\n${LONG.replace('Betreiber', 'Kapitän')}`,
    })
    const html = `<body><div id="root"></div><script type="application/ld+json">${data}</script></body>`
    expect(kindsOf(html)).toEqual(Array(3).fill('body: Die Fähre über den breit'))
    expect(renderPage(html).unread).toBeNull()
    expect(renderPage(html.replace('"@type"', '"isAccessibleForFree":false,"@type"')).blocks).toEqual([])
  })
})

describe('pages that are hostile', () => {
  it.each([
    ['many paragraphs', `<p>${LONG}</p>`.repeat(20_000)],
    [
      'many items alike',
      `<ul>${'<li class="x"><h3><a href="/a">Brücke wird neu gestrichen</a></h3></li>'.repeat(30_000)}</ul>`,
    ],
    [
      'many times',
      `<div>${'<div><time datetime="2012-03-04T08:15">8:15</time><p>Die Fähre fährt.</p></div>'.repeat(20_000)}</div>`,
    ],
    ['headings of boxes', '<h4>Ähnliche Beiträge</h4>'.repeat(30_000)],
    ['words of a wall', `<p>${'artikel abo lesen sie '.repeat(200_000)}</p>`],
    ['one long class', `<div class="${'nav-'.repeat(500_000)}"><p>${LONG}</p></div>`],
  ])('takes no time out of proportion: %s', (_what, html) => {
    const started = performance.now()
    renderPage(html)
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})
