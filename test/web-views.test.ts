import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import axe from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Chronicle, Decision } from '../src/chronicle/types.ts'
import { readConflictScale } from '../src/cli/resources.ts'
import type { StreamStep } from '../src/live/stream/frames.ts'
import { StreamHub } from '../src/live/stream/hub.ts'
import type { ServeDeps } from '../src/serve/deps.ts'
import { type RunningServer, startServer } from '../src/serve/server.ts'
import {
  builtPages,
  noBrowser,
  overflow,
  PHONE,
  shot,
  startBrowser,
  visitPage,
  WEB_ROOT,
} from './support/browser.ts'
import { CHRONICLE, EVENTS, fixtureDeps, HOSTILE, SHELLING_EVENT } from './web.fixture.ts'

const ARMY = encodeURIComponent(SHELLING_EVENT.actors[0]!.key)
/** A view, and what stands in it once its answer is there. */
const VIEWS = [
  ['chronicle', '/', 'Irakische Armee'],
  ['event', `/event/${SHELLING_EVENT.id}`, 'Zahlen nebeneinander'],
  ['map', '/map', 'Ein Land ist eine Fläche'],
  ['stories', '/stories', 'Irakische Regierung'],
  ['story', `/story/${SHELLING_EVENT.id}`, 'Bodentruppen'],
  ['actors', '/actors', 'Zeile handelt'],
  ['balance', '/actors?as=balance', 'Quelle der Skala'],
  ['actor', `/actor/${ARMY}`, 'Handelnd'],
  ['figures', '/figures', 'mindestens 17'],
  ['question', '/figures?as=question&q=Tunnel', 'Tunnel'],
  ['disputed', '/disputed', 'zuvor: schließt aus'],
  ['review', '/review', 'noch 11'],
  ['search', '/search?q=Stadt', 'Gefunden als'],
  ['dossier', '/dossier', 'Worauf die Chronik beruht'],
] as const

/** Decisions are kept in memory; accepting and rejecting shows in the chronicle, as in a real store. */
function writableDeps(): ServeDeps & { readonly decisions: Decision[] } {
  const decisions: Decision[] = []
  const deps = fixtureDeps()
  const now = (): Chronicle => {
    const undone = new Set(
      decisions.flatMap(({ action }) => (action.kind === 'undo' ? [action.decision] : [])),
    )
    const events = EVENTS.map((event) => {
      const verdict = decisions.findLast(
        ({ id, action }) =>
          !undone.has(id) &&
          (action.kind === 'accept' || action.kind === 'reject') &&
          action.mentions[0]!.from === event.mentions[0]!.evidence.from &&
          action.mentions[0]!.text === event.mentions[0]!.text,
      )
      if (!verdict) return event
      return {
        ...event,
        review: verdict.action.kind === 'accept' ? ('accepted' as const) : ('rejected' as const),
      }
    })
    return { ...CHRONICLE, events }
  }
  return {
    ...deps,
    scale: readConflictScale,
    decisions,
    chronicleOf: async () => now(),
    viewOf: async (asOf) => ({
      chronicle: asOf === null ? now() : { ...CHRONICLE, events: [], contradictions: [] },
      readings: [],
      decisions,
    }),
    store: {
      ...deps.store,
      version: async () => decisions.length,
      decisions: async () => decisions,
      decide: async (by, action, why = null) => {
        const id = `${decisions.length}`.padStart(16, 'd')
        const made = { id, by, why, action, recordedAt: `2026-11-21T08:00:0${decisions.length}.000Z` }
        decisions.push(made)
        return made
      },
    },
  }
}

/** The hub is told of steps by the tests. */
const noLog = {
  async *readings() {},
  decisions: async () => [],
  unread: async () => [],
  instants: async () => [],
  version: async () => 0,
} satisfies ConstructorParameters<typeof StreamHub>[0]

