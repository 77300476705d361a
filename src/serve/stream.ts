import type { ServerResponse } from 'node:http'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Context } from 'hono'
import { z } from 'zod'
import { type Cursor, parseCursor } from '../live/stream/frames.ts'
import type { Sink, StreamHub } from '../live/stream/hub.ts'
import { isReaderLanguage, READER_LANGUAGES } from '../render/messages/index.ts'
import type { CountriesAround } from './deps.ts'
import { Problem } from './problem.ts'
import { filterQuerySchema, parseQuery } from './query.ts'
import { filterOf } from './select.ts'

/** Conditions of the pages that are no part of the chronicle's own filter. */
const OF_PAGES = { since: true, party: true, acting: true, receiving: true, source: true } as const

/** The filter of `/api/v1/events`, the language of the lines, and where to go on for clients that cannot set `Last-Event-ID`. */
export const streamQuerySchema = filterQuerySchema.omit(OF_PAGES).extend({
  lang: z
    .string()
    .refine(isReaderLanguage, { error: `is none of ${READER_LANGUAGES.join(', ')}` })
    .default('de'),
  cursor: z.string().optional(),
})

/** `/api/v1/stream`: Server-Sent Events. The socket is written directly: one buffer serves all who read the same. */
export async function answerStream(
  c: Context,
  hub: StreamHub,
  countriesAround: CountriesAround,
): Promise<Response> {
  const { lang, cursor, ...query } = parseQuery(streamQuerySchema, c.req.query())
  const filter = filterOf(query, countriesAround)
  const from = cursorOf(c.req.header('last-event-id') ?? cursor)
  if (hub.isFull) {
    throw new Problem(
      503,
      'stream-full',
      'As many readers as this server takes are listening',
      'Try again later.',
    )
  }
  const { outgoing } = c.env as { outgoing: ServerResponse }
  // The body ends with the connection: chunks would cost three writes a frame.
  outgoing.useChunkedEncodingByDefault = false
  outgoing.writeHead(200, {
    ...{
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      Connection: 'close',
    },
    ...{ 'X-Accel-Buffering': 'no', 'X-Content-Type-Options': 'nosniff' },
  })
  outgoing.flushHeaders()
  const sink = sinkOf(outgoing)
  let left = false
  let leave: (() => void) | null = null
  outgoing.once('close', () => {
    left = true
    leave?.()
  })
  leave = await hub.subscribe(sink, { language: lang, filter }, from)
  if (left) leave()
  return RESPONSE_ALREADY_SENT
}

function sinkOf(response: ServerResponse): Sink {
  const socket = response.socket!
  return {
    write: (frame) => void socket.write(frame),
    buffered: () => socket.writableLength,
    cut: () => void socket.destroy(),
  }
}

function cursorOf(text: string | undefined): Cursor | null {
  if (text === undefined || text === '') return null
  const cursor = parseCursor(text)
  if (cursor !== null) return cursor
  throw new Problem(
    400,
    'cursor-invalid',
    `"${text.slice(0, 60)}" is no cursor of this stream`,
    'Leave it out to listen from now on.',
  )
}
