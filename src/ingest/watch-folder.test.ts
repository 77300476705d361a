import { appendFileSync, mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { describe, expect, it, onTestFinished } from 'vitest'
import { scratchFolder } from '../../test/support/ingest.ts'
import { settledFiles } from './watch-folder.ts'

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Watches a folder; what it has given so far. */
function watched(folder: string, poll = false): { given: string[]; stop: () => Promise<void> } {
  const stopped = new AbortController()
  const given: string[] = []
  const done = (async () => {
    for await (const path of settledFiles([folder], { settle: 400, poll, signal: stopped.signal }))
      given.push(path.slice(folder.length + 1))
  })()
  const stop = async () => {
    stopped.abort()
    await done
  }
  onTestFinished(stop)
  return { given, stop }
}

async function until(holds: () => boolean): Promise<void> {
  for (let n = 0; n < 100 && !holds(); n++) await pause(100)
}

describe('settledFiles', () => {
  it.each([[false], [true]])('gives what is there, then what is new or changed (poll: %s)', async (poll) => {
    const folder = scratchFolder()
    writeFileSync(`${folder}/b.txt`, 'b')
    writeFileSync(`${folder}/a.txt`, 'a')
    utimesSync(`${folder}/b.txt`, 1000, 1000)
    const { given, stop } = watched(folder, poll)
    await until(() => given.length === 2)
    expect(given).toEqual(['b.txt', 'a.txt'])
    mkdirSync(`${folder}/new`)
    writeFileSync(`${folder}/new/c.txt`, 'c')
    writeFileSync(`${folder}/.hidden.txt`, 'x')
    await until(() => given.length === 3)
    writeFileSync(`${folder}/a.txt`, 'a, changed')
    await until(() => given.length === 4)
    expect(given.slice(2)).toEqual(['new/c.txt', 'a.txt'])
    await stop()
  })
  it('waits until nobody writes to a file any more, and gives it once', async () => {
    const folder = scratchFolder()
    const { given } = watched(folder)
    await pause(300)
    for (let n = 0; n < 8; n++) {
      appendFileSync(`${folder}/a.txt`, `Zeile ${n}\n`)
      await pause(150)
      expect(given).toEqual([])
    }
    await until(() => given.length === 1)
    await pause(800)
    expect(given).toEqual(['a.txt'])
  })
  it('forgets a file that is gone before it settles', async () => {
    const folder = scratchFolder()
    const { given } = watched(folder)
    await pause(300)
    writeFileSync(`${folder}/a.txt`, 'a')
    await pause(100)
    rmSync(`${folder}/a.txt`)
    await pause(1000)
    expect(given).toEqual([])
  })
})
