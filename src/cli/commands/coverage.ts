import { type Command, InvalidArgumentError } from 'commander'
import { Document } from '../../document/document.ts'
import { Coverage, GAPS, type Unknown } from '../../eval/coverage.ts'
import { readInputs } from '../../ingest/read-inputs.ts'
import { EXIT } from '../exit-codes.ts'
import { createNodeReader } from '../reader.ts'
import { readLexicon } from '../resources.ts'
import { note, print, printJson, progress } from '../terminal.ts'

export function addCoverageCommand(program: Command): void {
  program
    .command('coverage')
    .description('list what a corpus says often and the tables do not know')
    .argument('<paths...>', 'files, folders, globs, or - for standard input')
    .option('--top <n>', 'how many of each kind', count, 25)
    .option('--json', 'as JSON')
    .addHelpText(
      'after',
      `
Examples:
  $ lagebild coverage reports/                 frequent unknown names, offices and predicates
  $ lagebild coverage reports/ --top 100 --json`,
    )
    .action(async (paths: string[], options: { top: number; json?: true }) => {
      const { pipeline } = createNodeReader()
      const coverage = new Coverage(readLexicon())
      const bar = progress('read')
      let read = 0
      let unread = 0
      for await (const item of readInputs(paths)) {
        if (item.kind === 'unread') {
          unread++
          continue
        }
        const doc = new Document(item.document)
        pipeline.run(doc)
        coverage.add(doc)
        bar.step(doc.id)
        read++
      }
      bar.end()
      const found = coverage.top(options.top)
      if (options.json) printJson({ read, unread, unknown: found })
      else print(asTable(found))
      note(`${read} read, ${unread} unread`)
      process.exitCode = read === 0 && unread > 0 ? EXIT.failed : unread > 0 ? EXIT.partly : EXIT.ok
    })
}

function asTable(found: readonly Unknown[]): string {
  const lines = GAPS.flatMap((gap) => {
    const rows = found.filter((u) => u.gap === gap)
    return [
      `${gap}: ${rows.length === 0 ? 'none' : ''}`.trimEnd(),
      ...rows.map((u) => `${String(u.documents).padStart(7)} ${String(u.count).padStart(7)}  ${u.words}`),
    ]
  })
  return ['documents mentions', ...lines].join('\n')
}

function count(value: string): number {
  const number = Number(value)
  if (!Number.isInteger(number) || number < 1) throw new InvalidArgumentError('Give a whole number above 0.')
  return number
}
