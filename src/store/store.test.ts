import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { afterEach, describe, expect, it } from 'vitest'
import { STORE_CONTRACT } from './contract.ts'
import { openMemoryStore } from './memory.ts'
import type { Store } from './port.ts'
import { DERIVED_DDL, LOG_DDL } from './schema.ts'
import { openStore, STORE_FILE } from './sqlite.ts'

const folders: string[] = []
function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lagebild-store-'))
  folders.push(folder)
  return folder
}
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

const STORES: readonly (readonly [name: string, open: () => Promise<Store>])[] = [
  ['memory', openMemoryStore],
  ['sqlite', () => openStore(freshFolder())],
]

describe.each(STORES)('the store contract: %s', (_, open) => {
  it.each(STORE_CONTRACT)('$name', async ({ run }) => {
    const store = await open()
    try {
      await run(store)
    } finally {
      await store.close()
    }
  })
})

describe('openStore', () => {
  it('finds what another opening stored', async () => {
    const folder = join(freshFolder(), 'made', 'here')
    const first = await openStore(folder)
    await first.append([], { unread: [{ id: 'x', code: 'c', message: 'm' }] })
    await first.close()
    const second = await openStore(folder)
    expect((await second.unread()).map(({ id }) => id)).toEqual(['x'])
    await second.close()
  })

  it('gives a store of the first layout what it lacks, and keeps what it holds', async () => {
    const folder = freshFolder()
    const old = new Database(join(folder, STORE_FILE))
    old.exec(LOG_DDL)
    old.exec(DERIVED_DDL)
    old.exec(
      `INSERT INTO log (recorded_at, kind, id, body) VALUES ('2014-01-05T10:00:00.000Z', 'unread', 'x', '{"id":"x","code":"c","message":"m"}')`,
    )
    old.exec('PRAGMA user_version = 1')
    old.close()
    const store = await openStore(folder)
    expect((await store.unread()).map(({ id }) => id)).toEqual(['x'])
    expect(await store.feeds.list()).toEqual([])
    await store.close()
  })

  it('says what to do about a damaged file', async () => {
    const folder = freshFolder()
    writeFileSync(
      join(folder, STORE_FILE),
      'no database at all, but long enough to have a header '.repeat(40),
    )
    await expect(openStore(folder)).rejects.toMatchObject({
      code: 'store-corrupt',
      remedy: expect.stringContaining('backup'),
    })
  })

  it('says what to do about a folder that cannot be made', async () => {
    const folder = freshFolder()
    writeFileSync(join(folder, 'file'), '')
    await expect(openStore(join(folder, 'file', 'data'))).rejects.toMatchObject({ code: 'store-unwritable' })
  })

  it.skipIf(process.getuid?.() === 0)(
    'says what to do about a folder without write permission (not as root)',
    async () => {
      const folder = freshFolder()
      chmodSync(folder, 0o500)
      await expect(openStore(folder)).rejects.toMatchObject({ code: 'store-unwritable' })
    },
  )
})
