/** Writes made-up reports into a store until it is killed, or `count` of them; prints each reading id once it is acknowledged. */
import { openStore } from '../../src/store/sqlite.ts'
import { makeReport } from './reports.ts'

const [folder, label, count] = process.argv.slice(2)
const store = await openStore(folder!)
const filler = 'Dies ist ein erfundener Satz, der den Bericht etwas länger macht. '.repeat(20)
for (let index = 0; index < Number(count ?? Infinity); index++) {
  const [appended] = await store.append([
    makeReport({ id: `${label}-${index}`, told: [], extra: `${label} ${index} ${filler}` }),
  ])
  process.stdout.write(`${appended!.reading}\n`)
}
await store.close()
