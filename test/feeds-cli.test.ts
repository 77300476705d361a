import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { run } from '../src/cli/program.ts'
import type { EventsAnswer, FeedsAnswer } from '../src/serve/api.ts'
import { page, rss, send, startWeb, type Web } from './support/bad-web.ts'

const MAIN = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url))
const ATTACK = 'Die irakische Armee griff am Montag Stellungen der Rebellen bei Falludscha an.'
let folder: string
let web: Web

function start(...args: string[]): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', MAIN, '--data', folder, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** One call of the program within this process. */
async function lagebild(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const caught = (stream: NodeJS.WriteStream) => {
    const parts: string[] = []
    const spy = vi.spyOn(stream, 'write').mockImplementation((chunk) => {
      parts.push(String(chunk))
      return true
    })
    return { spy, text: () => parts.join('') }
  }
  const [out, err] = [caught(process.stdout), caught(process.stderr)]
  try {
    const code = await run(['--data', folder, ...args])
    return { code, out: out.text(), err: err.text() }
  } finally {
    for (const { spy } of [out, err]) spy.mockRestore()
    process.exitCode = 0
  }
}

const lines = (out: string) => out.trim().split('\n')

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lagebild-feeds-'))
  web = await startWeb()
  web.pages.set(
    '/feed',
    send('application/rss+xml', rss([{ link: `${web.base}/a`, title: 'Angriff bei Falludscha' }])),
  )
  web.pages.set('/a', send('text/html; charset=utf-8', page('den Angriff bei Falludscha', ATTACK)))
  web.pages.set('/later', send('application/rss+xml', rss([], 'Späterblatt')))
})
afterAll(async () => {
  await web.close()
  rmSync(folder, { recursive: true, force: true })
})

describe.sequential('feeds on the command line', () => {
  test('are taken in, and mistakes are named', async () => {
    const added = await lagebild('feeds', 'add', `${web.base}/feed`, '--allow-private', '127.0.0.1')
    expect(added).toMatchObject({ code: 0, out: `${web.base}/feed\n` })
    for (const [args, code] of [
      [['add', 'uferblatt'], 'feed-bad-url'],
      [['add', web.base, '--full-text', '--feed-text'], 'feed-option-clash'],
      [['remove', 'https://nobody.example/'], 'feed-unknown'],
      [['import', MAIN], 'opml-invalid'],
    ] as const) {
      const wrong = await lagebild('feeds', ...args)
      expect(wrong).toMatchObject({ code: 1, err: expect.stringContaining(code) })
    }
    expect((await lagebild('feeds', 'add', web.base, '--every', 'bald')).code).toBe(1)
    const list = await lagebild('feeds', 'list')
    expect(list.out).toMatch(/^waiting {2}127\.0\.0\.1:\d+ .*full text, every 10 min/)
  })

  test('come and go as OPML', async () => {
    const file = join(folder, 'list.opml')
    const outline = `<outline text="Ufer"><outline text="Amt" xmlUrl="https://amt.example/atom"/><outline text="x" xmlUrl="javascript:1"/><outline text="Bekannt" xmlUrl="${web.base}/feed"/></outline>`
    writeFileSync(file, `<opml version="2.0"><head/><body>${outline}</body></opml>`)
    const taken = await lagebild('feeds', 'import', file, '--feed-text', '--every', '60')
    expect(taken).toMatchObject({ code: 0, out: 'https://amt.example/atom\n' })
    const exported = await lagebild('feeds', 'export')
    expect(exported.out).toContain('xmlUrl="https://amt.example/atom"')
    expect(exported.out).toContain(`xmlUrl="${web.base}/feed"`)
    const list = (await lagebild('feeds', 'list', '--json')).out
    expect(lines(list).map((line) => JSON.parse(line))).toMatchObject([
      { text: 'full', every: 10 },
      { name: 'Amt', text: 'feed', every: 60 },
    ])
    expect((await lagebild('feeds', 'remove', 'https://amt.example/atom')).code).toBe(0)
  })

  test('are polled once, and what they bring stands in the chronicle', async () => {
    const polled = await lagebild('feeds', 'poll', '--json')
    expect(polled.code).toBe(0)
    expect(lines(polled.out).map((line) => JSON.parse(line))).toMatchObject([
      { kind: 'feed', outcome: 'new', added: 1 },
      { kind: 'item', outcome: 'new', id: `${web.base}/a` },
    ])
    expect((await lagebild('feeds', 'poll')).err).toContain('0 feeds polled')
    expect((await lagebild('chronicle', '--json')).out).toContain('ASSAULT')
    web.pages.delete('/feed')
    const failed = await lagebild('feeds', 'poll', '--all')
    expect(failed.code).toBe(3)
    expect((await lagebild('feeds', 'list')).out).toMatch(
      /^failing .*\n.*\n.*\n.*1 failures in a row: \(http-error\)/,
    )
  })

  test('are polled while the server runs, and the pages know how they are', async () => {
    const server = start('serve', '--port', '0')
    try {
      const url = await new Promise<string>((resolve) => {
        server.stdout!.once('data', (chunk) => resolve(String(chunk).trim()))
      })
      const ask = async <Answer>(path: string) => (await (await fetch(new URL(path, url))).json()) as Answer
      web.pages.set('/later', (_request, response) => {
        const item = { link: `${web.base}/b`, title: 'Streik der Fährleute' }
        response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(rss([item], 'Späterblatt'))
      })
      web.pages.set(
        '/b',
        send(
          'text/html; charset=utf-8',
          page('den Streik', 'Türkische Soldaten beschossen am Dienstag die Stadt Afrin.'),
        ),
      )
      const before = (await ask<EventsAnswer>('/api/v1/events')).total
      await lagebild('feeds', 'add', `${web.base}/later`, '--allow-private', '127.0.0.1')
      const until = Date.now() + 60_000
      let total = before
      while (total === before && Date.now() < until) {
        await new Promise((resolve) => setTimeout(resolve, 200))
        total = (await ask<EventsAnswer>('/api/v1/events')).total
      }
      expect(total).toBeGreaterThan(before)
      const { feeds } = await ask<FeedsAnswer>('/api/v1/feeds')
      expect(feeds.map(({ name, standing }) => [name, standing])).toEqual([
        ['Uferblatt', 'failing'],
        ['Späterblatt', 'ok'],
      ])
      expect(await (await fetch(new URL('/feeds.csv', url))).text()).toContain('Späterblatt')
    } finally {
      const ended = new Promise((resolve) => server.once('close', resolve))
      server.kill('SIGTERM')
      await ended
    }
  })

  test('are left alone by a server that is told so', async () => {
    web.asked.length = 0
    await lagebild('feeds', 'add', `${web.base}/third`, '--allow-private', '127.0.0.1')
    const server = start('serve', '--port', '0', '--no-feeds')
    await new Promise((resolve) => server.stdout!.once('data', resolve))
    await new Promise((resolve) => setTimeout(resolve, 1500))
    const ended = new Promise((resolve) => server.once('close', resolve))
    server.kill('SIGTERM')
    await ended
    expect(web.asked).toEqual([])
  })
}, 180_000)
