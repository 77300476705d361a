import { describe, expect, it } from 'vitest'
import { renderPage } from './page.ts'

const TEXT =
  'Die Fähre über den breiten Fluss fährt wieder, sagte der Betreiber dem Rat der Stadt am Ufer, und das bleibt so.'
const words = (n: number) => TEXT.replace('Fähre', `Fähre Nummer ${n}`)
const entry = (time: string, n: number) =>
  `<div class="post"><p>${time}</p><h3>Meldung ${n} vom Fluss</h3><p>${words(n)}</p></div>`
const page = (body: string, head = '') =>
  `<html><head><meta property="article:published_time" content="2012-03-04T10:00:00+01:00">${head}</head><body><h1>Unwetter am Fluss im Liveblog</h1><main>${body}</main></body></html>`
/** Number of the entry's boat, and the time of its block. */
const timesOf = (html: string) => {
  const { text, blocks } = renderPage(html)
  return blocks.flatMap(({ kind, published, from, to }) => {
    const n = /Nummer (\d+)/u.exec(text.slice(from, to))?.[1]
    return kind === 'body' && n ? [[Number(n), published]] : []
  })
}

describe('a live blog', () => {
  it('has entries of their own times, newest first', () => {
    expect(timesOf(page(entry('18:10 Uhr', 3) + entry('17:40 Uhr', 2) + entry('16:05 Uhr', 1)))).toEqual([
      [3, '2012-03-04T18:10'],
      [2, '2012-03-04T17:40'],
      [1, '2012-03-04T16:05'],
    ])
  })
  it('goes back a day where the clock turns', () => {
    expect(timesOf(page(entry('0:20 Uhr', 3) + entry('23:50 Uhr', 2) + entry('22:05 Uhr', 1)))).toEqual([
      [3, '2012-03-04T00:20'],
      [2, '2012-03-03T23:50'],
      [1, '2012-03-03T22:05'],
    ])
  })
  it('takes the times of <time> as they are', () => {
    const time = (at: string) => `<time datetime="2012-03-0${at}+01:00">${at.slice(2)}</time>`
    expect(
      timesOf(page(entry(time('5T00:20'), 2) + entry(time('4T23:50'), 1) + entry(time('4T21:00'), 0))),
    ).toEqual([
      [2, '2012-03-05T00:20+01:00'],
      [1, '2012-03-04T23:50+01:00'],
      [0, '2012-03-04T21:00+01:00'],
    ])
  })
  it('takes them from the JSON-LD', () => {
    const updates = [1, 2, 3].map((n) => ({
      '@type': 'BlogPosting',
      datePublished: `2012-03-04T0${n}:00:00+01:00`,
      articleBody: words(n),
    }))
    const data = `<script type="application/ld+json">${JSON.stringify({ '@type': 'LiveBlogPosting', liveBlogUpdate: updates })}</script>`
    expect(
      timesOf(page([3, 2, 1].map((n) => `<section><p>${words(n)}</p></section>`).join(''), data)),
    ).toEqual([3, 2, 1].map((n) => [n, `2012-03-04T0${n}:00+01:00`]))
    // A page that shows none of them: their text comes from there too.
    expect(timesOf(page('', data))).toEqual([1, 2, 3].map((n) => [n, `2012-03-04T0${n}:00+01:00`]))
  })
  it('says so', () => {
    const { diagnostics } = renderPage(
      page(entry('18:10 Uhr', 3) + entry('17:40 Uhr', 2) + entry('16:05 Uhr', 1)),
    )
    expect(diagnostics).toMatchObject([{ code: 'live-blog', severity: 'info' }])
  })
  it('is no list of comments or of teasers with times', () => {
    const entries = entry('18:10 Uhr', 3) + entry('17:40 Uhr', 2) + entry('16:05 Uhr', 1)
    expect(
      renderPage(page(`<p>${TEXT.repeat(3)}</p><div id="comments">${entries}</div>`)).diagnostics,
    ).toEqual([])
    const teaser = (n: number) =>
      `<li><p>1${n}:00 Uhr</p><h3><a href="/${n}">Meldung ${n} vom breiten Fluss</a></h3></li>`
    expect(
      renderPage(page(`<p>${TEXT.repeat(3)}</p><ul>${teaser(1)}${teaser(2)}${teaser(3)}</ul>`)).diagnostics,
    ).toEqual([])
  })
})
