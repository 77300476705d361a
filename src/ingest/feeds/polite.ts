import type { FeedStore } from '../../store/feeds.ts'
import { decodeBytes } from '../decode.ts'
import { type Fetched, type FetchFailure, type FetchOptions, failed, fetchUrl } from '../fetch-url.ts'
import { type Clock, systemClock } from './clock.ts'
import { HostGate } from './host-gate.ts'
import { ALLOWS_ALL, type Robots, robotsOf } from './robots.ts'

/** RFC 9309 2.4: not longer than a day. */
const ROBOTS_FOR = 24 * 3_600_000
/** RFC 9309 2.5 asks for at least 500 KiB. */
const ROBOTS_BYTES = 512 * 1024
const ROBOTS_TIMEOUT = 15_000
/** A site whose robots.txt could not be had is left alone for so long. */
const ROBOTS_RETRY = 10 * 60_000
/** Sites whose rules are kept in memory. */
const SITES = 2000

interface Known {
  readonly robots: Robots | FetchFailure
  readonly until: number
}

export interface PoliteOptions extends Pick<FetchOptions, 'userAgent' | 'resolve' | 'timeoutMs'> {
  readonly clock?: Clock
  readonly signal?: AbortSignal
  /** Remembers over the end of the process what hosts said. */
  readonly hosts?: Pick<FeedStore, 'host' | 'putHost'>
}

/**
 * Fetches as a polite citizen of the web: keeps to robots.txt, to a pace for each host and to what a host asked with Retry-After, at every
 * hop of a chain of redirects.
 */
export class PoliteFetcher {
  private readonly gate: HostGate
  private readonly clock: Clock
  private readonly options: PoliteOptions
  private readonly sites = new Map<string, Promise<Known>>()

  constructor(options: PoliteOptions = {}) {
    this.options = options
    this.clock = options.clock ?? systemClock
    this.gate = new HostGate(this.clock)
  }

  readonly fetch = async (url: string, options: FetchOptions): Promise<Fetched> => {
    let host = ''
    const fetched = await fetchUrl(url, {
      ...this.network(options),
      before: async (target) => {
        host = target.host
        return this.mayAsk(target, options)
      },
    })
    if (fetched.kind === 'failed' && fetched.retryAfter !== null)
      await this.remember(host, fetched.retryAfter)
    return fetched
  }

  private network(options: FetchOptions): FetchOptions {
    const { userAgent, resolve, timeoutMs, signal } = this.options
    return {
      ...(userAgent === undefined ? {} : { userAgent }),
      ...(resolve === undefined ? {} : { resolve }),
      ...(timeoutMs === undefined ? {} : { timeoutMs }),
      ...(signal === undefined ? {} : { signal }),
      ...options,
    }
  }

  private async mayAsk(target: URL, options: FetchOptions): Promise<FetchFailure | null> {
    const { robots } = await this.siteOf(target, options)
    if ('kind' in robots) return robots
    const held = this.gate.heldFor(target.host)
    if (held > 0) {
      const message = `The host ${target.host} asked to be left alone for another ${Math.ceil(held / 1000)} seconds.`
      return failed('too-many-requests', message, { transient: true, retryAfter: held })
    }
    if (!robots.allows(target.href))
      return failed(
        'robots-forbidden',
        `The robots.txt of ${target.host} forbids to fetch ${target.pathname.slice(0, 100)}. Ask the site, or save the page and read the file.`,
      )
    await this.gate.turn(target.host, robots.delay, this.options.signal)
    return null
  }

  /** What a site says, asked for once however many want to know. */
  private async siteOf(target: URL, options: FetchOptions): Promise<Known> {
    const { origin } = target
    const known = this.sites.get(origin)
    if (known !== undefined) {
      const site = await known
      if (site.until > this.clock.now()) return site
      // Another may have begun to ask while this one looked.
      if (this.sites.get(origin) !== known) return this.siteOf(target, options)
    }
    const asking = this.askSite(target, options)
    this.sites.set(origin, asking)
    if (this.sites.size > SITES) this.sites.delete(this.sites.keys().next().value!)
    return asking
  }

  private async askSite(
    { origin, host }: URL,
    { allowPrivate = false }: Pick<FetchOptions, 'allowPrivate'>,
  ): Promise<Known> {
    const now = this.clock.now()
    const kept = (await this.options.hosts?.host(origin)) ?? null
    if (kept?.holdUntil) this.gate.hold(host, Date.parse(kept.holdUntil))
    if (kept?.robots && Date.parse(kept.robots.at) + ROBOTS_FOR > now)
      return {
        robots: robotsOf(origin, kept.robots.text),
        until: Date.parse(kept.robots.at) + ROBOTS_FOR,
      }
    await this.gate.turn(host, null, this.options.signal)
    const fetched = await fetchUrl(
      `${origin}/robots.txt`,
      this.network({ allowPrivate, maxBytes: ROBOTS_BYTES, timeoutMs: ROBOTS_TIMEOUT, accept: 'text/plain' }),
    )
    if (fetched.kind === 'failed' && !isAbsent(fetched)) {
      const robots =
        fetched.code === 'private-address' || fetched.code === 'stopped'
          ? fetched
          : unknownRules(host, fetched)
      return { robots, until: fetched.transient ? now + ROBOTS_RETRY : now }
    }
    const text = fetched.kind === 'fetched' ? rulesIn(fetched.bytes) : ''
    const holdUntil = kept?.holdUntil ?? null
    await this.options.hosts?.putHost(origin, {
      robots: { text, at: new Date(now).toISOString() },
      holdUntil,
    })
    return { robots: text === '' ? ALLOWS_ALL : robotsOf(origin, text), until: now + ROBOTS_FOR }
  }

  private async remember(host: string, retryAfter: number): Promise<void> {
    const until = this.clock.now() + retryAfter
    this.gate.hold(host, until)
    const { hosts } = this.options
    if (hosts === undefined) return
    for (const scheme of ['http:', 'https:']) {
      const origin = `${scheme}//${host}`
      if (!this.sites.has(origin)) continue
      const { robots = null } = (await hosts.host(origin)) ?? {}
      await hosts.putHost(origin, { robots, holdUntil: new Date(until).toISOString() })
    }
  }
}

/** RFC 9309 2.3.1.3: what the server says is not there forbids nothing; so does a chain of redirects without end (2.3.1.2). */
function isAbsent({ status, code, transient }: FetchFailure): boolean {
  return (
    (status !== null && status >= 400 && status < 500 && !transient) ||
    (code === 'http-error' && status === null)
  )
}

/** RFC 9309 2.3.1.4: where the rules cannot be had, everything has to be taken as forbidden for the time being. */
function unknownRules(host: string, { message, retryAfter }: FetchFailure): FetchFailure {
  return failed(
    'robots-unreachable',
    `The robots.txt of ${host} could not be had, so nothing there is fetched for now: ${message}`,
    { transient: true, retryAfter },
  )
}

function rulesIn(bytes: Uint8Array): string {
  const decoded = decodeBytes(bytes)
  // A page that a server shows for every address, or a picture, is no set of rules.
  return decoded.kind === 'text' && !/^\s*</u.test(decoded.text) ? decoded.text : ''
}