describe.skipIf(noBrowser('test/web-views.test.ts'))('the views', () => {
  let server: RunningServer
  let browser: Browser
  const deps = writableDeps()
  const hub = new StreamHub(noLog)

  beforeAll(async () => {
    server = await startServer({ ...deps, stream: hub, webRoot: await builtPages() }, { port: 0 })
    browser = await startBrowser()
  }, 120_000)

  afterAll(async () => {
    hub.close()
    await browser?.close()
    await server?.close()
  })

  const visit = (path: string, body: (page: Page) => Promise<void>, options: BrowserContextOptions = {}) =>
    visitPage(browser, new URL(path, server.url).href, body, options)

  /** What WCAG 2.2 A and AA forbid, as far as a program can tell. */
  async function violations(page: Page): Promise<string[]> {
    await page.evaluate(axe.source)
    const found = (await page.evaluate(
      'axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }).then(({ violations }) => violations.map(({ id, nodes }) => id + ": " + nodes.slice(0, 4).map(({ html, failureSummary }) => html.slice(0, 200) + " " + failureSummary).join(" | ")))',
    )) as string[]
    return found
  }

  describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
    test.each(VIEWS)('%s is there, and axe finds nothing', async (name, path, words) => {
      await visit(
        path,
        async (page) => {
          await page.locator('main, #detail').getByText(words).first().waitFor()
          await page.locator('footer').getByText('4 Dokumente').waitFor()
          await shot(page, `view-${name}-${colorScheme}`)
          expect(await violations(page)).toEqual([])
        },
        { colorScheme },
      )
    })
  })

  test.each(VIEWS)('%s fits a phone', async (name, path, words) => {
    await visit(
      path,
      async (page) => {
        await page.locator('main, #detail').getByText(words).first().waitFor()
        expect(await overflow(page)).toBe(0)
        await shot(page, `view-${name}-phone`)
        expect(await violations(page)).toEqual([])
      },
      PHONE,
    )
  })

  test.each([
    ['map', '/map'],
    ['stories', '/stories'],
    ['actors', '/actors'],
    ['figures', '/figures'],
    ['disputed', '/disputed'],
    ['dossier', '/dossier'],
  ])('%s says that empty is not quiet', async (_, path) => {
    await visit(`${path}?text=Friedensvertrag`, async (page) => {
      await page
        .getByRole('main')
        .getByText(/Leer heißt nicht ruhig|widerspricht sich nichts/)
        .first()
        .waitFor()
    })
  })

  test.each([
    ['chronicle', '/', '**/api/v1/timeline*'],
    ['map', '/map', '**/api/v1/places*'],
    ['actors', '/actors', '**/api/v1/actors*'],
    ['stories', '/stories', '**/api/v1/stories*'],
    ['story', `/story/${SHELLING_EVENT.id}`, '**/api/v1/stories/**'],
    ['balance', '/actors?as=balance', '**/api/v1/balance*'],
    ['figures', '/figures', '**/api/v1/figures*'],
    ['question', '/figures?as=question', '**/api/v1/series*'],
    ['stances', '/disputed', '**/api/v1/stances*'],
    ['disputed', '/disputed', '**/api/v1/contradictions*'],
    ['review', '/review', '**/api/v1/review*'],
    ['search', '/search?q=Stadt', '**/api/v1/search*'],
    ['dossier', '/dossier', '**/api/v1/events*'],
  ])('%s says what is wrong, and can be tried again', async (_, path, address) => {
    const context = await browser.newContext({ locale: 'de-DE' })
    const page = await context.newPage()
    await page.route(address, (route) => route.abort())
    await page.goto(new URL(path, server.url).href)
    await page.getByRole('alert').getByText('Der Server antwortet nicht').first().waitFor()
    await page.unroute(address)
    await page.getByRole('alert').getByRole('button', { name: 'Noch einmal versuchen' }).first().click()
    await page.getByRole('alert').first().waitFor({ state: 'detached' })
    await context.close()
  })

  test('the histogram is brushed, and the address keeps the period', () =>
    visit('/', async (page) => {
      const chart = page.getByRole('img', { name: /^Zeitverlauf: 11 Ereignisse/ })
      const box = (await chart.boundingBox())!
      await page.mouse.move(box.x + box.width * 0.9, box.y + 20)
      await page.mouse.down()
      await page.mouse.move(box.x + box.width - 2, box.y + 20, { steps: 4 })
      await page.mouse.up()
      await page.getByRole('status').filter({ hasText: '5 von 11' }).waitFor()
      expect(new URL(page.url()).search).toMatch(/from=2013-\d\d-\d\d&to=2014-01-/)
      await page.getByRole('button', { name: 'Ganzer Zeitraum' }).click()
      await page
        .getByRole('status')
        .filter({ hasText: /^11 Ereignisse/ })
        .waitFor()
    }))

  const step = (at: string, ...kinds: readonly ('new' | 'changed')[]): StreamStep => ({
    at,
    changes: kinds.map((kind, index) => ({
      ...{
        kind,
        event: EVENTS[index]!,
        before: kind === 'new' ? null : EVENTS[index]!,
        fields: [],
        mergedFrom: [],
        splitFrom: null,
      },
      causes: [{ kind: 'report', report: 'r', outlet: null, recordedAt: at }],
    })),
  })

  test('what comes in is told, and shown when asked; at the top at once', () =>
    visit('/', async (page) => {
      await page.locator('main a[id^="event-"]').first().waitFor()
      const asked: string[] = []
      page.on('request', (request) => asked.push(new URL(request.url()).pathname))
      const listening = () => page.waitForTimeout(300)
      await listening()
      hub.send(step('2026-11-21T08:00:00.000Z', 'new', 'new', 'changed'))
      await page.getByText('2 neu, 1 geändert – ist jetzt zu sehen').waitFor()
      expect(asked).toContain('/api/v1/timeline')
      await page.locator('#main').evaluate('document.getElementById("main").scrollTo(0, 300)')
      asked.length = 0
      hub.send(step('2026-11-21T08:00:01.000Z', 'new'))
      const note = page.locator('[aria-live]').filter({ hasText: '1 neu' })
      await note.getByRole('button', { name: 'Zeigen' }).waitFor()
      expect(asked).not.toContain('/api/v1/timeline')
      await shot(page, 'view-news-light')
      expect(await violations(page)).toEqual([])
      const shown = page.waitForResponse('**/api/v1/timeline*')
      await note.getByRole('button', { name: 'Zeigen' }).click()
      await shown
      await note.waitFor({ state: 'detached' })
    }))

  test('a connection that is lost is taken up where it ended', () =>
    visit('/', async (page) => {
      await page.locator('main a[id^="event-"]').first().waitFor()
      await page.waitForTimeout(300)
      hub.send(step('2026-11-21T09:00:00.000Z', 'new'))
      await page.getByText('1 neu – ist jetzt zu sehen').waitFor()
      const subscribed = vi.spyOn(hub, 'subscribe')
      hub.close()
      await vi.waitFor(() => expect(subscribed).toHaveBeenCalled(), 8000)
      expect(subscribed.mock.calls[0]![2]).toEqual({ at: '2026-11-21T09:00:00.000Z', index: 0 })
      subscribed.mockRestore()
    }))

  test('a story leads to its events, and an event to its story', () =>
    visit('/stories', async (page) => {
      await page
        .getByRole('main')
        .getByRole('link', { name: /^Irakische Regierung/ })
        .first()
        .click()
      await page.getByRole('main').getByRole('heading', { name: 'Verlauf' }).waitFor()
      expect(new URL(page.url()).pathname).toMatch(/^\/story\//)
      await page
        .getByRole('main')
        .getByRole('link', { name: /Irakische Armee/ })
        .last()
        .click()
      await page.locator('#detail').getByRole('link', { name: 'Zur ganzen Geschichte' }).click()
      expect(new URL(page.url()).pathname).toMatch(/^\/story\//)
    }))

  test('a series has a chart that can be taken along', () =>
    visit('/figures', async (page) => {
      const chart = page.getByRole('img', { name: /^Verlauf von 3 Angaben, von 9 bis 23/ })
      await chart.waitFor()
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: 'SVG' }).first().click()
      expect((await download).suggestedFilename()).toMatch(/^series-[0-9a-f]+\.svg$/)
    }))

  test('the map draws a country as an area, places as points, and narrows the list', () =>
    visit('/map', async (page) => {
      await page.locator('path.area').waitFor()
      expect(await page.locator('path.area').count()).toBe(1)
      expect(await page.locator('main g.place').count()).toBe(2)
      await page
        .getByRole('main')
        .getByRole('button', { name: /^Falludscha/ })
        .click()
      await page.locator('#detail').getByText('3 von 11 Ereignissen').waitFor()
      expect(new URL(page.url()).searchParams.get('place')).toBe('Falludscha')
      await page.getByRole('button', { name: 'Näher' }).click()
    }))

  test('a cell of the table of actors shows what it counts; the network shows the same', () =>
    visit('/actors', async (page) => {
      await page.getByRole('button', { name: /Irakische Armee an Bewaffnete.*1 Konflikt/ }).click()
      await page.locator('#detail').getByText('1 von 11 Ereignissen').waitFor()
      await page.locator('#detail a[id^="event-"]').click()
      await page
        .locator('#detail')
        .getByText('Wer es von wem hat')
        .or(page.locator('#detail .frame'))
        .first()
        .waitFor()
      await page.getByRole('button', { name: 'Netz' }).click()
      expect(await page.locator('main svg a').count()).toBeGreaterThan(3)
      await shot(page, 'view-network-light')
    }))

  test('a party known by a common noun stands with its country, in both languages', () =>
    visit('/?actor=Nuri', async (page) => {
      await page.getByRole('main').getByText('Stämme (Irak)').waitFor()
      await page.keyboard.press('l')
      await page.getByRole('main').getByText('Stämme (Iraq)').waitFor()
    }))

  test('an event is reviewed by keys alone, and the journal says so', () =>
    visit('/review', async (page) => {
      await page.getByText('noch 11').waitFor()
      await page.keyboard.press('a')
      await page.getByText('Erst den Namen').waitFor()
      await page.keyboard.type('ada')
      await page.keyboard.press('Escape')
      await page.keyboard.press('j')
      await page.keyboard.press('a')
      await page.getByText('noch 10').waitFor()
      await page.keyboard.press('x')
      await page.getByText('noch 9').waitFor()
      await page.keyboard.press('u')
      await page.getByText('noch 10').waitFor()
      expect(deps.decisions.map(({ by, action }) => `${by} ${action.kind}`)).toEqual([
        'ada accept',
        'ada reject',
        'ada undo',
      ])
      expect(await page.getByRole('main').getByText('zurückgenommen').count()).toBeGreaterThan(0)
      await page.keyboard.press('m')
      await page.getByText('Vereinen mit').waitFor()
      await page.keyboard.press('k')
      await page.keyboard.press('m')
      await page
        .getByRole('status')
        .filter({ hasText: /^vereint$/ })
        .waitFor()
      await page.keyboard.press('e')
      const dialog = page.getByRole('dialog', { name: 'Ein Feld ändern' })
      await dialog.getByLabel('Feld').selectOption('place')
      await dialog.getByLabel('Neuer Wert').fill('Ramadi')
      await shot(page, 'view-set-light')
      await dialog.getByRole('button', { name: 'Eintragen' }).click()
      await dialog.waitFor({ state: 'detached' })
      expect(deps.decisions.at(-1)!.action).toMatchObject({ kind: 'set', field: 'place', value: 'Ramadi' })
      await page.keyboard.press('s')
      await page.getByRole('dialog', { name: 'Welche Belege' }).waitFor()
      await page.keyboard.press('Escape')
    }))

  test('what is new since a time is told with its cause', () =>
    visit('/?since=2026-11-20T18:00:00.000Z', async (page) => {
      await page.getByRole('main').getByText('Anlass').first().waitFor()
      expect(await page.locator('.change.new').count()).toBeGreaterThan(5)
      await shot(page, 'view-changes-light')
      await page.getByRole('button', { name: 'Ganze Chronik zeigen' }).click()
      await page.getByRole('main').getByRole('heading', { level: 2 }).first().waitFor()
    }))

  test('a sentence has an address of its own', () => {
    const mention = SHELLING_EVENT.mentions[1]!
    return visit(`/event/${SHELLING_EVENT.id}#m-${mention.id}`, async (page) => {
      await page.locator('#detail .frame mark', { hasText: 'Beschuss' }).first().waitFor()
      const link = page.locator('#detail').getByRole('link', { name: 'Original öffnen' })
      expect(await link.getAttribute('href')).toMatch(
        /^https:\/\/example\.org\/.*#:~:text=Bei%20dem%20Beschuss/,
      )
    })
  })

  test('search finds compounds by their parts, and shows hostile text as text', () =>
    visit('/search', async (page) => {
      await page.getByLabel('Wörter').fill('Leitung')
      await page.locator('mark', { hasText: 'Klinikleitung' }).first().waitFor()
      await page.getByLabel('Wörter').fill('Stadtrand')
      await page.getByRole('main').getByText(HOSTILE.slice(0, 40)).first().waitFor()
      expect(await page.locator('img').count()).toBe(0)
      expect(await page.title()).not.toBe('owned')
    }))

  test('a dossier prints without anything to press', () =>
    visit('/dossier', async (page) => {
      await page.getByText('Worauf die Chronik beruht').waitFor()
      await page.emulateMedia({ media: 'print' })
      expect(await page.getByRole('button').count()).toBe(0)
      expect(await page.getByRole('article').count()).toBe(EVENTS.length)
    }))

  test('the first view needs little script', () => {
    const index = readFileSync(join(WEB_ROOT, 'index.html'), 'utf8')
    const scripts = [...index.matchAll(/"\/(assets\/[^"]+\.js)"/g)].map(([, file]) => file!)
    const size = scripts.reduce(
      (sum, file) => sum + gzipSync(readFileSync(join(WEB_ROOT, file))).byteLength,
      0,
    )
    console.info(`script of the first view: ${Math.round(size / 1000)} kB gzip`)
    expect(scripts.length).toBeGreaterThan(0)
    expect(size).toBeLessThan(250_000)
  })

  test('the first view is there within a second', () =>
    visit('about:blank', async (page) => {
      await page.goto(server.url) // Warm: what is measured is the page, not the start of the browser.
      await page.locator('main a[id^="event-"]').first().waitFor()
      const started = Date.now()
      await page.goto(server.url)
      await page.locator('main a[id^="event-"]').first().waitFor()
      const took = Date.now() - started
      console.info(`first view: ${took} ms`)
      expect(took).toBeLessThan(3000) // The machine of the tests may be busy; docs/web.md has the figure of an idle one.
    }))
})
