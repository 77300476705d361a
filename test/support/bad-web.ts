import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Answer = (request: IncomingMessage, response: ServerResponse) => void

export interface Web {
  readonly base: string
  /** By path; a path that is not there is a 404. May change while the server runs. */
  readonly pages: Map<string, Answer>
  /** Paths in the order in which they were asked for. */
  readonly asked: string[]
  readonly count: (path: string) => number
  readonly close: () => Promise<void>
}

/** A local server that plays whatever web a test needs. */
export async function startWeb(pages: Readonly<Record<string, Answer>> = {}): Promise<Web> {
  const known = new Map(Object.entries(pages))
  const asked: string[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    asked.push(path)
    const answer = known.get(path)
    if (answer === undefined) response.writeHead(404).end()
    else answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    pages: known,
    asked,
    count: (path) => asked.filter((one) => one === path).length,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

export function send(type: string, body: string | Uint8Array, headers: Record<string, string> = {}): Answer {
  return (_request, response) => response.writeHead(200, { 'content-type': type, ...headers }).end(body)
}

export const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (_request, response) =>
    response.writeHead(code, headers).end()

/** Answers 304 to whoever knows the tag. */
export function tagged(etag: string, answer: Answer): Answer {
  return (request, response) => {
    if (request.headers['if-none-match'] === etag) response.writeHead(304).end()
    else {
      response.setHeader('etag', etag)
      answer(request, response)
    }
  }
}

export interface Told {
  readonly link?: string
  readonly id?: string
  readonly title: string
  readonly text?: string
  readonly date?: string
}

export function rss(items: readonly Told[], title = 'Uferblatt'): string {
  const body = items.map(
    ({ link, id, title: head, text, date }) => `<item><title>${head}</title>
${link === undefined ? '' : `<link>${link}</link>`}${id === undefined ? '' : `<guid isPermaLink="false">${id}</guid>`}
<pubDate>${date ?? 'Mon, 02 Feb 2026 09:00:00 +0100'}</pubDate><description>${text ?? ''}</description></item>`,
  )
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>${title}</title>${body.join('')}</channel></rss>`
}

/** A page of the press with an article about something. */
export function page(about: string, more = ''): string {
  return `<!doctype html><html lang="de"><head><title>${about}</title></head><body><article><h1>${about}</h1>
<p>Der Rat der Stadt hat am Abend über ${about} gesprochen, sagte die Sprecherin des Rates nach der Sitzung.</p>
<p>Am Ufer warteten die Leute auf das Ergebnis, und der Betreiber der Fähre hörte ihnen zu. ${more}</p></article></body></html>`
}
