import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import { textId } from '../src/base/ids.ts'
import type { Store } from '../src/store/port.ts'
import { openStore } from '../src/store/sqlite.ts'
import { makeReport } from './support/reports.ts'

const WRITER = fileURLToPath(new URL('./support/store-writer.ts', import.meta.url))
const FORGETTER = fileURLToPath(new URL('./support/store-forgetter.ts', import.meta.url))
const folders: string[] = []

function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lagebild-faults-'))
  folders.push(folder)
  return folder
}

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** Runs a writer; kills it with SIGKILL once it has acknowledged `killAfter` reports. Gives back the acknowledged ids. */
function write(
  folder: string,
  label: string,
  options: { count?: number; killAfter?: number },
): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const args = [
      '--import',
      'tsx',
      WRITER,
      folder,
      label,
      ...(options.count === undefined ? [] : [String(options.count)]),
    ]
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let out = ''
    let errors = ''
    child.stdout.on('data', (chunk) => {
      out += chunk
      if (options.killAfter !== undefined && out.split('\n').length > options.killAfter) child.kill('SIGKILL')
    })
    child.stderr.on('data', (chunk) => {
      errors += chunk
    })
    child.on('close', (code) => {
      // Whatever stands behind the last line break was not fully printed.
      const ids = out.split('\n').slice(0, -1)
      if (options.killAfter === undefined && code !== 0) reject(new Error(errors))
      else resolve(ids)
    })
  })
}

/** Runs a forgetter and kills it once it has acknowledged `killAfter` texts. Gives back the acknowledged ones. */
function forgetAndKill(folder: string, killAfter: number): Promise<string[]> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', FORGETTER, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let out = ''
    child.stdout.on('data', (chunk) => {
      out += chunk
      if (out.split('\n').length > killAfter + 1) child.kill('SIGKILL')
    })
    child.on('close', () => resolve(out.split('\n').slice(1, -1)))
  })
}

async function storedIds(store: Store): Promise<Set<string>> {
  const ids = new Set<string>()
  for await (const reading of store.readings()) ids.add(reading.id)
  return ids
}

const longReport = (id: string) => makeReport({ id, told: [], extra: `${id} `.repeat(2000) })

describe('the store under faults', () => {
  it('loses nothing acknowledged when a writer is killed in mid-writing', async () => {
    const folder = freshFolder()
    const acknowledged: string[] = []
    for (const killAfter of [1, 20, 60]) {
      acknowledged.push(...(await write(folder, `run-${killAfter}`, { killAfter })))
    }
    expect(acknowledged.length).toBeGreaterThanOrEqual(81)
    const store = await openStore(folder)
    const stored = await storedIds(store)
    expect(acknowledged.filter((id) => !stored.has(id))).toEqual([])
    expect((await store.health()).integrity).toBe('ok')
    await store.close()
  })

  it('forgets a text wholly or not at all when it is killed, and leaves no word of it in the files', async () => {
    const folder = freshFolder()
    const first = await openStore(folder)
    const words = Array.from({ length: 40 }, (_, index) => `Geheimnis${index}wort `)
    const reports = words.map((word, index) =>
      makeReport({ id: `r${index}`, told: [], extra: word.repeat(60) }),
    )
    await first.append(reports)
    await first.close()
    const gone: string[] = []
    for (const killAfter of [1, 6, 9]) gone.push(...(await forgetAndKill(folder, killAfter)))
    expect(gone.length).toBeGreaterThanOrEqual(16)

    const store = await openStore(folder)
    const stored = new Map<string, string | null>()
    for await (const { text, report } of store.readings()) stored.set(text, report.text)
    const tombstones = new Set(
      (await store.decisions()).map(({ action }) => (action.kind === 'forget' ? action.text : '')),
    )
    expect(gone.filter((text) => stored.has(text))).toEqual([])
    for (const [index, { text }] of reports.entries()) {
      const id = textId(text!)
      // Either all of it is there, or nothing but the tombstone.
      expect([stored.get(id) ?? null, await store.text(id)], `r${index}`).toEqual(
        tombstones.has(id) ? [null, null] : [text, text],
      )
    }
    expect((await store.health()).integrity).toBe('ok')
    await store.close()
    const files = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'latin1'))
    const forgotten = words.filter((_, index) => tombstones.has(textId(reports[index]!.text!)))
    expect(forgotten.length).toBeGreaterThanOrEqual(gone.length)
    expect(forgotten.filter((word) => files.some((file) => file.includes(word.trim())))).toEqual([])
    expect(words.filter((word) => files.some((file) => file.includes(word.trim())))).not.toEqual([])
  })

  it('takes the writes of two processes at once', async () => {
    const folder = freshFolder()
    const both = await Promise.all(['left', 'right'].map((label) => write(folder, label, { count: 60 })))
    const store = await openStore(folder)
    const stored = await storedIds(store)
    expect(stored.size).toBe(120)
    expect(both.flat().filter((id) => !stored.has(id))).toEqual([])
    await store.close()
  })

  it('keeps what is stored when the disk is full, says so, and goes on when there is room', async () => {
    const folder = freshFolder()
    const small = await openStore(folder, { maxPages: 60 })
    const kept: string[] = []
    const fill = async () => {
      for (let index = 0; index < 100; index++)
        kept.push((await small.append([longReport(`r${index}`)]))[0]!.reading)
    }
    await expect(fill()).rejects.toMatchObject({
      code: 'store-disk-full',
      remedy: expect.stringContaining('space'),
    })
    expect(kept.length).toBeGreaterThan(2)
    expect([...(await storedIds(small))].sort()).toEqual([...kept].sort())
    await small.close()

    const store = await openStore(folder)
    await store.append([longReport('after')])
    expect((await storedIds(store)).size).toBe(kept.length + 1)
    expect((await store.health()).integrity).toBe('ok')
    await store.close()
  })
})
