import type { Stats } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import { glob, isDynamicPattern } from 'tinyglobby'
import { unread } from './items.ts'
import type { IngestItem } from './types.ts'

/** A file found, or the reason why a path gives none. */
export type Found =
  | { readonly kind: 'file'; readonly path: string; readonly size: number; readonly isNamed: boolean }
  | IngestItem

/** The files that a path, folder or glob names, in the order of their names (code units); folders are entered once. */
export async function* filesAt(path: string): AsyncGenerator<Found> {
  const stats = await statOf(path)
  if (stats.kind === 'stats') yield* walk(path, stats.stats)
  else if (stats.code === 'ENOENT' && isDynamicPattern(path)) yield* globbed(path)
  else yield missing(path, stats.code)
}

async function* globbed(pattern: string): AsyncGenerator<Found> {
  const matches = await glob(pattern, {
    onlyFiles: false,
    dot: false,
    expandDirectories: false,
    followSymbolicLinks: false,
    absolute: pattern.startsWith('/'),
  })
  if (matches.length === 0)
    yield unread(
      pattern,
      'not-found',
      'error',
      'No file matches this pattern. Check it, and quote it so that the shell leaves it alone.',
    )
  for (const match of matches.map((found) => found.replace(/\/$/, '')).sort(byCodeUnits)) {
    const stats = await statOf(match)
    if (stats.kind === 'missing') yield missing(match, stats.code)
    else if (!stats.stats.isDirectory()) yield* walk(match, stats.stats)
  }
}

async function* walk(root: string, rootStats: Stats): AsyncGenerator<Found> {
  const visited = new Set<string>()
  const stack: { path: string; stats: Stats | null; isNamed: boolean }[] = [
    { path: root, stats: rootStats, isNamed: true },
  ]
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { path, isNamed } = next
    const known = next.stats ? ({ kind: 'stats', stats: next.stats } as const) : await statOf(path)
    if (known.kind === 'missing') {
      yield missing(path, known.code)
      continue
    }
    const { stats } = known
    if (stats.isFile()) yield { kind: 'file', path, size: stats.size, isNamed }
    else if (!stats.isDirectory())
      yield unread(
        path,
        'not-a-file',
        'warning',
        'It is a socket, pipe or device and was not opened. Use "-" to read standard input.',
      )
    else {
      const entries = await entriesOf(path, visited)
      if (typeof entries === 'string') yield missing(path, entries)
      else
        for (const name of entries.reverse())
          stack.push({
            path: path.endsWith('/') ? path + name : `${path}/${name}`,
            stats: null,
            isNamed: false,
          })
    }
  }
}

/** Names in a folder, sorted, hidden ones left out; none when it was visited before; an error code when it can't be read. */
async function entriesOf(path: string, visited: Set<string>): Promise<string[] | string> {
  try {
    const real = await realpath(path)
    if (visited.has(real)) return []
    visited.add(real)
    return (await readdir(path)).filter((name) => !name.startsWith('.')).sort(byCodeUnits)
  } catch (error) {
    return codeOf(error)
  }
}

async function statOf(
  path: string,
): Promise<{ kind: 'stats'; stats: Stats } | { kind: 'missing'; code: string }> {
  try {
    return { kind: 'stats', stats: await stat(path) }
  } catch (error) {
    return { kind: 'missing', code: codeOf(error) }
  }
}

export function missing(path: string, code: string): IngestItem {
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return unread(path, 'not-found', 'error', 'There is no such file or folder. Check the path.')
  if (code === 'ELOOP') return unread(path, 'not-found', 'warning', 'It is a link that leads back to itself.')
  return unread(path, 'not-readable', 'error', `It could not be opened (${code}). Check its permissions.`)
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : String(error)
}

function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
