/** The filter as it stands in the address; empty values are left out. */
export const FILTER_KEYS = [
  'text',
  'actor',
  'place',
  'type',
  'status',
  'from',
  'to',
  'since',
  'minConfidence',
] as const
export type FilterKey = (typeof FILTER_KEYS)[number]
export type FilterFields = Readonly<Partial<Record<FilterKey, string>>>

/** The address is the state: what is filtered and which event is open. */
class Route {
  filter = $state.raw<FilterFields>({})
  eventId = $state<string | null>(null)

  constructor() {
    this.#read()
    addEventListener('popstate', () => this.#read())
  }

  /** Of the filter, with `?`, or empty. */
  get query(): string {
    const params = new URLSearchParams(this.filter as Record<string, string>).toString()
    return params ? `?${params}` : ''
  }

  hrefOf(eventId: string | null): string {
    return (eventId === null ? '/' : `/event/${encodeURIComponent(eventId)}`) + this.query
  }

  setFilter(changes: Partial<Record<FilterKey, string>>): void {
    const merged = { ...this.filter, ...changes }
    this.filter = Object.fromEntries(Object.entries(merged).filter(([, value]) => value))
    history.replaceState(null, '', this.hrefOf(this.eventId))
  }

  clearFilter(): void {
    this.filter = {}
    history.replaceState(null, '', this.hrefOf(this.eventId))
  }

  /** Going from one open event to the next is one step back, not many. */
  open(eventId: string): void {
    if (eventId === this.eventId) return
    const href = this.hrefOf(eventId)
    if (this.eventId === null) history.pushState(null, '', href)
    else history.replaceState(null, '', href)
    this.eventId = eventId
  }

  close(): void {
    if (this.eventId === null) return
    this.eventId = null
    history.pushState(null, '', this.hrefOf(null))
  }

  #read(): void {
    const params = new URLSearchParams(location.search)
    this.filter = Object.fromEntries(
      FILTER_KEYS.flatMap((key) => {
        const value = params.get(key)
        return value ? [[key, value]] : []
      }),
    )
    const match = /^\/event\/([^/]+)$/.exec(location.pathname)
    this.eventId = match ? decodeURIComponent(match[1]!) : null
  }
}

export const route = new Route()
