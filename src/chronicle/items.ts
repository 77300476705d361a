import type { NewsItem } from '../document/report.ts'
import type { Superseded } from './types.ts'

/** What the chronicle goes by of a newsroom item. */
export type ItemFacts = Pick<NewsItem, 'uri' | 'version' | 'created' | 'status' | 'corrects' | 'replaces'>

interface Versioned {
  readonly item: ItemFacts | null
  readonly recordedAt: string
  readonly reading: string
}

/** Strictest last: of two versions that nothing else tells apart the stricter one holds. */
const STRICTNESS: readonly NewsItem['status'][] = ['usable', 'withheld', 'canceled']

/** Of two versions of one item: by version number, by when they were made, by when they were recorded, by how strict they are. */
export function isLaterVersion(a: Versioned, b: Versioned): boolean {
  const [left, right] = [a.item!, b.item!]
  const numbers = [numberOf(left), numberOf(right)] as const
  if (numbers[0] !== null && numbers[1] !== null && numbers[0] !== numbers[1]) return numbers[0] > numbers[1]
  if (left.created !== null && right.created !== null && left.created !== right.created)
    return left.created > right.created
  if (a.recordedAt !== b.recordedAt) return a.recordedAt > b.recordedAt
  const strictness = STRICTNESS.indexOf(left.status) - STRICTNESS.indexOf(right.status)
  return strictness === 0 ? a.reading > b.reading : strictness > 0
}

/** What a later version does to those before it. */
export function kindOfVersion({ status, corrects }: ItemFacts): Superseded['kind'] {
  if (status !== 'usable') return 'withdrawal'
  return corrects ? 'correction' : 'version'
}

function numberOf({ version }: ItemFacts): number | null {
  return version !== null && /^\d{1,15}$/.test(version) ? Number(version) : null
}
