import { revision } from './revision.svelte.ts'
import { settings } from './settings.svelte.ts'

type Kind = 'new' | 'changed' | 'retracted'
const KINDS: readonly Kind[] = ['new', 'changed', 'retracted']

/** What the page reads of a streamed change. */
interface Streamed {
  readonly causes: readonly { readonly kind: string; readonly by?: string }[]
}

/** Quiet for so long, in ms, before what came is told: reading a folder brings many changes in a row. */
const SETTLES = 800
/** Waits before the stream is tried again when the server refused it; a lost connection the browser mends itself. */
const AGAIN = 30_000
/** How long the note stays that says what is now on show. */
const NOTED = 8_000

/** Listens to what changes, counts it, and has it shown when someone asks or when the list stands at its top. */
class News {
  counts = $state.raw<Readonly<Record<Kind, number>>>({ new: 0, changed: 0, retracted: 0 })
  /** The reader was away for longer than the stream remembers. */
  some = $state(false)
  /** What was just taken in by itself. */
  taken = $state.raw<Readonly<Record<Kind, number>> | null>(null)
  readonly pending = $derived(this.some || KINDS.some((kind) => this.counts[kind] > 0))
  /** Whether what comes may be shown at once. */
  atTop: () => boolean = () => false
  #cursor: string | null = null
  #waiting: Record<Kind, number> = { new: 0, changed: 0, retracted: 0 }
  #timer: ReturnType<typeof setTimeout> | undefined

  /**
   * @param filter what is shown, as `from=2014&…` without `?`
   * @returns to be called when nobody listens any more
   */
  listen(filter: string): () => void {
    let source: EventSource | null = null
    let retry: ReturnType<typeof setTimeout> | undefined
    const open = () => {
      const query = new URLSearchParams(filter)
      if (this.#cursor !== null) query.set('cursor', this.#cursor)
      source = new EventSource(`/api/v1/stream?${query}`)
      for (const kind of KINDS)
        source.addEventListener(kind, (event) => this.#hear(kind, event as MessageEvent<string>))
      source.addEventListener('reset', (event) => {
        this.#cursor = (event as MessageEvent<string>).lastEventId || this.#cursor
        this.some = true
      })
      source.onerror = () => {
        if (source?.readyState !== EventSource.CLOSED || document.hidden) return
        retry = setTimeout(open, AGAIN)
      }
    }
    const close = () => {
      clearTimeout(retry)
      source?.close()
      source = null
    }
    // A browser has six connections to one server: a page that nobody sees gives its own back, and catches up afterwards.
    const turn = () => {
      if (document.hidden) close()
      else if (source === null) {
        if (this.#cursor === null) revision.count++
        open()
      }
    }
    if (!document.hidden) open()
    document.addEventListener('visibilitychange', turn)
    return () => {
      document.removeEventListener('visibilitychange', turn)
      close()
    }
  }

  /** Has what is in view asked for anew. */
  show = (): void => {
    this.counts = { new: 0, changed: 0, retracted: 0 }
    this.some = false
    revision.count++
  }

  #hear(kind: Kind, { data, lastEventId }: MessageEvent<string>): void {
    if (lastEventId !== '') this.#cursor = lastEventId
    const { causes } = JSON.parse(data) as Streamed
    // What someone just decided here is on show already.
    if (causes.length > 0 && causes.every(({ kind, by }) => kind === 'decision' && by === settings.reviewer))
      return
    this.#waiting[kind]++
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#settle(), SETTLES)
  }

  #settle(): void {
    const fresh = this.#waiting
    this.#waiting = { new: 0, changed: 0, retracted: 0 }
    const { counts } = this
    this.counts = {
      new: counts.new + fresh.new,
      changed: counts.changed + fresh.changed,
      retracted: counts.retracted + fresh.retracted,
    }
    if (!this.atTop()) return
    const taken = this.counts
    this.show()
    this.taken = taken
    setTimeout(() => {
      if (this.taken === taken) this.taken = null
    }, NOTED)
  }
}

export const news = new News()
