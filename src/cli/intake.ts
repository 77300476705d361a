import type { Report } from '../document/report.ts'
import type { Mark, Resume } from '../ingest/types.ts'
import type { Progress, Store } from '../store/port.ts'
import type { ReadResult } from './read-item.ts'
import type { Tally } from './tally.ts'

/** Results in one transaction: few enough that a break costs little, enough that the disk is not the bound. */
const BATCH = 25

/** Takes results into the store, and with them, in the same transaction, how far their sources were read. */
export class Intake {
  private readonly store: Pick<Store, 'append'>
  private readonly tally: Tally
  private reports: Report[] = []
  private unread: { id: string; code: string; message: string }[] = []
  private readonly progress = new Map<string, Progress>()
  private open: Mark | null = null

  constructor(store: Pick<Store, 'append'>, tally: Tally) {
    this.store = store
    this.tally = tally
  }

  /** Results come in the order of their sources. */
  async take(result: ReadResult): Promise<void> {
    const { mark = null } = result
    this.tally.add(result)
    if (mark?.source !== this.open?.source) this.end()
    if (mark !== null) this.progress.set(mark.source, { ...mark, isDone: false })
    this.open = mark
    if (result.kind === 'report') this.reports.push(result.report)
    else if (result.diagnostics.some(({ severity }) => severity !== 'info')) {
      const [first] = result.diagnostics
      this.unread.push({ id: result.id, code: first!.code, message: first!.message })
    }
    if (this.reports.length + this.unread.length >= BATCH) await this.flush()
  }

  /** The source that results came from was read to its end. */
  end(): void {
    if (this.open === null) return
    const { source, fingerprint, records } = this.open
    this.progress.set(source, { source, fingerprint, records: records + 1, isDone: true })
    this.open = null
  }

  async flush(): Promise<void> {
    const { reports, unread } = this
    const progress = [...this.progress.values()]
    this.reports = []
    this.unread = []
    this.progress.clear()
    for (const { outcome } of await this.store.append(reports, { unread, progress }))
      this.tally.stored(outcome)
  }
}

/** A run that broke goes on where it stopped; one that is watched leaves out what was read to its end. */
export function resumeFrom(store: Pick<Store, 'progressOf'>, salt: string, isWatched: boolean): Resume {
  return {
    salt,
    async takenOf(source, fingerprint) {
      const known = await store.progressOf(source)
      if (known === null || known.fingerprint !== fingerprint) return 0
      if (!known.isDone) return known.records
      return isWatched ? 'all' : 0
    },
  }
}
