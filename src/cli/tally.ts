import type { Report } from '../document/report.ts'
import type { Appended } from '../store/port.ts'
import type { ReadResult } from './read-item.ts'

/** Counts of one run, for the summary at its end. */
export interface Tally {
  read: number
  unread: number
  skipped: number
  events: number
  /** Items under embargo now, withheld, and taken back. */
  readonly held: Map<string, number>
  readonly outcomes: Map<Appended['outcome'], number>
  /** Diagnostic code to count, with the first document it was seen in. */
  readonly codes: Map<string, { count: number; first: string; message: string }>
  add(result: ReadResult): void
  stored(outcome: Appended['outcome']): void
}

export function createTally(): Tally {
  return {
    read: 0,
    unread: 0,
    skipped: 0,
    events: 0,
    held: new Map(),
    outcomes: new Map(),
    codes: new Map(),
    add(result) {
      const diagnostics = result.kind === 'report' ? result.report.diagnostics : result.diagnostics
      const id = result.kind === 'report' ? result.report.id : result.id
      if (result.kind === 'report') {
        this.read++
        this.events += result.report.events.length
        const held = heldAs(result.report)
        if (held !== null) this.held.set(held, (this.held.get(held) ?? 0) + 1)
      } else if (diagnostics.every((d) => d.severity === 'info')) this.skipped++
      else this.unread++
      for (const d of diagnostics) {
        const seen = this.codes.get(d.code)
        if (seen) seen.count++
        else this.codes.set(d.code, { count: 1, first: id, message: d.message })
      }
    },
    stored(outcome) {
      this.outcomes.set(outcome, (this.outcomes.get(outcome) ?? 0) + 1)
    },
  }
}

/** Why an item is not shown, or not yet; null for all others. */
function heldAs({ source: { item } }: Report): string | null {
  if (item === undefined) return null
  if (item.status !== 'usable') return item.status === 'canceled' ? 'taken back by who sent it' : 'withheld'
  const isHeld = item.embargoed !== null && item.embargoed > new Date().toISOString()
  return isHeld ? 'under embargo, shown when it ends' : null
}

export function summary(tally: Tally): string {
  const lines = [
    `${tally.read} read, ${tally.unread} unread${tally.skipped > 0 ? `, ${tally.skipped} left out` : ''}; ${tally.events} events found`,
  ]
  const names: Readonly<Record<Appended['outcome'], string>> = {
    new: 'new',
    same: 'known already',
    reread: 'read anew',
    copy: 'copies of a known text',
    forgotten: 'forgotten on purpose and left out',
  }
  if (tally.outcomes.size > 0)
    lines.push([...tally.outcomes].map(([outcome, n]) => `${n} ${names[outcome]}`).join(', '))
  if (tally.held.size > 0) lines.push([...tally.held].map(([why, n]) => `${n} ${why}`).join(', '))
  for (const [code, { count, first, message }] of tally.codes)
    lines.push(`  ${code} x${count}, first in ${first}: ${message}`)
  return lines.join('\n')
}
