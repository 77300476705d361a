import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { Command } from 'commander'
import { LagebildError } from '../../base/errors.ts'
import { parseReport } from '../../document/parse-report.ts'
import type { Report } from '../../document/report.ts'
import { openStore } from '../../store/sqlite.ts'
import { EXIT } from '../exit-codes.ts'
import { dataFolder } from '../options.ts'
import { note, progress } from '../terminal.ts'

const BATCH = 50

export function addLoadCommand(program: Command): void {
  program
    .command('load')
    .description('load lagebild/report@1 JSONL, ours or others’, into the store')
    .argument('<file>', 'a JSONL file, or - for standard input')
    .addHelpText(
      'after',
      `
Example:
  $ lagebild read --json archive/ | lagebild load -`,
    )
    .action(async (file: string, _options: unknown, command: Command) => {
      const store = await openStore(dataFolder(command))
      const bar = progress('load')
      const outcomes = new Map<string, number>()
      let bad = 0
      let batch: Report[] = []
      const flush = async () => {
        for (const { outcome } of await store.append(batch))
          outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
        batch = []
      }
      try {
        let number = 0
        const input = file === '-' ? process.stdin : createReadStream(file)
        for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
          number++
          if (line.trim() === '') continue
          bar.step(`${file}:${number}`)
          const parsed = parseReport(line, { path: file, line: number })
          if (parsed.kind === 'report') batch.push(parsed.report)
          else {
            bad++
            note(`${parsed.message} (${parsed.code})`)
          }
          if (batch.length >= BATCH) await flush()
        }
        await flush()
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
          throw new LagebildError('not-found', `${file} does not exist`, 'Check the path.')
        }
        throw error
      } finally {
        bar.end()
        await store.close()
      }
      const loaded = [...outcomes].map(([outcome, n]) => `${n} ${outcome}`).join(', ') || '0 reports'
      note(`${loaded}; ${bad} lines refused`)
      process.exitCode = bad === 0 ? EXIT.ok : outcomes.size > 0 ? EXIT.partly : EXIT.failed
    })
}
