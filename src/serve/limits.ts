import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { Problem } from './problem.ts'

/** Largest body of a write, in bytes. */
const BODY = 64 * 1024
/** Clients that are remembered; beyond, the oldest is forgotten. */
const CLIENTS = 1000

export interface Rate {
  /** Requests at once. */
  readonly burst: number
  /** Requests a second in the long run. */
  readonly perSecond: number
}

/** A desk that reads fast stays below; a program that runs away does not. */
export const READS: Rate = { burst: 300, perSecond: 50 }
export const WRITES: Rate = { burst: 60, perSecond: 5 }

/** A bucket of requests for each client, filled again with time. `now` in ms. */
export function rateLimit({ burst, perSecond }: Rate, now: () => number = Date.now): MiddlewareHandler {
  const buckets = new Map<string, { left: number; at: number }>()
  return async (c, next) => {
    const client = clientOf(c)
    const time = now()
    const known = buckets.get(client)
    const left = known ? Math.min(burst, known.left + ((time - known.at) / 1000) * perSecond) : burst
    if (!known && buckets.size >= CLIENTS) buckets.delete(buckets.keys().next().value!)
    buckets.set(client, { left: Math.max(0, left - 1), at: time })
    if (left < 1) {
      c.header('Retry-After', String(Math.ceil((1 - left) / perSecond)))
      throw new Problem(
        429,
        'too-many-requests',
        'Too many requests in a short time',
        'Wait, then ask again.',
      )
    }
    await next()
  }
}

export const sizeLimit: MiddlewareHandler = bodyLimit({
  maxSize: BODY,
  onError: () => {
    throw new Problem(413, 'body-too-large', `The body is larger than ${BODY} bytes`, 'Send less at once.')
  },
})

/** The address of the other end, as the Node server tells it; tests have none. */
function clientOf(c: Context): string {
  const { incoming } = (c.env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } }
  return incoming?.socket?.remoteAddress ?? ''
}
