import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { parseEdtf } from '../base/calendar.ts'
import { LagebildError } from '../base/errors.ts'
import { byteLines } from './byte-lines.ts'
import { type Format, formatOfName, itemsOf } from './formats.ts'
import { unread } from './items.ts'
import { jsonlItems } from './records.ts'
import { stdinItems } from './stdin.ts'
import { DEFAULT_MAX_BYTES, type IngestItem, type ReadOptions } from './types.ts'
import { urlItems } from './url-items.ts'
import { codeOf, filesAt, missing } from './walk.ts'

/**
 * Reads files, folders (recursively), globs, `-` (standard input) and http(s) urls, in the order given and one at a time.
 * A source that can't be read is an item of its own and stops nothing.
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
        if (found.kind === 'file') yield* fileItems(found.path, found.size, found.isNamed, options)
        else yield found
      }
    }
  }
}

async function* fileItems(
  path: string,
  size: number,
  isNamed: boolean,
  options: ReadOptions,
): AsyncGenerator<IngestItem> {
  const format = formatOfName(path)
  if (format === null && !isNamed) {
    yield unread(
      path,
      'unknown-format',
      'info',
      'Its ending is none of .txt .md .html .json .jsonl, so it was left out. Name the file itself to read it all the same.',
    )
    return
  }
  const maxBytes = options.maxBytes ?? DEFAULT_MAX_BYTES
  if (size === 0)
    yield unread(path, 'empty', 'warning', 'The file is empty. Check that it was saved completely.')
  else if (format === 'jsonl') yield* streamed(path, maxBytes, options)
  else if (size > maxBytes) yield tooLarge(path, maxBytes)
  else yield* whole(path, format, options)
}

async function* streamed(path: string, maxBytes: number, options: ReadOptions): AsyncGenerator<IngestItem> {
  try {
    yield* jsonlItems(byteLines(createReadStream(path), maxBytes), path, path, options)
  } catch (error) {
    yield missing(path, codeOf(error))
  }
}

async function* whole(path: string, format: Format | null, options: ReadOptions): AsyncGenerator<IngestItem> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch (error) {
    yield missing(path, codeOf(error))
    return
  }
  yield* itemsOf(bytes, format, null, { id: path, path, url: null, bytes }, options)
}

function tooLarge(id: string, maxBytes: number): IngestItem {
  return unread(
    id,
    'too-large',
    'error',
    `It is larger than ${Math.round(maxBytes / 1024 / 1024)} MB. Split it, or raise the limit.`,
  )
}
