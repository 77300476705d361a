import { lookup } from 'node:dns/promises'
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP } from 'node:net'
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { isPrivateAddress } from './addresses.ts'
import { collect } from './byte-lines.ts'
import { codeOf } from './walk.ts'

export type Fetched =
  | {
      readonly kind: 'fetched'
      /** Where it was found in the end. */
      readonly url: string
      /** Where it is to be asked for from now on, when the server says that it has moved for good. */
      readonly movedTo: string | null
      readonly bytes: Uint8Array
      readonly contentType: string | null
      readonly charset: string | null
      readonly etag: string | null
      readonly lastModified: string | null
    }
  | { readonly kind: 'unchanged' }
  | FetchFailure

export interface FetchFailure {
  readonly kind: 'failed'
  readonly code: string
  readonly message: string
  /** Status of the answer; null when there was none. */
  readonly status: number | null
  /** It may well succeed later. */
  readonly transient: boolean
  /** Milliseconds for which the server asks to be left alone. */
  readonly retryAfter: number | null
}

export interface FetchOptions {
  /** Private networks may be reached: all of them, or only hosts of these names. */
  readonly allowPrivate?: boolean | readonly string[]
  /** What the server said of the state that is known already; then it may answer that nothing has changed. */
  readonly known?: { readonly etag: string | null; readonly lastModified: string | null }
  readonly accept?: string
  readonly userAgent?: string
  /** Of the body, unpacked. */
  readonly maxBytes?: number
  /** For each request of a chain of redirects, its body included. */
  readonly timeoutMs?: number
  /** Asked before each request, redirects included; what it gives back is the outcome. */
  readonly before?: (target: URL) => Promise<FetchFailure | null>
  /** All addresses of a host name; the system's resolver unless given. */
  readonly resolve?: (host: string) => Promise<readonly string[]>
  readonly signal?: AbortSignal
}

export type Fetcher = (url: string, options: FetchOptions) => Promise<Fetched>

const TIMEOUT_MS = 30_000
const MAX_BYTES = 20 * 1024 * 1024
const MAX_REDIRECTS = 5
const USER_AGENT = 'lagebild/0.1'
const MAX_URL = 4000
/** For ever, by the server's word; RFC 9110 15.4.2 and 15.4.9. */
const PERMANENT = new Set([301, 308])
const TRANSIENT = new Set([408, 421, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524])
/** Nobody is waited for longer than this. */
const MAX_WAIT = 7 * 86_400_000

/**
 * Fetches what stands at an address. Every hop's host is resolved first and the connection goes to the very address that was checked,
 * so that a name can't point somewhere else in between.
 */
export async function fetchUrl(url: string, options: FetchOptions = {}): Promise<Fetched> {
  const { timeoutMs = TIMEOUT_MS, before, resolve = addressesOf } = options
  let at = url
  let movedTo: string | null = null
  let isPermanent = true
  for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
    const target = at.length <= MAX_URL && URL.canParse(at) ? new URL(at) : null
    if (!target || !/^https?:$/.test(target.protocol))
      return failed('bad-url', 'It is no http(s) address. Check it for typing errors.')
    const refused = (await before?.(target)) ?? null
    if (refused !== null) return refused
    const limit = AbortSignal.timeout(timeoutMs)
    const signal = options.signal ? AbortSignal.any([options.signal, limit]) : limit
    try {
      const address = await checkedAddress(target, options.allowPrivate ?? false, resolve)
      if (typeof address !== 'string') return address
      const response = await get(target, address, signal, options)
      const status = response.statusCode ?? 0
      if (status >= 300 && status < 400 && status !== 304 && response.headers.location) {
        response.destroy()
        if (!URL.canParse(response.headers.location, target.href))
          return failed('bad-url', 'It is redirected to what is no address.', { status })
        at = new URL(response.headers.location, target).href
        isPermanent &&= PERMANENT.has(status)
        if (isPermanent) movedTo = at
        continue
      }
      if (status === 200) return await bodyOf(response, target.href, movedTo, signal, options)
      response.destroy()
      if (status === 304 && options.known) return { kind: 'unchanged' }
      return answered(response, status)
    } catch (error) {
      if (options.signal?.aborted) return failed('stopped', 'Fetching was stopped.', { transient: true })
      if (limit.aborted)
        return failed('timeout', `There was no answer within ${timeoutMs / 1000} seconds. Try again later.`, {
          transient: true,
        })
      return failed(
        'not-fetched',
        `The page could not be fetched (${codeOf(error)}). Check the url and the connection.`,
        { transient: true },
      )
    }
  }
  return failed('http-error', `It was redirected more than ${MAX_REDIRECTS} times.`)
}

