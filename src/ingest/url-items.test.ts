import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readAll } from '../../test/support/ingest.ts'

const LEAD =
  'Die Fähre über den breiten Fluss fährt seit dem frühen Morgen wieder, sagte der Betreiber dem Rat.'
const pages = new Map([
  [
    '/faehre',
    `<h1>Fähre fährt wieder</h1><p>${LEAD}</p><p>Auf der ersten Seite steht, wie es dem Rat mit der Fähre ergangen ist.</p><a href="/faehre?page=2">weiter</a>`,
  ],
  [
    '/faehre?page=2',
    `<h1>Fähre fährt wieder</h1><p>${LEAD}</p><p>Auf der zweiten Seite steht, was die Leute am Ufer von der Fähre halten.</p><a href="/faehre?page=3">weiter</a>`,
  ],
  [
    '/faehre?page=3',
    `<h1>Fähre fährt wieder</h1><p>Auf der dritten Seite steht, wann die Fähre am Abend zum letzten Mal fährt.</p><a href="/faehre?page=2">2</a>`,
  ],
])

async function serve(last: string | null): Promise<string> {
  const server = createServer((request, response) => {
    const body = request.url === last ? undefined : pages.get(request.url ?? '')
    response
      .writeHead(body ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' })
      .end(`<body>${body ?? ''}</body>`)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/faehre`
}

describe('an article of more pages', () => {
  it('is one document, and what a later page repeats is furniture', async () => {
    const [item] = await readAll([await serve(null)], { allowPrivate: true })
    if (item?.kind !== 'document') throw new Error('unread')
    const { text, blocks } = item.document
    const read = blocks!
      .filter(({ kind }) => kind !== 'furniture')
      .map(({ from, to }) => text.slice(from, to))
    expect(read.map((line) => line.slice(0, 22))).toEqual([
      'Fähre fährt wieder',
      'Die Fähre über den bre',
      'Auf der ersten Seite s',
      'Auf der zweiten Seite ',
      'Auf der dritten Seite ',
    ])
    expect(item.document.diagnostics).toEqual([])
  })
  it('says when a later page is missing', async () => {
    const [item] = await readAll([await serve('/faehre?page=3')], { allowPrivate: true })
    expect(item).toMatchObject({
      kind: 'document',
      document: { diagnostics: [{ code: 'pages-missing', severity: 'warning' }] },
    })
  })
})
