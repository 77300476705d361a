import { LagebildError } from '../base/errors.ts'

interface Remedy {
  readonly code: string
  readonly cause: string
  readonly remedy: string
}

const FULL: Remedy = {
  code: 'store-disk-full',
  cause: 'The disk is full',
  remedy: 'Free some space and run the command again; what was acknowledged is kept.',
}
const UNWRITABLE: Remedy = {
  code: 'store-unwritable',
  cause: 'The data folder cannot be written',
  remedy: 'Give yourself write permission to it, or choose another with --data.',
}
const CORRUPT: Remedy = {
  code: 'store-corrupt',
  cause: 'The store file is damaged or no Lagebild store',
  remedy: 'Restore it from a backup, or move it away and load your reports again.',
}
const BUSY: Remedy = {
  code: 'store-busy',
  cause: 'Another process has been writing for too long',
  remedy: 'Wait until it has ended and try again.',
}
const OTHER: Remedy = {
  code: 'store-failed',
  cause: 'The store failed',
  remedy: 'Run `lagebild doctor`; the message above names the cause.',
}

/** By the beginning of the code that SQLite or the system gives. */
const BY_CODE: readonly (readonly [prefix: string, remedy: Remedy])[] = [
  ['SQLITE_FULL', FULL],
  ['ENOSPC', FULL],
  ['EDQUOT', FULL],
  ['SQLITE_IOERR_WRITE', FULL],
  ['SQLITE_READONLY', UNWRITABLE],
  ['SQLITE_CANTOPEN', UNWRITABLE],
  ['SQLITE_PERM', UNWRITABLE],
  ['EACCES', UNWRITABLE],
  ['EPERM', UNWRITABLE],
  ['EROFS', UNWRITABLE],
  ['ENOTDIR', UNWRITABLE],
  ['EEXIST', UNWRITABLE],
  ['SQLITE_CORRUPT', CORRUPT],
  ['SQLITE_NOTADB', CORRUPT],
  ['SQLITE_BUSY', BUSY],
  ['SQLITE_LOCKED', BUSY],
]

/** libsql gives some failures no better code than SQLITE_ERROR; their text tells. */
const BY_TEXT: readonly (readonly [pattern: RegExp, remedy: Remedy])[] = [
  [/disk is full|no space left/i, FULL],
  [/readonly|read-only|unable to open/i, UNWRITABLE],
  [/malformed|not a database/i, CORRUPT],
  [/database is locked/i, BUSY],
]

/** The failure as a user should meet it: where, why, what to do. Errors that are ours already pass unchanged. */
export function storeError(error: unknown, location: string): LagebildError {
  if (error instanceof LagebildError) return error
  const { code = '', message = String(error) } = error as { code?: string; message?: string }
  const known =
    BY_CODE.find(([prefix]) => code.startsWith(prefix)) ?? BY_TEXT.find(([pattern]) => pattern.test(message))
  const { code: own, cause, remedy } = known?.[1] ?? OTHER
  return new LagebildError(own, `${cause}: ${location}: ${message}`, remedy, { cause: error })
}
