import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { LagebildError } from '../base/errors.ts'
import type { ErrorAnswer } from './api.ts'

/** A request that cannot be answered: what the client is told, and with which status. */
export class Problem extends Error {
  readonly status: ContentfulStatusCode
  readonly answer: ErrorAnswer

  constructor(status: ContentfulStatusCode, code: string, cause: string, remedy: string) {
    super(cause)
    this.name = 'Problem'
    this.status = status
    this.answer = { code, cause, remedy }
  }
}

export const eventUnknown = (id: string) =>
  new Problem(
    404,
    'event-unknown',
    `No event of the chronicle has the id ${id}`,
    'Ask /api/v1/chronicle for the events there are; a superseded id stays valid as an alias.',
  )

export const textUnknown = (id: string) =>
  new Problem(
    404,
    'text-unknown',
    `No stored reading belongs to the text ${id}`,
    'Take the `text` and `reading` of an event’s mention; a forgotten text has no readings any more.',
  )

export const pageUnknown = (path: string) =>
  new Problem(404, 'page-unknown', `There is nothing at ${path}`, 'Start at / or at /api/v1/chronicle.')

export function answerProblem(c: Context, error: unknown, onError?: (error: unknown) => void): Response {
  if (error instanceof Problem) return c.json(error.answer, error.status)
  onError?.(error)
  if (error instanceof LagebildError) return c.json(asAnswer(error), 500)
  return c.json(
    {
      code: 'internal',
      cause: 'The server failed while it made this answer',
      remedy: 'Look at the output of `lagebild serve`, and report it as a defect if it comes again.',
    } satisfies ErrorAnswer,
    500,
  )
}

/** A LagebildError's message is `cause (code). remedy`. */
function asAnswer(error: LagebildError): ErrorAnswer {
  const end = error.message.indexOf(` (${error.code})`)
  return {
    code: error.code,
    cause: end < 0 ? error.message : error.message.slice(0, end),
    remedy: error.remedy,
  }
}
