import { stat } from 'node:fs/promises'
import { watch } from 'chokidar'
import { LagebildError } from '../base/errors.ts'
import { systemClock } from './feeds/clock.ts'
import { codeOf } from './walk.ts'

export interface WatchOptions {
  /** Milliseconds for which a file must stay as it is before it counts as written. */
  readonly settle: number
  /** Looks at every file again and again instead of being told: for network drives. */
  readonly poll: boolean
  readonly signal: AbortSignal
}

/** How often files that are being written are looked at, in ms. */
const LOOK = 200

interface Seen {
  readonly size: number
  readonly modified: number
  /** When it was first seen like this. */
  readonly since: number
}

/**
 * The files of folders, those that are there and then every new or changed one, as soon as nobody writes to it any more; the oldest first.
 * Ends with the signal.
 *
 * @throws LagebildError `watch-failed`
 */
export async function* settledFiles(
  folders: readonly string[],
  { settle, poll, signal }: WatchOptions,
): AsyncGenerator<string> {
  const pending = new Map<string, Seen | null>()
  let failure: unknown = null
  const watcher = watch([...folders], {
    ignored: (path, stats) =>
      isHidden(path, folders) || (stats !== undefined && !stats.isFile() && !stats.isDirectory()),
    usePolling: poll,
    // A link could lead out of the folder, or in a circle.
    followSymlinks: false,
    atomic: false,
  })
  watcher.on('add', (path) => void pending.set(path, null))
  watcher.on('change', (path) => void pending.set(path, null))
  watcher.on('unlink', (path) => void pending.delete(path))
  watcher.on('error', (error) => {
    failure = error
  })
  try {
    while (!signal.aborted) {
      if (failure !== null)
        throw new LagebildError(
          'watch-failed',
          `The folder cannot be watched any more (${codeOf(failure)})`,
          'Check its permissions; on a network drive, or where too many files are watched, use --poll.',
        )
      for (const path of await ready(pending, settle)) {
        if (signal.aborted) return
        // What changed while others were read has to settle again.
        if (!pending.has(path) || pending.get(path) === null) continue
        pending.delete(path)
        yield path
      }
      await systemClock.sleep(LOOK, signal)
    }
  } finally {
    await watcher.close()
  }
}

/** Files that have stayed as they are for long enough. */
async function ready(pending: Map<string, Seen | null>, settle: number): Promise<string[]> {
  const found: { path: string; modified: number }[] = []
  for (const [path, seen] of [...pending]) {
    let stats: Awaited<ReturnType<typeof stat>>
    try {
      stats = await stat(path)
    } catch {
      // It is gone, or cannot be looked at: there is nothing to read.
      pending.delete(path)
      continue
    }
    const now = Date.now()
    const modified = Number(stats.mtimeMs)
    const isSame = seen !== null && seen.size === stats.size && seen.modified === modified
    const since = isSame ? seen.since : now
    pending.set(path, { size: Number(stats.size), modified, since })
    if (now - Math.min(since, modified) >= settle) found.push({ path, modified })
  }
  return found.sort((a, b) => a.modified - b.modified || (a.path < b.path ? -1 : 1)).map(({ path }) => path)
}

function isHidden(path: string, folders: readonly string[]): boolean {
  const root = folders.find((folder) => path.startsWith(folder)) ?? ''
  return path
    .slice(root.length)
    .split(/[/\\]/u)
    .some((name) => name.startsWith('.') && name.length > 1)
}
