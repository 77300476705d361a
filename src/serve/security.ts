import type { MiddlewareHandler } from 'hono'
import { Problem } from './problem.ts'

/** Only our own files, no inline code, no markup made from strings (Svelte's own templates apart). */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types svelte-trusted-html',
].join('; ')

const HEADERS = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  // Source addresses in a chronicle can be delicate: an outlet shall not learn who follows it from where.
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
} as const

export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  for (const [name, value] of Object.entries(HEADERS)) c.res.headers.set(name, value)
}

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

/**
 * Refuses requests addressed to a foreign name. Without it a page on the web could let its own name resolve to
 * this machine and read the chronicle (DNS rebinding).
 */
export function hostCheck(allowed: readonly string[]): MiddlewareHandler {
  const hosts = new Set([...LOOPBACK, ...allowed.map((host) => bracketed(host.toLowerCase()))])
  return async (c, next) => {
    const host = hostname(c.req.header('host') ?? new URL(c.req.url).host)
    if (!hosts.has(host)) {
      throw new Problem(
        403,
        'host-refused',
        `This server does not answer to the name ${host || '(none)'}`,
        'Open it by the address that `lagebild serve` printed, or start it with --host NAME.',
      )
    }
    await next()
  }
}

/** Of a Host header, without the port. */
function hostname(header: string): string {
  return header.trim().toLowerCase().replace(/:\d*$/, '')
}

/** An IPv6 address stands in brackets in a Host header. */
function bracketed(host: string): string {
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host
}
