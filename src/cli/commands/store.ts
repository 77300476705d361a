import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import { reportJsonSchema } from '../../document/report.ts'
import { openStore } from '../../store/sqlite.ts'
import { EXIT } from '../exit-codes.ts'
import { dataFolder } from '../options.ts'
import { createNodeReader } from '../reader.ts'
import { packageRoot, packageVersion, readCodebook, readLexicon } from '../resources.ts'
import { note, print, printJson } from '../terminal.ts'

export function addStoreCommands(program: Command): void {
  program
    .command('schema')
    .description('print the JSON Schema of lagebild/report@1')
    .action(() => printJson(reportJsonSchema()))

  program
    .command('rebuild')
    .description('make everything that is derived again from the log')
    .action(async (_options: unknown, command: Command) => {
      const store = await openStore(dataFolder(command))
      try {
        await store.rebuild()
        const health = await store.health()
        note(
          `rebuilt from ${health.logEntries} log entries: ${health.readings} readings of ${health.sightings} sightings`,
        )
      } finally {
        await store.close()
      }
    })

  program
    .command('doctor')
    .description('versions, tables, model, store health')
    .option('--json', 'as JSON')
    .action(async (options: { json?: true }, command: Command) => {
      const folder = dataFolder(command)
      const codebook = readCodebook()
      const store = existsSync(folder) ? await openStore(folder) : null
      const health = store ? await store.health() : null
      await store?.close()
      const report = {
        lagebild: packageVersion(),
        node: process.version,
        reader: createNodeReader().reader,
        web: existsSync(join(packageRoot(), 'dist', 'web', 'index.html'))
          ? 'built'
          : 'missing: run `npm run build`',
        codebook: {
          states: codebook.states.length,
          persons: codebook.persons.length,
          tenures: codebook.tenures.length,
          organisations: codebook.organisations.length,
          places: codebook.places.length,
          outlets: codebook.outlets.length,
          publicEvents: codebook.publicEvents.length,
          predicates: readLexicon().predicates.length,
        },
        store: health ?? `none yet in ${folder}`,
      }
      if (options.json) printJson(report)
      else print(lines(report).join('\n'))
      if (health && health.integrity !== 'ok') process.exitCode = EXIT.failed
    })
}

function lines(value: object, indent = ''): string[] {
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'object' && inner !== null
      ? [`${indent}${key}`, ...lines(inner, `${indent}  `)]
      : [`${indent}${key.padEnd(14)} ${String(inner)}`],
  )
}
