import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, it } from 'vitest'
import type { Store } from '../src/store/port.ts'
import { openStore } from '../src/store/sqlite.ts'
import { makeReport } from './support/reports.ts'

const WRITER = fileURLToPath(new URL('./support/store-writer.ts', import.meta.url))
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
