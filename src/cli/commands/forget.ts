import type { Command } from 'commander'
import { LagebildError } from '../../base/errors.ts'
import type { TextId } from '../../base/ids.ts'
import { forgettingOf } from '../../chronicle/forget.ts'
import type { Store } from '../../store/port.ts'
import { decidedBy, withStore } from '../options.ts'
import { note, print, printLine } from '../terminal.ts'
import { chronicleOf } from '../view.ts'

interface ForgetOptions {
  readonly why?: string
  readonly by?: string
  readonly dryRun?: true
  readonly json?: true
}

export function addForgetCommand(program: Command): void {
  program
    .command('forget')
    .description('erase reports for good: their texts, all readings of them, and every copy of the same text')
    .argument('<reports...>', 'labels of reports (`lagebild explain` shows them), or hashes of texts')
    .option('--why <text>', 'the reason, for the journal')
    .option('--by <name>', 'who decides (default: $LAGEBILD_BY, else the system user)')
    .option('--dry-run', 'only say what would be erased')
    .option('--json', 'one text a line')
    .addHelpText(
      'after',
      `
Examples:
  $ lagebild forget reports/source-17.txt --why "erasure asked for on 2026-03-02" --by ada
  $ lagebild forget reports/source-17.txt --dry-run

A tombstone without any word of the text stays in the journal, so that the text is not taken in again and ids that hung on it stay
valid where another report tells the event. Backups and exports made before are yours to clear.`,
    )
    .action((reports: string[], options: ForgetOptions, command: Command) =>
      withStore(command, async (store) => {
        const texts = new Set((await Promise.all(reports.map((report) => textsOf(store, report)))).flat())
        for (const text of texts) await forgetText(store, text, options)
      }),
    )
}

async function textsOf(store: Store, report: string): Promise<TextId[]> {
  const texts = /^[0-9a-f]{64}$/.test(report) ? [report as TextId] : await store.textsLabelled(report)
  if (texts.length > 0) return texts
  throw new LagebildError(
    'report-unknown',
    `No stored report is labelled "${report}"`,
    'Take a label from `lagebild explain`, or the hash of a text; what is forgotten already has no label any more.',
  )
}

async function forgetText(store: Store, text: TextId, options: ForgetOptions): Promise<void> {
  // Anew for each text: the heir of an id must not be erased itself.
  const forgetting = forgettingOf(await chronicleOf(store), text)
  const kept = forgetting.ids.filter(({ heir }) => heir !== null).length
  const told = `${forgetting.ids.length} mentions of events, ${kept} with a mention elsewhere`
  if (options.dryRun) {
    if (options.json) await printLine(JSON.stringify({ text, ids: forgetting.ids, dryRun: true }))
    else print(`${text}: ${told}`)
    return
  }
  const { decision, readings, sightings } = await store.forget(
    decidedBy(options),
    forgetting,
    options.why ?? null,
  )
  if (options.json)
    await printLine(JSON.stringify({ text, decision: decision.id, readings, sightings, ids: forgetting.ids }))
  else print(`${text}: ${readings} readings of ${sightings} sightings erased; ${told}`)
  if (readings === 0) note('Nothing was stored under this text; it will not be taken in from now on.')
}
