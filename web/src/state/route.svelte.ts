/** The filter as it stands in the address; empty values are left out. */
export const FILTER_KEYS = [
  'text',
  'actor',
  'acting',
  'receiving',
  'place',
  'type',
  'status',
  'source',
  'minConfidence',
  'from',
  'to',
  'since',
] as const
export type FilterKey = (typeof FILTER_KEYS)[number]
export type FilterFields = Readonly<Partial<Record<FilterKey, string>>>

export const NAV = [
  'chronicle',
  'stories',
  'map',
  'actors',
  'figures',
  'disputed',
  'review',
  'search',
] as const
export type ViewName = (typeof NAV)[number] | 'actor' | 'story' | 'dossier'
/** Views of one thing, whose key stands in the address. */
export type KeyedView = 'actor' | 'story'

const PATHS: Readonly<Record<Exclude<ViewName, KeyedView>, string>> = {
  chronicle: '/',
  stories: '/stories',
  map: '/map',
  actors: '/actors',
  figures: '/figures',
  disputed: '/disputed',
  review: '/review',
  search: '/search',
  dossier: '/dossier',
}

/** The address is the state: which view, what is filtered, what is searched for, which event is open. */
class Route {
  view = $state<ViewName>('chronicle')
  /** Of the actor's or the story's page. */
  key = $state('')
  filter = $state.raw<FilterFields>({})
  /** What is searched for, or asked of the figures. */
  q = $state('')
  /** In which of its shapes a view stands; empty: the first. */
  shape = $state('')
  eventId = $state<string | null>(null)
  /** The mention that the address points at, after the hash. */
  mention = $state<string | null>(null)

  constructor() {
    this.#read()
    addEventListener('popstate', () => this.#read())
  }

  /** Of the filter, with `?`, or empty. */
  get query(): string {
    return queryOf(this.filter)
  }

  /** Like `query`, without one of its parts. */
  queryWithout(...keys: readonly FilterKey[]): string {
    return queryOf(
      Object.fromEntries(Object.entries(this.filter).filter(([key]) => !keys.includes(key as FilterKey))),
    )
  }

  hrefOf(eventId: string | null): string {
    if (this.view === 'chronicle' && eventId !== null)
      return `/event/${encodeURIComponent(eventId)}${this.query}`
    return this.#href(this.view, this.key, {
      ...(this.q && { q: this.q }),
      ...(this.shape && { as: this.shape }),
      ...(eventId && { event: eventId }),
    })
  }

  /** The filter goes along from view to view. */
  hrefOfView(view: Exclude<ViewName, KeyedView>): string {
    return this.#href(view, '', {})
  }

  hrefOfActor(key: string): string {
    return this.#href('actor', key, {})
  }

  /** @param key of the story, or the id of one of its events */
  hrefOfStory(key: string): string {
    return this.#href('story', key, {})
  }

  /** Follows a link within the application. */
  go(href: string): void {
    if (href !== location.pathname + location.search) history.pushState(null, '', href)
    this.#read()
  }

  setFilter(changes: Partial<Record<FilterKey, string>>): void {
    const merged = { ...this.filter, ...changes }
    this.filter = Object.fromEntries(Object.entries(merged).filter(([, value]) => value))
    this.#replace()
  }

  clearFilter(): void {
    this.filter = {}
    this.#replace()
  }

  setSearch(q: string): void {
    this.q = q
    this.#replace()
  }

  setShape(shape: string): void {
    this.shape = shape
    this.#replace()
  }

  /** Going from one open event to the next is one step back, not many. */
  open(eventId: string): void {
    if (eventId === this.eventId) return
    const href = this.hrefOf(eventId)
    if (this.eventId === null) history.pushState(null, '', href)
    else history.replaceState(null, '', href)
    this.eventId = eventId
    this.mention = null
  }

  close(): void {
    if (this.eventId === null) return
    this.eventId = null
    this.mention = null
    history.pushState(null, '', this.hrefOf(null))
  }

  #href(view: ViewName, key: string, more: Record<string, string>): string {
    const path = view === 'actor' || view === 'story' ? `/${view}/${encodeURIComponent(key)}` : PATHS[view]
    return path + queryOf({ ...this.filter, ...more })
  }

  #replace(): void {
    history.replaceState(null, '', this.hrefOf(this.eventId))
  }

  #read(): void {
    const params = new URLSearchParams(location.search)
    this.filter = Object.fromEntries(
      FILTER_KEYS.flatMap((key) => {
        const value = params.get(key)
        return value ? [[key, value]] : []
      }),
    )
    this.q = params.get('q') ?? ''
    this.shape = params.get('as') ?? ''
    const path = location.pathname
    const event = /^\/event\/([^/]+)$/.exec(path)?.[1]
    const keyed = /^\/(actor|story)\/([^/]+)$/.exec(path)
    this.key = keyed ? decodeURIComponent(keyed[2]!) : ''
    this.view = keyed
      ? (keyed[1] as KeyedView)
      : ((Object.keys(PATHS) as (keyof typeof PATHS)[]).find((view) => PATHS[view] === path) ?? 'chronicle')
    this.eventId = event ? decodeURIComponent(event) : params.get('event')
    this.mention = /^#m-(\w+)$/.exec(location.hash)?.[1] ?? null
  }
}

function queryOf(fields: Readonly<Record<string, string>>): string {
  const params = new URLSearchParams(fields).toString()
  return params ? `?${params}` : ''
}

export const route = new Route()

/** For links within the application: `onclick={follow}`. A click with a modifier key stays the browser's own. */
export function follow(click: MouseEvent): void {
  if (click.metaKey || click.ctrlKey || click.shiftKey || click.altKey || click.button !== 0) return
  const link = (click.currentTarget as HTMLElement).closest('a')
  if (!link) return
  click.preventDefault()
  route.go(link.pathname + link.search)
}
