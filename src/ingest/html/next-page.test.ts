import { describe, expect, it } from 'vitest'
import { renderPage } from './page.ts'

const HERE = 'https://talpost.example/fluss/faehre.html'
const next = (html: string, address: string) =>
  renderPage(`<body><p>Die Fähre fährt wieder.</p>${html}</body>`, address).next

describe('the next page of an article', () => {
  it.each<[string, string, string, string | null]>([
    ['rel=next', HERE, '<link rel="next" href="faehre.html?page=2">', `${HERE}?page=2`],
    ['a label', HERE, '<a href="?seite=2">Nächste Seite</a>', `${HERE}?seite=2`],
    [
      'a number',
      'https://talpost.example/faehre/seite-2',
      '<a href="/faehre">1</a><a href="/faehre/seite-3">3</a>',
      'https://talpost.example/faehre/seite-3',
    ],
    [
      'a number at the end of the name',
      HERE,
      '<a href="faehre-2.html">weiter</a>',
      'https://talpost.example/fluss/faehre-2.html',
    ],
    [
      'a number as last step',
      'https://talpost.example/faehre/',
      '<a rel="next" href="/faehre/2/">»</a>',
      'https://talpost.example/faehre/2/',
    ],
    ['the next article is none', HERE, '<link rel="next" href="/fluss/bruecke.html">', null],
    ['nor the page before', `${HERE}?page=2`, '<a href="?page=1">1</a>', null],
    ['nor a page that leaves one out', HERE, '<a href="?page=3">3</a>', null],
    [
      'nor another host',
      HERE,
      '<link rel="next" href="https://bach.example/fluss/faehre.html?page=2">',
      null,
    ],
    [
      'nor the next page of a list of articles',
      'https://talpost.example/fluss',
      '<link rel="next" href="/fluss/page/2">',
      null,
    ],
    ['nor that of the start page', 'https://talpost.example/', '<a href="/?page=2">2</a>', null],
    ['nor a script', HERE, '<a rel="next" href="javascript:next()">weiter</a>', null],
  ])('%s', (_what, address, html, found) => expect(next(html, address)).toBe(found))
})
