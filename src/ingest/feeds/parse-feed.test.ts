import { describe, expect, it } from 'vitest'
import { parseFeed } from './parse-feed.ts'

const AT = 'https://uferblatt.example/feeds/all.xml'

const RSS = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Uferblatt &amp; Co</title><ttl>30</ttl><language>de-AT</language>
<item><title>Fähre &amp;lt;fährt&amp;gt; wieder</title><link>/faehre</link><guid isPermaLink="false">77</guid>
<pubDate>Mon, 02 Feb 2026 09:00:00 +0100</pubDate><description>kurz</description><content:encoded><![CDATA[<p>Lang.</p>]]></content:encoded></item>
<item><title>Ohne Adresse</title><guid>https://uferblatt.example/g</guid></item>
<item><title>Böse</title><link>javascript:alert(1)</link></item></channel></rss>`

const ATOM = `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://uferblatt.example/x/" xml:lang="de"><title>Uferblatt</title>
<entry><title type="html">Rat &amp;amp; &lt;b&gt;Bürger&lt;/b&gt;</title><id>urn:1</id><link rel="self" href="s"/><link href="a/1"/>
<published>2026-02-02T08:00:00+01:00</published><updated>2026-02-03T08:00:00+01:00</updated><summary>5 &lt; 6</summary></entry></feed>`

const RDF = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
<channel rdf:about="https://uferblatt.example/"><title>Uferblatt</title><sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency></channel>
<item rdf:about="https://uferblatt.example/r"><title>Brücke</title><link>https://uferblatt.example/r</link><dc:date>2026-02-02T08:00:00+01:00</dc:date></item></rdf:RDF>`

const JSON_FEED = JSON.stringify({
  version: 'https://jsonfeed.org/version/1.1',
  title: 'Uferblatt',
  items: [
    {
      id: '1',
      url: 'https://uferblatt.example/j',
      title: 'A < B',
      content_text: 'eins\nzwei',
      date_modified: '2026-02-03',
    },
  ],
})

const SITEMAP = `<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
<url><loc>https://uferblatt.example/s?a=1&amp;b=2</loc><image:image><image:loc>https://uferblatt.example/bild.jpg</image:loc><image:title>Bild</image:title></image:image>
<news:news><news:publication><news:name>Uferblatt</news:name><news:language>de</news:language></news:publication>
<news:publication_date>2026-02-02T08:00:00+01:00</news:publication_date><news:title><![CDATA[Rat & Fähre]]></news:title></news:news></url>
<url><loc>https://uferblatt.example/impressum</loc></url></urlset>`

const brief = (text: string) =>
  parseFeed(text, AT).items.map(({ url, title, content, published }) => [url, title, content, published])

