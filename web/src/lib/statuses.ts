import type { Status } from '../../../src/document/report.ts'

/** As a choice: what is, what is said, what may come, what is not. */
const ORDER: Readonly<Record<Status, number>> = {
  asserted: 0,
  claimed: 1,
  historical: 2,
  announced: 3,
  planned: 4,
  promised: 5,
  offered: 6,
  conditional: 7,
  hypothetical: 8,
  denied: 9,
  'ruled-out': 10,
  negated: 11,
}

export const STATUS_ORDER = (Object.keys(ORDER) as Status[]).sort((a, b) => ORDER[a] - ORDER[b])
