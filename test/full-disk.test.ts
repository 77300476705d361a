import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { openStore } from '../src/store/sqlite.ts'

const base = mkdtempSync(join(tmpdir(), 'lagebild-full-'))
const MOUNT = ['tmpfs', base]
const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', ...MOUNT]).status === 0

afterAll(() => {
  if (mounted) spawnSync('umount', ['--lazy', base])
  rmSync(base, { recursive: true, force: true })
})

const COUNT = 120
const reports = Array.from({ length: COUNT }, (_, i) => ({
  id: `r${i}`,
  text: `Bagdad (dpa) - Bewaffnete griffen am Montag die Ortschaft Nummer ${i} an. ${`Satz ${i} füllt die Seite. `.repeat(80)}`,
  published: '2014-06-10',
}))

function read(input: string): { readonly status: number | null; readonly notes: string } {
  const args = ['--import', 'tsx', 'src/cli/main.ts', '--data', join(base, 'data'), 'read', input]
  const run = spawnSync(process.execPath, args, { encoding: 'utf8' })
  return { status: run.status, notes: run.stderr }
}

async function stored(): Promise<{ readonly count: number; readonly integrity: string }> {
  const store = await openStore(join(base, 'data'))
  let count = 0
  for await (const _ of store.readings()) count++
  const { integrity } = await store.health()
  await store.close()
  return { count, integrity }
}

describe.skipIf(!mounted)('a file system without room (skipped where none may be mounted)', () => {
  it('ends with a clear diagnostic, keeps what is stored, and goes on when there is room', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lagebild-input-'))
    const input = join(folder, 'reports.jsonl')
    writeFileSync(input, reports.map((report) => JSON.stringify(report)).join('\n'))
    try {
      const full = read(input)
      expect(full.status).not.toBe(0)
      expect(full.notes).toContain('store-disk-full')
      expect(full.notes).not.toMatch(/\n\s+at /)
      spawnSync('mount', ['-o', 'remount,size=64m', ...MOUNT])
      const before = await stored()
      expect(before.integrity).toBe('ok')
      expect(before.count).toBeLessThan(COUNT)

      expect(read(input).status).toBe(0)
      expect(await stored()).toEqual({ count: COUNT, integrity: 'ok' })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
