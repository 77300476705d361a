import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openStore } from '../src/store/sqlite.ts'
import { nextInstant } from './support/live.ts'
import { makeReport } from './support/reports.ts'

const MAIN = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url))
let folder: string
const lagebild = (...args: string[]) => {
  const run = spawnSync(process.execPath, ['--import', 'tsx', MAIN, '--data', folder, ...args], {
    encoding: 'utf8',
  })
  return { code: run.status, out: run.stdout, err: run.stderr }
}
const file = (name: string, content: string): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}
const feed = async (id: string, state: string, date = '2014-01-05') => {
  await nextInstant()
  const store = await openStore(folder)
  const sentence = `Die Armee griff am ${date} ${state} an.`
  const told = {
    sentence,
    trigger: 'griff',
    type: 'ASSAULT' as const,
    actors: ['USA'],
    recipients: [state],
    date,
  }
  await store.append([makeReport({ id, outlet: 'Nordblick', published: '2014-01-06', told: [told] })])
  await store.close()
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lagebild-live-cli-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.sequential('bulletins, watch rules and channels on the command line', () => {
  test('rules and channels come in from files, and mistakes are named', () => {
    const channels = file('channels.yaml', `- { name: spool, kind: folder, path: ${join(folder, 'spool')} }`)
    const rules = file(
      'rules.yaml',
      'id: irak\nname: Irak\nwhen: { actor: IRQ }\nchannels: [spool]\nlang: [he]\n',
    )
    expect(lagebild('channel', 'add', channels)).toMatchObject({ code: 0, out: 'spool\n' })
    expect(lagebild('watch', 'add', rules)).toMatchObject({ code: 0, out: 'irak\n' })
    expect(lagebild('watch', 'list').out).toBe('irak  Irak: new -> spool\n')
    const wrong = lagebild('watch', 'add', file('wrong.yaml', 'id: x\nname: X\non: [sunrise]\n'))
    expect(wrong.code).toBe(1)
    expect(wrong.err).toMatch(/watch-invalid.*watch schema/)
    expect(lagebild('watch', 'mute', 'nobody')).toMatchObject({ code: 1 })
  })

  test('a report raises an alert once, in its language, delivered and reported', async () => {
    await feed('a', 'IRQ')
    await feed('b', 'FRA', '2013-06-09')
    const once = lagebild('live', '--once', '--json')
    expect(
      once.out
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { kind: string }).kind),
    ).toEqual(['new'])
    expect(lagebild('live', '--once', '--json').out).toBe('')
    const [delivered] = readdirSync(join(folder, 'spool'))
    expect(JSON.parse(readFileSync(join(folder, 'spool', delivered!), 'utf8'))).toMatchObject({
      ...{ type: 'alert', language: 'he' },
      alerts: [{ direction: 'rtl', sentence: 'Die Armee griff am 2014-01-05 IRQ an.' }],
    })
    expect(JSON.parse(lagebild('channel', 'log', '--json').out)).toMatchObject({
      state: 'sent',
      tries: 1,
      channel: 'spool',
    })
    expect(lagebild('watch', 'test', 'irak', '--lang', 'fr').out).toContain('Nouveau')
  })

  test('a bulletin and a published chronicle speak the language asked for', () => {
    const { code, out } = lagebild('bulletin', '--lang', 'id', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ language: 'id', events: '2 peristiwa' })
    expect(lagebild('bulletin', '--lang', 'tlh').code).toBe(1)
    const site = join(folder, 'site')
    expect(lagebild('publish', site, '--lang', 'ja,ar').code).toBe(0)
    expect(existsSync(join(site, 'ar', 'index.html'))).toBe(true)
  })

  test('a bulletin is sent, corrected and killed', () => {
    const sent = lagebild('dispatch', 'send', '--channel', 'spool', '--lang', 'en')
    expect(sent.code).toBe(0)
    const id = sent.out.trim()
    const wrong = ['--not-before', '2026-03-01 06:00', '--time-zone', 'Mars']
    expect(lagebild('dispatch', 'send', '--channel', 'spool', ...wrong.slice(0, 2)).code).toBe(1)
    expect(lagebild('dispatch', 'send', '--channel', 'spool', ...wrong.slice(2)).code).toBe(1)
    lagebild('live', '--once')
    expect(lagebild('dispatch', 'correct', id, '--note', 'again').out).toContain('version 2, usable')
    lagebild('live', '--once')
    expect(lagebild('dispatch', 'kill', id).out).toContain('version 3, canceled')
    lagebild('live', '--once')
    const bulletins = readdirSync(join(folder, 'spool'))
      .map((name) => JSON.parse(readFileSync(join(folder, 'spool', name), 'utf8')) as { type: string })
      .filter(({ type }) => type === 'bulletin')
    expect(bulletins).toMatchObject([
      { version: 1, pubstatus: 'usable', language: 'en', note: null },
      { version: 2, pubstatus: 'usable', note: 'again' },
      { version: 3, pubstatus: 'canceled', bulletin: null },
    ])
    expect(lagebild('dispatch', 'list').out).toContain(`${id}  version 3, canceled`)
    expect(lagebild('dispatch', 'kill', id).err).toContain('bulletin-killed')
    const later = ['--not-before', '2999-03-01T06:00', '--time-zone', 'Europe/Berlin']
    lagebild('dispatch', 'send', '--channel', 'spool', ...later)
    lagebild('live', '--once')
    expect(lagebild('dispatch', 'list').out).toContain('not before 2999-03-01T05:00:00.000Z')
    expect(readdirSync(join(folder, 'spool'))).toHaveLength(4)
  })

  test('a rule that is removed tells nothing more', async () => {
    expect(lagebild('watch', 'remove', 'irak').code).toBe(0)
    await feed('c', 'IRQ', '2012-02-02')
    expect(lagebild('live', '--once', '--json').out).toBe('')
  })
}, 120_000)
