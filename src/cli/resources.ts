import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { LagebildError } from '../base/errors.ts'
import { hashOf, sha256Bytes } from '../base/ids.ts'
import { CONFLICT_SCALE_TABLE, type ConflictScale, loadConflictScale } from '../codebook/conflict-scale.ts'
import { loadCodebook, TABLES, type TableName } from '../codebook/load.ts'
import type { Codebook } from '../codebook/types.ts'
import { participlesOf } from '../language/de/participles.ts'
import { LEXICON_TABLES, type Lexicon, type LexiconTables, loadLexicon } from '../language/lexicon.ts'

/** Folder of package.json, from `src/` and from `dist/` alike. */
export function packageRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder)
    if (parent === folder)
      throw new LagebildError(
        'package-incomplete',
        'The package’s own folder was not found',
        'Install lagebild again.',
      )
    folder = parent
  }
  return folder
}

export function packageVersion(): string {
  return (JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as { version: string })
    .version
}

/** Folders whose code makes a chronicle of readings. */
const CHRONICLE_CODE = ['base', 'document', 'language', 'chronicle']

/** Names the code that makes a chronicle: another version, or a changed file, is another program. */
export function chronicleProgram(): string {
  const root = dirname(dirname(fileURLToPath(import.meta.url)))
  const hashes: string[] = [packageVersion()]
  for (const folder of CHRONICLE_CODE) {
    const files = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    for (const file of files.filter((name) => /(?<!\.test)\.[jt]s$/.test(name)).sort())
      hashes.push(file, sha256Bytes(readFileSync(join(root, folder, file))))
  }
  return hashOf(...hashes)
}

function resource(...path: string[]): string {
  const file = join(packageRoot(), ...path)
  if (!existsSync(file))
    throw new LagebildError('package-incomplete', `${file} is missing`, 'Install lagebild again.')
  return file
}

export function readCodebook(): Codebook {
  const tables = Object.fromEntries(
    TABLES.map((name) => [name, readFileSync(resource('src', 'codebook', 'data', name), 'utf8')]),
  )
  return loadCodebook(tables as Record<TableName, string>)
}

export function readConflictScale(): ConflictScale {
  return loadConflictScale(readFileSync(resource('src', 'codebook', 'data', CONFLICT_SCALE_TABLE), 'utf8'))
}

export function readLexicon(): Lexicon {
  const tables = Object.fromEntries(
    LEXICON_TABLES.map((name) => [
      name,
      readFileSync(resource('src', 'language', 'de', 'data', name), 'utf8'),
    ]),
  )
  return loadLexicon(tables as LexiconTables, participlesOf)
}

/** The network with its lemmatiser, and the recogniser of names that was trained on it. */
export function readModels(): { readonly model: Uint8Array; readonly names: Uint8Array } {
  const read = (file: string) => readFileSync(resource('models', 'de', file))
  return { model: read('model.bin'), names: read('names.bin') }
}

export function readDatingWeights(): string {
  return readFileSync(resource('models', 'de', 'dating.json'), 'utf8')
}

/** What the sides and places of events are decided by. */
export function readChoices(): string {
  return readFileSync(resource('models', 'de', 'events.json'), 'utf8')
}
