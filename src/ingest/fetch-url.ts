import { lookup as lookupAll } from 'node:dns/promises'
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP } from 'node:net'
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { isPrivateAddress } from './addresses.ts'
import { collect } from './byte-lines.ts'
import type { ReadOptions } from './types.ts'
import { codeOf } from './walk.ts'

export type Fetched =
  | {
      readonly kind: 'fetched'
      readonly url: string
      readonly bytes: Uint8Array
      readonly contentType: string | null
      readonly charset: string | null
    }
  | { readonly kind: 'failed'; readonly code: string; readonly message: string }

const TIMEOUT_MS = 30_000
const MAX_BYTES = 20 * 1024 * 1024
const MAX_REDIRECTS = 5
const USER_AGENT = 'lagebild/0.1'

/**
 * Fetches a page. Every hop's host is resolved first and the connection goes to the very address that was checked,
 * so that a name can't point somewhere else in between.
 */
export async function fetchUrl(url: string, options: Pick<ReadOptions, 'allowPrivate'>): Promise<Fetched> {
  const signal = AbortSignal.timeout(TIMEOUT_MS)
  let at = url
  try {
    for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
      const target = URL.canParse(at) ? new URL(at) : null
      if (!target || !/^https?:$/.test(target.protocol))
        return failed('bad-url', 'It is no http(s) address. Check it for typing errors.')
      const address = await addressOf(target.hostname)
      if (address === null)
        return failed('not-found', 'The host has no address. Check the url and the connection.')
      if (!options.allowPrivate && isPrivateAddress(address)) {
        return failed(
          'private-address',
          'The host lies on a private network, which is not read unless you allow it.',
        )
      }
      const response = await get(target, address, signal)
      const status = response.statusCode ?? 0
      if (status >= 300 && status < 400 && response.headers.location) {
        response.destroy()
        at = new URL(response.headers.location, target).href
        continue
      }
      if (status !== 200) {
        response.destroy()
        return failed('http-error', `The server answered ${status}. Open the url in a browser to see why.`)
      }
      return await bodyOf(response, target.href, signal)
    }
    return failed('http-error', `It was redirected more than ${MAX_REDIRECTS} times.`)
  } catch (error) {
    if (signal.aborted)
      return failed('timeout', `There was no answer within ${TIMEOUT_MS / 1000} seconds. Try again later.`)
    return failed(
      'not-fetched',
      `The page could not be fetched (${codeOf(error)}). Check the url and the connection.`,
    )
  }
}

async function addressOf(hostname: string): Promise<string | null> {
  const host = hostname.replace(/^\[|\]$/g, '')
  if (isIP(host) !== 0) return host
  const addresses = await lookupAll(host, { all: true, verbatim: true })
  // One private address among several is enough to refuse the host.
  return addresses.find(({ address }) => isPrivateAddress(address))?.address ?? addresses[0]?.address ?? null
}

function get(url: URL, address: string, signal: AbortSignal): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const family = isIP(address)
    const sent = request(url, {
      signal,
      headers: {
        'user-agent': USER_AGENT,
        accept: 'text/html, text/plain, application/json;q=0.8, */*;q=0.1',
        'accept-encoding': 'gzip, br',
      },
      lookup: (_host, { all }, done) =>
        all ? done(null, [{ address, family }]) : done(null, address, family),
    })
    sent.on('response', resolve)
    sent.on('error', reject)
    sent.end()
  })
}

async function bodyOf(response: IncomingMessage, url: string, signal: AbortSignal): Promise<Fetched> {
  const stream = decompressed(response)
  const abort = () => stream.destroy(new Error('timeout'))
  signal.addEventListener('abort', abort, { once: true })
  try {
    const bytes = await collect(stream, MAX_BYTES)
    if (bytes === null) return failed('too-large', `The page is larger than ${MAX_BYTES / 1024 / 1024} MB.`)
    const contentType = response.headers['content-type'] ?? null
    const charset = /charset\s*=\s*["']?(?<name>[\w:-]+)/iu.exec(contentType ?? '')?.groups?.name ?? null
    return { kind: 'fetched', url, bytes, contentType, charset }
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

function failed(code: string, message: string): Fetched {
  return { kind: 'failed', code, message }
}
