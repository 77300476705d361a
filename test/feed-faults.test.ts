import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, it } from 'vitest'
import { openStore } from '../src/store/sqlite.ts'
import { page, rss, send, startWeb, tagged, type Web } from './support/bad-web.ts'
import { feedOf, storedIn } from './support/polling.ts'

const POLLER = fileURLToPath(new URL('./support/feed-poller.ts', import.meta.url))
const ITEMS = 60
/** Pages that may be under way when the poller is killed. */
const UNDER_WAY = 8

let folder: string
let web: Web
afterEach(async () => {
  await web.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Runs the poller and kills it some milliseconds after it has asked for so many addresses; null: lets it end. */
function poll(kill: { readonly after: number; readonly delay: number } | null): Promise<'killed' | 'ended'> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', POLLER, folder], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const start = web.asked.length
    const watch = setInterval(() => {
      if (kill === null || web.asked.length < start + kill.after) return
      clearInterval(watch)
      setTimeout(() => child.kill('SIGKILL'), kill.delay)
    }, 1)
    let errors = ''
    child.stderr.on('data', (chunk) => {
      errors += chunk
    })
    child.on('close', (code, signal) => {
      clearInterval(watch)
      if (signal === 'SIGKILL') resolve('killed')
      else if (code === 0) resolve('ended')
      else reject(new Error(errors))
    })
  })
}

it('loses no item and fetches few pages twice when the poller is killed at any moment', async () => {
  folder = mkdtempSync(join(tmpdir(), 'lagebild-feed-faults-'))
  web = await startWeb()
  const paths = Array.from({ length: ITEMS }, (_, n) => `/bericht/${n}`)
  const told = paths.map((path, n) => ({ link: web.base + path, title: `Bericht ${n}` }))
  // Whoever has the feed's tag gets it no second time, so items that were not kept with it would be lost.
  web.pages.set('/feed', tagged('"1"', send('application/rss+xml', rss(told))))
  for (const [n, path] of paths.entries())
    web.pages.set(path, send('text/html; charset=utf-8', page(`die Fähre ${n}`)))
  const first = await openStore(folder)
  await first.feeds.put(feedOf(`${web.base}/feed`))
  await first.close()

  const random = (most: number) => Math.floor(Math.random() * most)
  const kills: string[] = []
  // With the rules, with the feed, with its first page, and somewhere in the middle.
  for (const after of [1, 2, 3, 4 + random(10), 4 + random(20), 4 + random(20)]) {
    const delay = random(60)
    if ((await poll({ after, delay })) === 'killed') kills.push(`${after} requests and ${delay} ms`)
  }
  console.info(`killed after ${kills.join(', ')}`)
  expect(kills.length).toBeGreaterThan(4)
  expect(await poll(null)).toBe('ended')

  const store = await openStore(folder)
  const stored = await storedIn(store)
  expect(stored.map(({ url }) => url).sort()).toEqual(told.map(({ link }) => link).sort())
  expect(stored.every(({ codes }) => codes.length === 0)).toBe(true)
  const [record] = await store.feeds.list()
  expect([record?.pending, record?.state.errors]).toEqual([0, 0])
  expect((await store.health()).integrity).toBe('ok')
  await store.close()
  const pages = web.asked.filter((path) => path.startsWith('/bericht/')).length
  expect(pages).toBeLessThanOrEqual(ITEMS + kills.length * UNDER_WAY)
  expect(web.count('/feed')).toBeLessThanOrEqual(1 + kills.length)
}, 120_000)
