import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { brief, readAll, scratchFolder } from '../../../test/support/ingest.ts'
import { renderPage } from './page.ts'

const TEXT =
  'Die Fähre über den breiten Fluss fährt seit dem frühen Morgen wieder, sagte der Betreiber dem Rat der Stadt.'
const story = Array.from(
  { length: 12 },
  (_, n) => `<p>${TEXT.replace('Morgen', `Morgen des Tages ${n}`)}</p>`,
).join('')
const teaser = `<h1>Fähre fährt wieder</h1><p>${TEXT}</p>`
const free = (value: boolean) =>
  `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Fähre fährt wieder","isAccessibleForFree":${value}}</script>`

describe('pages that are no article', () => {
  it.each<[string, string, string | null]>([
    [
      'a wall of consent',
      '<h1>Willkommen bei der Talpost</h1><p>Mit Werbung und Tracking weiterlesen: Besuchen Sie uns wie gewohnt mit Cookies.</p><p>Wir und unsere Partner verarbeiten Daten, wenn Sie Ihre Einwilligung geben; Sie können sie in den Datenschutzeinstellungen widerrufen.</p><button>Alle akzeptieren</button>',
      'consent-wall',
    ],
    [
      'a request for consent above an article',
      `<div class="cookie-layer"><p>Wir nutzen Cookies. Mit Ihrer Zustimmung verarbeiten unsere Partner Daten.</p></div>${teaser}${story}`,
      null,
    ],
    [
      'an article about cookies',
      `<h1>Gericht urteilt über Cookies</h1>${story.replaceAll('Fähre', 'Einwilligung in Cookies')}`,
      null,
    ],
    [
      'a wall of payment',
      `${teaser}<div class="offer"><p>Weiterlesen mit dem Digital-Abo der Talpost</p><p>Schon Abonnent? Hier anmelden</p></div>`,
      'paywall',
    ],
    ['a teaser by its own word', `${free(false)}${teaser}`, 'paywall'],
    ['a whole article that costs elsewhere', `${free(false)}${teaser}${story}${story}`, null],
    [
      'an offer beside a free article',
      `${free(true)}${teaser}<p>Weiterlesen mit dem Digital-Abo der Talpost</p>`,
      null,
    ],
    ['a shell', '<div id="root"></div><script src="/app.js"></script>', 'empty-shell'],
    [
      'a shell that asks for JavaScript',
      '<p>Bitte aktivieren Sie JavaScript, um diese Seite zu sehen.</p>',
      'empty-shell',
    ],
    [
      'an error',
      '<title>404 – Seite nicht gefunden</title><h1>Seite nicht gefunden</h1><p>Die gesuchte Seite ist umgezogen oder wurde gelöscht.</p>',
      'error-page',
    ],
    [
      'a check for robots',
      '<title>Just a moment...</title><h1>talpost.example</h1><p>Checking your browser before you go on.</p>',
      'error-page',
    ],
    [
      'an article about an error',
      `<title>Fehler 404: Wie Seiten verloren gehen</title><h1>Fehler 404: Wie Seiten verloren gehen</h1>${story}`,
      null,
    ],
    ['a short report', teaser, null],
    [
      'a short report on a number',
      `<title>500 Menschen am Fluss</title><h1>500 Menschen am Fluss</h1><p>${TEXT}</p>`,
      null,
    ],
    [
      'an error by its number',
      '<title>503 Service Unavailable</title><h1>503</h1><p>Der Server ist überlastet.</p>',
      'error-page',
    ],
  ])('%s', (_what, html, code) => expect(renderPage(`<body>${html}</body>`).unread?.code ?? null).toBe(code))

  it('are unread, with the cause and what to do', async () => {
    const path = `${scratchFolder()}/a.html`
    writeFileSync(path, '<title>404</title><h1>Seite nicht gefunden</h1>')
    const [item] = await readAll([path])
    expect(brief(item!)).toBe(`${path}! error-page`)
    expect(item?.kind === 'unread' ? item.diagnostics[0]!.message : '').toMatch(/browser/)
  })
})