export function failed(
  code: string,
  message: string,
  more: Partial<Pick<FetchFailure, 'status' | 'transient' | 'retryAfter'>> = {},
): FetchFailure {
  return { kind: 'failed', code, message, status: null, transient: false, retryAfter: null, ...more }
}

async function addressesOf(host: string): Promise<readonly string[]> {
  return (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address)
}

/** The address to connect to, or why there is none. */
async function checkedAddress(
  { hostname }: URL,
  allowPrivate: boolean | readonly string[],
  resolve: NonNullable<FetchOptions['resolve']>,
): Promise<string | FetchFailure> {
  const host = hostname.replace(/^\[|\]$/g, '')
  const addresses = isIP(host) === 0 ? await resolve(host) : [host]
  // One private address among several is enough to refuse the host.
  const hidden = addresses.find(isPrivateAddress)
  const isAllowed = allowPrivate === true || (allowPrivate !== false && allowPrivate.includes(hostname))
  if (hidden !== undefined && !isAllowed) {
    return failed(
      'private-address',
      `The host ${hostname} lies on a private network, which is not read unless you allow it by name.`,
    )
  }
  return addresses[0] ?? failed('not-found', 'The host has no address. Check the url and the connection.')
}

function get(
  url: URL,
  address: string,
  signal: AbortSignal,
  { known, accept, userAgent }: FetchOptions,
): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const family = isIP(address)
    const sent = request(url, {
      signal,
      headers: {
        'user-agent': userAgent ?? USER_AGENT,
        accept: accept ?? 'text/html, text/plain, application/json;q=0.8, */*;q=0.1',
        'accept-encoding': 'gzip, br',
        ...(known?.etag ? { 'if-none-match': known.etag } : {}),
        ...(known?.lastModified ? { 'if-modified-since': known.lastModified } : {}),
      },
      lookup: (_host, { all }, done) =>
        all ? done(null, [{ address, family }]) : done(null, address, family),
    })
    sent.on('response', resolve)
    sent.on('error', reject)
    sent.end()
  })
}

function answered({ headers }: IncomingMessage, status: number): FetchFailure {
  const retryAfter = waitOf(headers['retry-after'] ?? null, Date.now())
  const transient = TRANSIENT.has(status)
  if (status === 429 || (status === 503 && retryAfter !== null))
    return failed('too-many-requests', `The server asks to be left alone for a while (${status}).`, {
      ...{ status, transient, retryAfter },
    })
  return failed('http-error', `The server answered ${status}. Open the url in a browser to see why.`, {
    ...{ status, transient, retryAfter },
  })
}

/** Milliseconds that a `Retry-After` asks for, in seconds or as a date (RFC 9110 10.2.3); null when it says nothing. */
export function waitOf(header: string | null, now: number): number | null {
  if (header === null) return null
  const text = header.trim()
  const wait = /^\d{1,9}$/u.test(text) ? Number(text) * 1000 : Date.parse(text) - now
  return Number.isNaN(wait) ? null : Math.min(Math.max(0, wait), MAX_WAIT)
}

async function bodyOf(
  response: IncomingMessage,
  url: string,
  movedTo: string | null,
  signal: AbortSignal,
  { maxBytes = MAX_BYTES }: FetchOptions,
): Promise<Fetched> {
  const stream = decompressed(response)
  const abort = () => stream.destroy(new Error('timeout'))
  signal.addEventListener('abort', abort, { once: true })
  try {
    const bytes = await collect(stream, maxBytes)
    if (bytes === null)
      return failed('too-large', `What it sends is larger than ${maxBytes / 1024 / 1024} MB.`, {
        status: 200,
      })
    const {
      'content-type': contentType = null,
      etag = null,
      'last-modified': lastModified = null,
    } = response.headers
    const charset = /charset\s*=\s*["']?(?<name>[\w:-]+)/iu.exec(contentType ?? '')?.groups?.name ?? null
    return { kind: 'fetched', url, movedTo, bytes, contentType, charset, etag, lastModified }
  } finally {
    signal.removeEventListener('abort', abort)
    response.destroy()
  }
}

function decompressed(response: IncomingMessage): Readable {
  const encoding = response.headers['content-encoding']?.toLowerCase()
  const unpack =
    encoding === 'gzip' || encoding === 'x-gzip'
      ? createGunzip()
      : encoding === 'br'
        ? createBrotliDecompress()
        : encoding === 'deflate'
          ? createInflate()
          : null
  if (!unpack) return response
  response.on('error', (error) => unpack.destroy(error))
  return response.pipe(unpack)
}
