import { Problem } from './problem.ts'

export interface Page<Item> {
  readonly items: readonly Item[]
  readonly offset: number
  /** Cursor of the page that follows; null on the last. */
  readonly next: string | null
}

export interface PageQuery {
  readonly limit: number
  readonly offset?: number | undefined
  readonly cursor?: string | undefined
}

/**
 * One page of a list. A cursor names the last item that was given, so that a chronicle that grows meanwhile neither repeats nor skips
 * what comes after it.
 *
 * @throws Problem 410 `cursor-gone` when that item is no longer in the list
 */
export function pageOf<Item>(
  all: readonly Item[],
  keyOf: (item: Item) => string,
  { limit, offset = 0, cursor }: PageQuery,
): Page<Item> {
  const start = cursor === undefined ? offset : startAfter(all, keyOf, cursor)
  const items = all.slice(start, start + limit)
  const more = items.length > 0 && start + items.length < all.length
  return {
    items,
    offset: start,
    next: more ? Buffer.from(keyOf(items.at(-1)!)).toString('base64url') : null,
  }
}

function startAfter<Item>(all: readonly Item[], keyOf: (item: Item) => string, cursor: string): number {
  const key = Buffer.from(cursor, 'base64url').toString()
  const index = all.findIndex((item) => keyOf(item) === key)
  if (index >= 0) return index + 1
  throw new Problem(
    410,
    'cursor-gone',
    'What this cursor stood at is no longer in the list',
    'Start again without a cursor.',
  )
}