describe('parseFeed', () => {
  it('reads RSS', () => {
    expect(parseFeed(RSS, AT)).toMatchObject({ title: 'Uferblatt & Co', asks: 30, isTruncated: false })
    expect(brief(RSS)).toEqual([
      ['https://uferblatt.example/faehre', 'Fähre <fährt> wieder', '<p>Lang.</p>', '2026-02-02T09:00+01:00'],
      ['https://uferblatt.example/g', 'Ohne Adresse', '', null],
      [null, 'Böse', '', null],
    ])
    expect(parseFeed(RSS, AT).items[0]).toMatchObject({ id: '77', language: 'de-AT' })
  })
  it('reads Atom', () => {
    expect(brief(ATOM)).toEqual([
      ['https://uferblatt.example/x/a/1', 'Rat & Bürger', '5 &lt; 6', '2026-02-02T08:00+01:00'],
    ])
    expect(parseFeed(ATOM, AT).items[0]).toMatchObject({ id: 'urn:1', modified: '2026-02-03T08:00:00+01:00' })
  })
  it('reads RDF', () => {
    expect(parseFeed(RDF, AT).asks).toBe(30)
    expect(brief(RDF)).toEqual([['https://uferblatt.example/r', 'Brücke', '', '2026-02-02T08:00+01:00']])
  })
  it('reads JSON Feed', () => {
    expect(brief(JSON_FEED)).toEqual([['https://uferblatt.example/j', 'A < B', 'eins<br>zwei', null]])
  })
  it('reads the news of a news sitemap and nothing else of it', () => {
    expect(brief(SITEMAP)).toEqual([
      ['https://uferblatt.example/s?a=1&b=2', 'Rat & Fähre', '', '2026-02-02T08:00+01:00'],
    ])
    expect(parseFeed(SITEMAP, AT).items[0]).toMatchObject({ outlet: 'Uferblatt', language: 'de' })
  })
  it.each([
    ['RSS', RSS.slice(0, RSS.indexOf('Ohne Adresse') + 3), 1],
    ['Atom', ATOM.replace('</feed>', '<entry><title>Noch'), 1],
    ['RDF', RDF.replace('</rdf:RDF>', '<item rdf:about="x'), 1],
    ['a sitemap', SITEMAP.slice(0, SITEMAP.indexOf('<url><loc>https://uferblatt.example/impressum') + 40), 1],
  ])('reads what is whole of %s that breaks off', (_, text, items) => {
    const feed = parseFeed(text, AT)
    expect([feed.isTruncated, feed.items.length]).toEqual([true, items])
  })
  it.each([
    ['a page', '<!doctype html><html><head><title>Start</title></head></html>', 'feed-invalid'],
    ['nothing', '', 'feed-invalid'],
    ['JSON', '{"a":1}', 'feed-invalid'],
    ['what broke off before its first item', RSS.slice(0, 200), 'feed-invalid'],
    ['a sitemap without news', '<urlset><url><loc>https://a.example/</loc></url></urlset>', 'feed-invalid'],
    [
      'an index of sitemaps',
      '<sitemapindex><sitemap><loc>https://a.example/news.xml</loc></sitemap></sitemapindex>',
      'feed-is-index',
    ],
  ])('refuses %s and says why', (_, text, code) => {
    expect(() => parseFeed(text, AT)).toThrow(expect.objectContaining({ code, remedy: expect.any(String) }))
  })
  it('expands no entities that a feed defines, and opens no files', () => {
    const lines = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`)
    const bomb = `<!DOCTYPE x [<!ENTITY l0 "ufer">${lines.join('')}]>`
    for (const text of [
      `<?xml version="1.0"?>${bomb}${RSS.slice(21).replace('kurz', '&l9;').replace('Lang', '&l9;')}`,
      `<?xml version="1.0"?>${bomb}${SITEMAP.slice(21).replace('<![CDATA[Rat & Fähre]]>', '&l9;')}`,
    ])
      expect(JSON.stringify(parseFeed(text, AT)).length).toBeLessThan(5000)
    const outside = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname">]>'
    expect(() => parseFeed(outside + RSS.slice(21), AT)).toThrow(
      expect.objectContaining({ code: 'feed-invalid' }),
    )
    expect(
      JSON.stringify(parseFeed(outside + SITEMAP.slice(21).replace('<![CDATA[Rat & Fähre]]>', '&f;'), AT)),
    ).toContain('&f;')
  })
  it.each([
    ['elements without end', `<rss version="2.0"><channel><item><title>${'<a>'.repeat(300_000)}`],
    ['comments', `<rss version="2.0"><channel>${'<!--'.repeat(300_000)}`],
    ['marks of markup', `<rss version="2.0"><channel><item><title>x</title></item>${'<'.repeat(500_000)}`],
    ['items in items', `<rss version="2.0"><channel>${'<item><title>'.repeat(50_000)}`],
    ['a sitemap’s urls', `<urlset>${'<url><news:news>'.repeat(100_000)}`],
    ['attributes', `<rss version="2.0"><channel ${'a="'.repeat(200_000)}></channel></rss>`],
  ])('takes no time out of proportion: %s', (_, text) => {
    const start = performance.now()
    try {
      parseFeed(text, AT)
    } catch (error) {
      expect(error).toMatchObject({ code: expect.stringMatching(/^feed-/) })
    }
    expect(performance.now() - start).toBeLessThan(4000)
  })
})
