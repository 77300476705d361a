import { userInfo } from 'node:os'
import { type Command, InvalidArgumentError } from 'commander'
import { type Coordinates, parseCoordinates } from '../base/globe.ts'
import type { Store } from '../store/port.ts'
import { openStore } from '../store/sqlite.ts'

/** `--data`, else the environment's LAGEBILD_DATA, else ./lagebild-data. */
export function dataFolder(command: Command): string {
  const { data } = command.optsWithGlobals() as { data?: string }
  return data ?? process.env.LAGEBILD_DATA ?? './lagebild-data'
}

/** `--by`, else the environment's LAGEBILD_BY, else the system's name for the user. */
export function decidedBy({ by }: { readonly by?: string }): string {
  const name = (by ?? process.env.LAGEBILD_BY ?? userInfo().username).trim()
  return name === '' ? 'unknown' : name
}

export async function withStore<Result>(
  command: Command,
  work: (store: Store) => Promise<Result>,
): Promise<Result> {
  const store = await openStore(dataFolder(command))
  try {
    return await work(store)
  } finally {
    await store.close()
  }
}

export function language(value: string): 'de' | 'en' {
  if (value !== 'de' && value !== 'en') throw new InvalidArgumentError('Choose de or en.')
  return value
}

export function coordinates(value: string): Coordinates {
  const found = parseCoordinates(value)
  if (found === null)
    throw new InvalidArgumentError('Give latitude and longitude in degrees, as in 33.31,44.36.')
  return found
}

export function kilometres(value: string): number {
  const number = Number(value)
  if (!(number > 0 && number <= 20_040)) throw new InvalidArgumentError('Give kilometres, above 0.')
  return number
}

export function confidence(value: string): number {
  const number = Number(value)
  if (!(number >= 0 && number <= 1)) throw new InvalidArgumentError('Give a number from 0 to 1.')
  return number
}
