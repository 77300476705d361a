import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { Argument, type Command } from 'commander'
import { LagebildError } from '../../base/errors.ts'
import { asOfBound, noTime } from '../../chronicle/published.ts'
import type { View } from '../../chronicle/types.ts'
import type { Table } from '../../render/export/table.ts'
import { EXPORT_FORMATS, type ExportFormat, exportTables } from '../../render/export/tables.ts'
import { fileNameOf, writeTable } from '../../render/export/write.ts'
import { viewOf } from '../../store/view.ts'
import { withStore } from '../options.ts'
import { packageVersion, readCodebook } from '../resources.ts'
import { note, print, printPiece } from '../terminal.ts'
import { newestEntry } from '../view.ts'

interface ExportCommandOptions {
  readonly asOf?: string
  readonly out?: string
  readonly table?: string
  readonly quotes: boolean
}

interface WrittenTable {
  readonly name: string
  readonly file: string
  readonly rows: number
  readonly sha256: string
  readonly columns: readonly string[]
}

export function addExportCommand(program: Command): void {
  program
    .command('export')
    .description('tables for research, frozen by --as-of; docs/export.md lists the columns')
    .addArgument(new Argument('<format>', 'the form of the tables').choices(EXPORT_FORMATS))
    .option('--out <folder>', 'write all tables and manifest.json there')
    .option('--table <name>', 'print one table (default: the first) to standard output')
    .option('--as-of <time>', 'as the store knew it then (default: its newest entry, named in the manifest)')
    .option('--no-quotes', 'leave out all words of the reports; offsets and hashes stay')
    .addHelpText(
      'after',
      `
Examples:
  $ lagebild export csv --out export/ --as-of 2026-03-01
  $ lagebild export jsonl --table mentions > mentions.jsonl
  $ lagebild export plover --out polecat/ --no-quotes`,
    )
    .action((format: ExportFormat, options: ExportCommandOptions, command: Command) =>
      withStore(command, async (store) => {
        const asOf = options.asOf === undefined ? await newestEntry(store) : asOfBound(options.asOf)
        if (asOf === null) throw noTime(options.asOf ?? '')
        const view = await viewOf(store, asOf)
        const { categories } = readCodebook()
        const tables = exportTables(view, format, { categories, asOf, withQuotes: options.quotes })
        if (options.out === undefined) {
          for (const text of writeTable(tableNamed(tables, options.table), format)) await printPiece(text)
          note(JSON.stringify({ kind: 'coverage', asOf, coverage: view.chronicle.coverage }))
        } else writeAll(tables, format, options.out, view, asOf)
      }),
    )
}

function tableNamed(tables: readonly Table[], name: string | undefined): Table {
  const found = name === undefined ? tables[0] : tables.find((table) => table.name === name)
  if (found !== undefined) return found
  throw new LagebildError(
    'table-unknown',
    `There is no table "${name}" in this format`,
    `One of ${tables.map((table) => table.name).join(', ')}.`,
  )
}

function writeAll(
  tables: readonly Table[],
  format: ExportFormat,
  folder: string,
  view: View,
  asOf: string,
): void {
  mkdirSync(folder, { recursive: true })
  const written = tables.map((table) => writeFile(table, format, folder))
  // Last, so that a folder with a manifest is a whole export.
  const manifest = {
    schema: 'lagebild/export@1',
    format,
    asOf,
    program: packageVersion(),
    ...factsOf(view),
    tables: written,
  }
  writeFileSync(join(folder, 'manifest.json.part'), `${JSON.stringify(manifest, null, 2)}\n`)
  renameSync(join(folder, 'manifest.json.part'), join(folder, 'manifest.json'))
  for (const { file, rows } of written) print(`${join(folder, file)}: ${rows} rows`)
  note(`as of ${asOf}; the same command with --as-of ${asOf} gives the same files`)
}

function writeFile(table: Table, format: ExportFormat, folder: string): WrittenTable {
  const file = fileNameOf(table, format)
  const part = join(folder, `${file}.part`)
  const hash = createHash('sha256')
  let rows = 0
  const counted: Table = {
    ...table,
    rows: {
      *[Symbol.iterator]() {
        for (const row of table.rows) {
          rows++
          yield row
        }
      },
    },
  }
  const descriptor = openSync(part, 'w')
  try {
    for (const text of writeTable(counted, format)) {
      hash.update(text)
      writeSync(descriptor, text)
    }
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
  renameSync(part, join(folder, file))
  return { name: table.name, file, rows, sha256: hash.digest('hex'), columns: table.columns }
}

/** The readers at work and what the export stands on. */
function factsOf({ readings, chronicle }: View): object {
  const readers = new Map<string, { program: string; model: string; codebook: string; readings: number }>()
  for (const { report } of readings) {
    const key = JSON.stringify(report.reader)
    const known = readers.get(key) ?? { ...report.reader, readings: 0 }
    known.readings++
    readers.set(key, known)
  }
  const sorted = [...readers].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, reader]) => reader)
  return { readers: sorted, coverage: chronicle.coverage }
}
