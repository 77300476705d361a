import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { LagebildError } from '../base/errors.ts'
import type { ErrorAnswer } from './api.ts'

/** A request that cannot be answered: what the client is told, and with which status. */
export class Problem extends Error {
  readonly status: ContentfulStatusCode
  readonly code: string
  readonly remedy: string

  constructor(status: ContentfulStatusCode, code: string, cause: string, remedy: string) {
    super(cause)
    this.name = 'Problem'
    this.status = status
    this.code = code
    this.remedy = remedy
  }
}

export const eventUnknown = (id: string) =>
  new Problem(
    404,
    'event-unknown',
    `No event of the chronicle has the id ${id}`,
    'Ask /api/v1/events for the events there are; a superseded id stays valid as an alias.',
  )

export const textUnknown = (id: string) =>
  new Problem(
    404,
    'text-unknown',
    `No stored reading belongs to the text ${id}`,
    'Take the `text` and `reading` of an event’s mention; a forgotten text has no readings any more.',
  )

/** The same answer for whoever is private and whoever is not there: it tells nobody that a person is known. */
export const actorUnknown = (key: string) =>
  new Problem(
    404,
    'actor-unknown',
    `There is no page for ${key}`,
    'Take a key from /api/v1/actors; private persons have no page.',
  )

export const pageUnknown = (path: string) =>
  new Problem(404, 'page-unknown', `There is nothing at ${path}`, 'Start at / or at /api/v1/openapi.json.')

export function answerProblem(c: Context, error: unknown, onError?: (error: unknown) => void): Response {
  if (error instanceof Problem) return send(c, error)
  if (error instanceof LagebildError) {
    const status = STATUS_OF[error.code]
    if (status === undefined) onError?.(error)
    return send(c, new Problem(status ?? 500, error.code, causeOf(error), error.remedy))
  }
  onError?.(error)
  return send(
    c,
    new Problem(
      500,
      'internal',
      'The server failed while it made this answer',
      'Look at the output of `lagebild serve`, and report it as a defect if it comes again.',
    ),
  )
}

/** Errors of the house that come from what was asked for. All others are the server's own. */
const STATUS_OF: Readonly<Record<string, ContentfulStatusCode>> = {
  'event-unknown': 404,
  'decision-unknown': 404,
  'mention-unknown': 404,
  'story-unknown': 404,
  'event-ambiguous': 400,
  'decision-invalid': 400,
  'filter-invalid': 400,
  'as-of-invalid': 400,
}

function send(c: Context, { status, code, message, remedy }: Problem): Response {
  const answer: ErrorAnswer = {
    type: `urn:lagebild:problem:${code}`,
    title: code.replaceAll('-', ' '),
    status,
    detail: message,
    code,
    remedy,
  }
  return c.body(JSON.stringify(answer), status, { 'Content-Type': 'application/problem+json' })
}

/** A LagebildError's message is `cause (code). remedy`. */
function causeOf(error: LagebildError): string {
  const end = error.message.indexOf(` (${error.code})`)
  return end < 0 ? error.message : error.message.slice(0, end)
}
