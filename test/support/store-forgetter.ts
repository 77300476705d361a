/** Forgets all texts of a store one after the other and prints each hash once it is acknowledged. Its killer is `store-faults.test.ts`. */
import { openStore } from '../../src/store/sqlite.ts'

const store = await openStore(process.argv[2]!)
const texts = new Set<Parameters<typeof store.text>[0]>()
for await (const { text } of store.readings()) texts.add(text)
process.stdout.write('ready\n')
for (const text of texts) {
  await store.forget('test', { kind: 'forget', text, ids: [] }, null)
  process.stdout.write(`${text}\n`)
}
await store.close()
