import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { hashOf } from '../src/base/ids.ts'
import { Intake, resumeFrom } from '../src/cli/intake.ts'
import { createTally } from '../src/cli/tally.ts'
import { readInputs } from '../src/ingest/read-inputs.ts'
import type { IngestItem } from '../src/ingest/types.ts'
import { openMemoryStore } from '../src/store/memory.ts'
import type { Store } from '../src/store/port.ts'
import { openStore } from '../src/store/sqlite.ts'
import { httpAnswer, warcRecord, zipOf } from './support/archives.ts'
import { scratchFolder } from './support/ingest.ts'
import { makeReport, seeded } from './support/reports.ts'

const READER = fileURLToPath(new URL('./support/archive-reader.ts', import.meta.url))
const COUNT = 400
/** Every seventh line is no record. */
const lineOf = (n: number) =>
  n % 7 === 3 ? 'kein JSON' : JSON.stringify({ id: `r${n}`, text: `Meldung Nummer ${n}.` })
const numbers = Array.from({ length: COUNT }, (_, n) => n)
const good = numbers.filter((n) => n % 7 !== 3)

const archives = {
  'a.jsonl': () => numbers.map((n) => `${lineOf(n)}\n`).join(''),
  'a.jsonl.gz': () => gzipSync(numbers.map((n) => `${lineOf(n)}\n`).join('')),
  'a.warc.gz': () =>
    Buffer.concat(
      good.map((n) => gzipSync(warcRecord(httpAnswer(`Meldung Nummer ${n}.`), { url: `r${n}` }))),
    ),
  'a.zip': () =>
    zipOf(
      [0, 1, 2, 3].map((part) => ({
        name: `${part}.jsonl`,
        content: numbers
          .filter((n) => n % 4 === part)
          .map((n) => `${lineOf(n)}\n`)
          .join(''),
        isPacked: true,
      })),
    ),
}

/** Runs the reader and kills it when it has taken so many records; null: lets it end. How many it took. */
function run(
  folder: string,
  archive: string,
  killAfter: number | null,
): Promise<{ ended: boolean; took: number }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, ['--import', 'tsx', READER, folder, archive], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let took = 0
    child.stdout.on('data', (chunk: Buffer) => {
      took += chunk.toString().split('\n').length - 1
      if (killAfter !== null && took >= killAfter) child.kill('SIGKILL')
    })
    child.on('close', (code) => done({ ended: code === 0, took }))
  })
}

async function idsIn(store: Store): Promise<string[]> {
  const ids: string[] = []
  for await (const { report } of store.readings()) ids.push(report.id)
  return ids.sort()
}

describe('a broken run', () => {
  it.each(Object.keys(archives) as (keyof typeof archives)[])(
    'goes on where it stopped in %s: every record once, none lost',
    async (name) => {
      const folder = scratchFolder()
      const archive = `${folder}/${name}`
      writeFileSync(archive, archives[name]())
      const random = seeded(name.length)
      let took = 0
      for (let round = 0; round < 3; round++)
        took += (await run(folder, archive, 20 + Math.floor(random() * 90))).took
      const last = await run(folder, archive, null)
      expect(last.ended).toBe(true)
      const store = await openStore(folder)
      expect(await idsIn(store)).toEqual(good.map((n) => `r${n}`).sort())
      const { readings, logEntries } = await store.health()
      expect(readings).toBe(good.length)
      const unread = logEntries - readings
      expect(unread).toBe(name === 'a.warc.gz' ? 0 : COUNT - good.length)
      const progress = await store.progressOf(hashOf('source', resolve(archive)))
      expect(progress?.isDone).toBe(true)
      await store.close()
      // What was stored was not read again: at most the batch that was under way when it was killed.
      expect(took + last.took).toBeLessThan(COUNT + 4 * 130)
      expect(last.took).toBeLessThan(COUNT - 40)
    },
    60_000,
  )
})

describe('what was read', () => {
  const take = async (store: Store, path: string, isWatched: boolean, salt = 'salt') => {
    const intake = new Intake(store, createTally())
    const taken: string[] = []
    const resume = resumeFrom(store, salt, isWatched)
    for await (const item of readInputs([path], { resume })) {
      const { mark } = item as IngestItem & { mark: NonNullable<IngestItem['mark']> }
      if (item.kind === 'unread') await intake.take(item)
      else {
        const { id, text } = item.document
        taken.push(id)
        await intake.take({ kind: 'report', report: makeReport({ id, told: [], extra: text }), mark })
      }
    }
    intake.end()
    await intake.flush()
    return taken
  }

  it('is left out by who watches, until the file changes or another reader reads', async () => {
    const store = await openMemoryStore()
    const path = `${scratchFolder()}/a.jsonl`
    writeFileSync(path, '{"id":"a","text":"eins"}\n')
    expect(await take(store, path, true)).toEqual(['a'])
    expect(await take(store, path, true)).toEqual([])
    expect(await take(store, path, false)).toEqual(['a'])
    expect(await take(store, path, true, 'another')).toEqual(['a'])
    writeFileSync(path, '{"id":"a","text":"eins"}\n{"id":"b","text":"zwei"}\n')
    expect(await take(store, path, true)).toEqual(['a', 'b'])
  })

  it('is told by no path in the store', async () => {
    const store = await openMemoryStore()
    const path = `${scratchFolder()}/a.jsonl`
    writeFileSync(path, '{"id":"a","text":"eins"}\n')
    await take(store, path, true)
    expect(await store.progressOf(path)).toBeNull()
    expect(await store.progressOf(hashOf('source', resolve(path)))).toMatchObject({
      records: 1,
      isDone: true,
    })
  })
})
