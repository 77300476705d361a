import { createHash, timingSafeEqual } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { Problem } from './problem.ts'

const COOKIE = 'lagebild-token'

/**
 * Asks for the token where others than this machine can reach the server: as `Authorization: Bearer`, or once as `?token=` in the
 * address, which sets a cookie that no script can read and leads to the address without it.
 */
export function tokenCheck(token: string): MiddlewareHandler {
  const isIt = (given: string | undefined) =>
    given !== undefined && timingSafeEqual(digest(given), digest(token))
  return async (c, next) => {
    const url = new URL(c.req.url)
    const asked = url.searchParams.get('token') ?? undefined
    if (c.req.method === 'GET' && isIt(asked)) {
      setCookie(c, COOKIE, token, { httpOnly: true, sameSite: 'Strict', path: '/', maxAge: 30 * 86_400 })
      url.searchParams.delete('token')
      return c.redirect(url.pathname + url.search, 303)
    }
    const [scheme, bearer] = (c.req.header('authorization') ?? '').split(' ')
    if (!isIt(scheme?.toLowerCase() === 'bearer' ? bearer : undefined) && !isIt(getCookie(c, COOKIE))) {
      c.header('WWW-Authenticate', 'Bearer')
      throw new Problem(
        401,
        'token-missing',
        'This server asks for a token',
        'Open the address that `lagebild serve` printed, or send Authorization: Bearer TOKEN.',
      )
    }
    return next()
  }
}

/** Of one length, so that the comparison takes one time. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
