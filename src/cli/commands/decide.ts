import { Argument, type Command } from 'commander'
import { actionOf, type DecisionRequest, decisionToUndo } from '../../chronicle/decide.ts'
import { findEvent } from '../../chronicle/find-event.ts'
import { journalOf } from '../../chronicle/journal.ts'
import { type DecisionAction, SET_FIELDS, type SetField } from '../../chronicle/types.ts'
import { renderJournal } from '../../render/journal.ts'
import type { Store } from '../../store/port.ts'
import { decidedBy, language, withStore } from '../options.ts'
import { print, printLine } from '../terminal.ts'
import { chronicleOf } from '../view.ts'

interface DecideOptions {
  readonly by?: string
  readonly why?: string
  readonly json?: true
  readonly lang: 'de' | 'en'
}

export function addDecideCommands(program: Command): void {
  const decide = program
    .command('decide')
    .description('write down what a person says about an event; never changes what a report says')
    .addHelpText(
      'after',
      `
Examples:
  $ lagebild decide accept 3f2a9c01 --why "two outlets, seen the video"
  $ lagebild decide reject 3f2a9c01 77b0de42
  $ lagebild decide merge 3f2a9c01 77b0de42 --by ada
  $ lagebild decide split 3f2a9c01 reports/wire-12.txt
  $ lagebild decide set 3f2a9c01 date 2014-01-05
  $ lagebild decide set 3f2a9c01 actors "USA; Kataib Hisbollah"
  $ lagebild decide undo                       the newest decision of yours
  $ lagebild decide undo 9b1c44d0e2f7a610

EVENT is an id from \`lagebild chronicle\`, an alias, or the beginning of one. \`lagebild journal\` lists all decisions.`,
    )

  for (const kind of ['accept', 'reject'] as const) {
    withCommon(
      decide
        .command(kind)
        .description(kind === 'accept' ? 'the event is right' : 'the event is wrong and is shown no longer')
        .argument('<events...>', 'one decision each'),
    ).action((events: string[], options: DecideOptions, command: Command) =>
      run(
        command,
        options,
        events.map((event) => ({ kind, event })),
      ),
    )
  }
  withCommon(
    decide
      .command('merge')
      .description('these are one event')
      .argument('<event>')
      .argument('<others...>', 'the events it is one with'),
  ).action((event: string, others: string[], options: DecideOptions, command: Command) =>
    run(command, options, [{ kind: 'merge', events: [event, ...others] }]),
  )
  withCommon(
    decide
      .command('split')
      .description('these mentions tell another event')
      .argument('<event>')
      .argument('<mentions...>', 'ids of mentions or labels of reports, from `lagebild explain EVENT`'),
  ).action((event: string, mentions: string[], options: DecideOptions, command: Command) =>
    run(command, options, [{ kind: 'split', event, mentions }]),
  )
  withCommon(
    decide
      .command('set')
      .description('this field has another value')
      .argument('<event>')
      .addArgument(new Argument('<field>').choices(SET_FIELDS))
      .argument('<value>', 'EDTF for a date; parties between semicolons, an empty text for none'),
  ).action((event: string, field: SetField, value: string, options: DecideOptions, command: Command) =>
    run(command, options, [{ kind: 'set', event, field, value }]),
  )
  withCommon(
    decide
      .command('undo')
      .description('take a decision back; it stays in the journal')
      .argument('[decision]', 'an id from `lagebild journal`; left out, the newest of yours that stands'),
  ).action((id: string | undefined, options: DecideOptions, command: Command) =>
    withStore(command, async (store) => {
      const target = decisionToUndo(await store.decisions(), id ?? null, decidedBy(options))
      await enter(store, [{ kind: 'undo', decision: target.id }], options)
    }),
  )

  program
    .command('journal')
    .description('all decisions: who, when, what, why, and what they point at now')
    .option('--event <event>', 'only those about this event')
    .option('--as-of <time>', 'as it stood then')
    .option('--json', 'one decision a line')
    .option('--lang <code>', 'de or en', language, 'de')
    .addHelpText(
      'after',
      `
Examples:
  $ lagebild journal
  $ lagebild journal --event 3f2a9c01 --json`,
    )
    .action((options: { event?: string; asOf?: string; json?: true; lang: 'de' | 'en' }, command: Command) =>
      withStore(command, async (store) => {
        const { asOf, event } = options
        const chronicle = await chronicleOf(store, asOf ?? null)
        const decisions = await store.decisions(asOf === undefined ? {} : { asOf })
        const wanted = event === undefined ? null : findEvent(chronicle.events, event).id
        const entries = journalOf(chronicle, decisions).filter(
          ({ events }) => wanted === null || events.includes(wanted),
        )
        if (options.json) for (const entry of entries) await printLine(JSON.stringify(entry))
        else print(renderJournal(entries, { language: options.lang }))
      }),
    )
}

function withCommon(command: Command): Command {
  return command
    .option('--why <text>', 'the reason, for the journal')
    .option('--by <name>', 'who decides (default: $LAGEBILD_BY, else the system user)')
    .option('--json', 'the decision as JSON, one a line')
    .option('--lang <code>', 'de or en', language, 'de')
}

async function run(
  command: Command,
  options: DecideOptions,
  requests: readonly DecisionRequest[],
): Promise<void> {
  await withStore(command, async (store) => {
    const chronicle = await chronicleOf(store)
    // All are understood before the first is written down.
    const actions = requests.map((request) => actionOf(chronicle, request))
    await enter(store, actions, options)
  })
}

async function enter(
  store: Store,
  actions: readonly DecisionAction[],
  options: DecideOptions,
): Promise<void> {
  const made = new Set<string>()
  for (const action of actions)
    made.add((await store.decide(decidedBy(options), action, options.why ?? null)).id)
  const entries = journalOf(await chronicleOf(store), await store.decisions()).filter(({ id }) =>
    made.has(id),
  )
  if (options.json) for (const entry of entries) await printLine(JSON.stringify(entry))
  else print(renderJournal(entries, { language: options.lang }))
}
