import { describe, expect, it } from 'vitest'
import { dateInUrl, edtfOf } from './date-values.ts'
import { renderPage } from './page.ts'

const TEXT =
  'Die Fähre über den breiten Fluss fährt seit dem frühen Morgen wieder, sagte der Betreiber dem Rat der Stadt.'
const page = (head: string, above: string, below = '') =>
  `<html lang="de"><head><title>Fähre fährt wieder</title>${head}</head><body><h1>Fähre fährt wieder</h1>${above}<p>${TEXT}</p><p>${TEXT.replace('Morgen', 'Abend')}</p>${below}</body></html>`
const linked = (value: object) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`

describe('when a page was published', () => {
  it.each<[string, string, string | null, string | null]>([
    [
      'JSON-LD',
      page(
        linked({
          '@type': 'NewsArticle',
          datePublished: '2012-03-04T08:15:00+01:00',
          dateModified: '2012-03-05',
        }),
        '',
      ),
      '2012-03-04T08:15+01:00',
      '2012-03-05',
    ],
    [
      'JSON-LD with line breaks in it and a semicolon behind it',
      page(
        '<script type="application/ld+json">//<![CDATA[\n{"@type":"BlogPosting","description":"a\nb","datePublished":"2012-03-04",};\n//]]></script>',
        '',
      ),
      '2012-03-04',
      null,
    ],
    [
      'an instant at night, in universal time',
      page(linked({ '@type': 'NewsArticle', datePublished: '2012-07-03T22:30:00Z' }), ''),
      '2012-07-04T00:30+02:00',
      null,
    ],
    [
      'meta',
      page(
        '<meta property="article:published_time" content="2012-03-04T08:15:00+01:00"><meta property="article:modified_time" content="2012-03-06">',
        '',
      ),
      '2012-03-04T08:15+01:00',
      '2012-03-06',
    ],
    [
      'meta of other systems',
      page('<meta name="cXenseParse:recs:publishtime" content="2012-03-04T08:15:00.000Z">', ''),
      '2012-03-04T09:15+01:00',
      null,
    ],
    [
      'microdata',
      page('', '<span itemprop="datePublished" content="2012-03-04"></span>'),
      '2012-03-04',
      null,
    ],
    [
      'h-entry',
      page('', '<abbr class="published" title="2012-03-04T08:15:00+01:00">am Sonntag</abbr>'),
      '2012-03-04T08:15+01:00',
      null,
    ],
    ['<time>', page('', '<div><time datetime="2012-03-04">am Sonntag</time></div>'), '2012-03-04', null],
    [
      'what stands below the headline',
      page('', '<p>Sonntag, 4. März 2012, 8:15 Uhr</p>'),
      '2012-03-04T08:15',
      null,
    ],
    [
      'with its label',
      page('', '<p>Erika Muster | veröffentlicht am 04.03.2012 | aktualisiert am 06.03.2012</p>'),
      '2012-03-04',
      '2012-03-06',
    ],
    ['on a calendar sheet', page('', '<span><b>4</b><br>März<br>2012</span>'), '2012-03-04', null],
    [
      'in the dateline',
      page(
        '',
        '<p>4.3.2012 – Die Fähre setzt wieder über den Fluss, wie der Rat am Abend beschlossen hat.</p>',
      ),
      '2012-03-04',
      null,
    ],
    [
      'the address',
      page('<link rel="canonical" href="https://talpost.example/2012/03/04/faehre">', ''),
      '2012-03-04',
      null,
    ],
    ['below the text', page('', '', '<p>Erstellt am 4. März 2012</p>'), '2012-03-04', null],
    [
      'the last change, where nothing else tells',
      page('', '', '<p>Stand: 6. März 2012</p>'),
      '2012-03-06',
      '2012-03-06',
    ],
    [
      'days in the text are of its events',
      page(
        '',
        '',
        '<p>Am 4. März 2012 war die Fähre zum ersten Mal seit dem großen Sturm wieder unterwegs gewesen.</p>',
      ),
      null,
      null,
    ],
    [
      'days of comments are not the article’s',
      page(
        '',
        '',
        '<div id="comments"><p>Peter schrieb am 7. März 2012:</p><p>Na endlich fährt sie wieder.</p></div>',
      ),
      null,
      null,
    ],
    [
      'nor days of other articles',
      page(
        '',
        '',
        '<h4>Weitere Artikel</h4><ul><li>7.3.2012 <a href="/x">Brücke wird gestrichen</a></li></ul>',
      ),
      null,
      null,
    ],
  ])('%s', (_what, html, published, updated) => {
    const { published: found, updated: changed } = renderPage(html)
    expect([found?.edtf ?? null, changed]).toEqual([published, updated])
  })
})

describe('sources that contradict each other', () => {
  const meta = (day: string) => `<meta property="article:published_time" content="2012-03-${day}">`
  const data = (day: string, modified = day) =>
    linked({ '@type': 'NewsArticle', datePublished: `2012-03-${day}`, dateModified: `2012-03-${modified}` })
  it.each<[string, string, string]>([
    ['the day by the headline outvotes one field', page(meta('03'), '<p>4. März 2012</p>'), '2012-03-04'],
    ['and is outvoted by two', page(meta('03') + data('03'), '<p>4. März 2012</p>'), '2012-03-03'],
    [
      'it has no vote as the day of a later change',
      page(data('03', '24'), '<p>24. März 2012</p>'),
      '2012-03-03',
    ],
    [
      'a script’s data count too',
      page(
        `${meta('03')}<script>layer = {"publishedAt": "2012-03-04T08:15"}</script>`,
        '<p>4. März 2012</p>',
      ),
      '2012-03-04T08:15',
    ],
  ])('%s', (_what, html, published) => expect(renderPage(html).published?.edtf).toBe(published))
})

describe('dates', () => {
  it.each([
    ['2012-03-04T08:15:30.123+0100', '2012-03-04T08:15+01:00'],
    ['2012-03-04 08:15', '2012-03-04T08:15'],
    ['20120304', '2012-03-04'],
    ['2012/03/04', '2012-03-04'],
    ['04.03.2012, 8 Uhr', '2012-03-04'],
    ['Sun, 04 Mar 2012 07:15:00 GMT', '2012-03-04T08:15+01:00'],
    ['4. März 2012', '2012-03-04'],
    ['2012-13-04', null],
    ['1812-03-04', null],
    ['gestern', null],
  ])('edtfOf %s', (date, edtf) => expect(edtfOf(date)).toBe(edtf))
  it.each([
    ['https://talpost.example/2012/3/4/faehre', '2012-03-04'],
    ['https://talpost.example/a/2012-03-04-faehre.html', '2012-03-04'],
    ['https://talpost.example/~04-03-2012-faehre', '2012-03-04'],
    ['https://archive.example/web/20160218174457/http://talpost.example/faehre', null],
    ['https://talpost.example/artikel-120304567', null],
  ])('dateInUrl %s', (url, edtf) => expect(dateInUrl(url)).toBe(edtf))
})
