import type { MiddlewareHandler } from 'hono'
import { Problem } from './problem.ts'

/**
 * Lets a write through only from our own pages or from a program: a page of another site can neither send JSON nor name our origin
 * without a preflight, which this server never answers.
 */
export const writeCheck: MiddlewareHandler = async (c, next) => {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') {
    throw new Problem(415, 'type-refused', 'A write is JSON', 'Send Content-Type: application/json.')
  }
  const site = c.req.header('sec-fetch-site')
  const origin = c.req.header('origin')
  const foreignSite = site !== undefined && site !== 'same-origin' && site !== 'none'
  const foreignOrigin =
    origin !== undefined && hostOf(origin) !== (c.req.header('host') ?? new URL(c.req.url).host)
  if (foreignSite || foreignOrigin) {
    throw new Problem(
      403,
      'origin-refused',
      'A page of another site asked for this',
      'Decide on the pages of this server, or with a program.',
    )
  }
  await next()
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host
  } catch {
    return null
  }
}
