import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseEdtf } from '../base/calendar.ts'
import { LagebildError } from '../base/errors.ts'
import { hashOf } from '../base/ids.ts'
import { Cursor } from './archive/cursor.ts'
import { isContainerName } from './archive/kind.ts'
import { Budget } from './archive/limits.ts'
import { contentItems, failureOf } from './content.ts'
import { unread } from './items.ts'
import { stdinItems } from './stdin.ts'
import type { IngestItem, Mark, ReadOptions } from './types.ts'
import { urlItems } from './url-items.ts'
import { codeOf, filesAt, missing } from './walk.ts'

/**
 * Reads files, folders (recursively), globs, `-` (standard input) and http(s) urls, in the order given and one at a time; archives,
 * mailboxes and dumps are parted into their records. A source that can't be read is an item of its own and stops nothing.
 * @throws LagebildError `bad-date` when `options.published` is no EDTF date
 */
export async function* readInputs(
  paths: readonly string[],
  options: ReadOptions = {},
): AsyncGenerator<IngestItem> {
  if (options.published !== undefined && parseEdtf(options.published) === null) {
    throw new LagebildError(
      'bad-date',
      `"${options.published}" is no date that can be read`,
      'Give it as 2014-01-05, 2014-01 or 2014-01-05T19:09-05:00.',
    )
  }
  for (const path of paths) {
    if (path === '-') yield* stdinItems(options)
    else if (/^https?:\/\//iu.test(path)) yield* urlItems(path, options)
    else {
      for await (const found of filesAt(path)) {
        if (found.kind === 'file') yield* fileItems(found.path, found.isNamed, options)
        else yield found
      }
    }
  }
}

/**
 * One file, from where it was left if it was begun before.
 * @param isNamed asked for by name: read whatever its ending is
 */
export async function* fileItems(
  path: string,
  isNamed: boolean,
  options: ReadOptions,
): AsyncGenerator<IngestItem> {
  try {
    const { size, mtimeMs } = await stat(path)
    if (size === 0) {
      yield unread(path, 'empty', 'warning', 'The file is empty. Check that it was saved completely.')
      return
    }
    const source = hashOf('source', resolve(path))
    const fingerprint = hashOf(size, mtimeMs, options.resume?.salt ?? '')
    const taken = (await options.resume?.takenOf(source, fingerprint)) ?? 0
    if (taken === 'all') return
    const cursor = new Cursor(taken)
    const marked = (item: IngestItem): IngestItem =>
      options.resume === undefined
        ? item
        : { ...item, mark: { source, fingerprint, records: cursor.before } satisfies Mark }
    for await (const item of itemsIn(path, size, isNamed, cursor, options)) yield marked(item)
  } catch (error) {
    yield missing(path, codeOf(error))
  }
}

async function* itemsIn(
  path: string,
  size: number,
  isNamed: boolean,
  cursor: Cursor,
  options: ReadOptions,
): AsyncGenerator<IngestItem> {
  const budget = new Budget()
  budget.took(size)
  let any = false
  try {
    const content = { id: path, path, isFile: true, name: path, isNamed, chunks: createReadStream(path) }
    for await (const item of contentItems(content, { options, budget, cursor, depth: 0 })) {
      any = true
      yield item
    }
  } catch (error) {
    const failure = failureOf(path, error)
    if (failure === null) throw error
    yield failure
    any = true
  }
  if (!any && isContainerName(path))
    yield unread(path, 'no-text', 'info', 'There was no (further) text in it.')
}
