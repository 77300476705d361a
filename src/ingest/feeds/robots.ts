import parser from 'robots-parser'

/** What a site's robots.txt says to us (RFC 9309). */
export interface Robots {
  allows(url: string): boolean
  /** Milliseconds between two requests; null where it asks for none. */
  readonly delay: number | null
}

// The package is CommonJS and exports the function itself; its types speak of a default export.
const robotsParser = parser as unknown as typeof parser.default

/** By this name robots.txt speaks to us. */
export const ROBOT = 'lagebild'
/** A site that asks for more than this between two requests gets this. */
const MAX_DELAY = 60_000

export const ALLOWS_ALL: Robots = { allows: () => true, delay: null }

/** @param origin of the site, `https://example.org` */
export function robotsOf(origin: string, text: string): Robots {
  const rules = robotsParser(`${origin}/robots.txt`, text)
  const seconds = rules.getCrawlDelay(ROBOT)
  return {
    allows: (url) => rules.isAllowed(url, ROBOT) !== false,
    delay: seconds === undefined || !(seconds > 0) ? null : Math.min(seconds * 1000, MAX_DELAY),
  }
}
