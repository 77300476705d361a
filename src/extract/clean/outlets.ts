/** The entries of the codebook that this room needs. */
export interface OutletEntry {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly domains: readonly string[]
  readonly kind: 'agency' | 'outlet' | 'distributor'
}

/** Outlets by name and by domain. */
export interface OutletIndex {
  /** By a name or alias, as a whole; agencies' lower-case signs (`dpa`) and upper-case ones alike. */
  byName(name: string): OutletEntry | null
  /** By the host of a url, or by one of its parent domains. */
  byHost(host: string): OutletEntry | null
  /** All names in a short text, in order, longest first at one place. */
  within(text: string): OutletEntry[]
}

const WORD = /[\p{L}\p{N}]/u

export function outletIndex(outlets: readonly OutletEntry[]): OutletIndex {
  const names = new Map<string, OutletEntry>()
  const domains = new Map<string, OutletEntry>()
  for (const outlet of outlets) {
    for (const name of [outlet.name, ...outlet.aliases]) {
      const key = keyOf(name)
      if (key !== '' && !names.has(key)) names.set(key, outlet)
    }
    for (const domain of outlet.domains) domains.set(domain.toLowerCase().replace(/^www\./, ''), outlet)
  }
  const longest = Math.max(0, ...[...names.keys()].map((name) => name.split(' ').length))
  return {
    byName: (name) => names.get(keyOf(name)) ?? null,
    byHost: (host) => byHost(domains, host),
    within: (text) => within(names, longest, text),
  }
}

function keyOf(name: string): string {
  return name.trim().replace(/\s+/gu, ' ').toLowerCase()
}

function byHost(domains: ReadonlyMap<string, OutletEntry>, host: string): OutletEntry | null {
  let rest = host.toLowerCase().replace(/\.$/, '')
  while (rest.includes('.')) {
    const found = domains.get(rest)
    if (found) return found
    rest = rest.slice(rest.indexOf('.') + 1)
  }
  return null
}

function within(names: ReadonlyMap<string, OutletEntry>, longest: number, text: string): OutletEntry[] {
  const words = text
    .split(/[\s/,;|()[\]+&]+/u)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
  const found: OutletEntry[] = []
  let at = 0
  while (at < words.length) {
    let taken = 1
    for (let length = Math.min(longest, words.length - at); length >= 1; length--) {
      const name = words.slice(at, at + length).join(' ')
      const entry = WORD.test(name) ? names.get(keyOf(name)) : undefined
      if (!entry) continue
      if (!found.includes(entry)) found.push(entry)
      taken = length
      break
    }
    at += taken
  }
  return found
}
