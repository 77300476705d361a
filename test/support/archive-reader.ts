import { Intake, resumeFrom } from '../../src/cli/intake.ts'
import { createTally } from '../../src/cli/tally.ts'
import { readInputs } from '../../src/ingest/read-inputs.ts'
import { openStore } from '../../src/store/sqlite.ts'
import { makeReport } from './reports.ts'

/** Reads an archive into a store as `lagebild read` does, with a reader that finds nothing; prints the number of each record it takes. */
const [folder, archive] = process.argv.slice(2) as [string, string]
const store = await openStore(folder)
const intake = new Intake(store, createTally())
const resume = resumeFrom(store, 'salt', false)
for await (const item of readInputs([archive], { resume })) {
  const { mark } = item
  const rest = mark === undefined ? {} : { mark }
  if (item.kind === 'unread') await intake.take({ ...item, ...rest })
  else {
    const { id, text } = item.document
    await intake.take({ kind: 'report', report: makeReport({ id, told: [], extra: text }), ...rest })
  }
  process.stdout.write(`${mark?.records}\n`)
}
intake.end()
await intake.flush()
await store.close()
