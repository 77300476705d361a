import { execFile, spawn } from 'node:child_process'
import { appendFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { scratchFolder } from './support/ingest.ts'

const MAIN = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url))
const PROGRAM = ['--import', 'tsx', MAIN]

const lagebild = (...args: string[]): Promise<{ code: number; out: string; err: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [...PROGRAM, ...args], (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err }),
    )
  })

const story = (version: number, more: object = {}) =>
  JSON.stringify({
    ...{
      uri: 'urn:nordwind:1',
      version: String(version),
      versioncreated: `2024-01-05T09:0${version}:00+01:00`,
    },
    ...{ type: 'text', pubstatus: 'usable', language: 'de', infosource: [{ name: 'Nordwind' }] },
    headline: 'Angriff auf Basra',
    body_xhtml: '<p>Türkische Truppen haben am Freitag die irakische Stadt Basra angegriffen.</p>',
    ...more,
  })

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let n = 0; n < 150 && !(await holds()); n++) await new Promise((resolve) => setTimeout(resolve, 200))
}

describe('an agency’s folder that is watched', () => {
  it('is read as it fills: a report, its embargoed update, its kill; and Ctrl-C leaves the store whole', async () => {
    const base = scratchFolder()
    const [data, wire] = [`${base}/data`, `${base}/wire`]
    mkdirSync(wire)
    const child = spawn(process.execPath, [...PROGRAM, '--data', data, 'read', '--watch', wire], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    onTestFinished(() => void child.kill('SIGKILL'))
    let said = ''
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
    })
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
    const events = async () => {
      const { out } = await lagebild('--data', data, 'chronicle', '--json')
      return out.trim() === ''
        ? []
        : out
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line))
    }

    // Written in two goes, as by a slow transfer: half of it is no JSON.
    const [half, rest] = [story(1).slice(0, 100), story(1).slice(100)]
    writeFileSync(`${wire}/1.json`, half)
    await new Promise((resolve) => setTimeout(resolve, 600))
    appendFileSync(`${wire}/1.json`, rest)
    await until(() => said.includes('1.json: 1 read'))
    const [event] = await events()
    expect(event).toMatchObject({ type: 'ASSAULT', retracted: false })

    const tomorrow = new Date(Date.now() + 86_400_000).toISOString()
    writeFileSync(
      `${base}/2`,
      story(2, { embargoed: tomorrow, body_xhtml: '<p>Iranische Truppen haben Mossul angegriffen.</p>' }),
    )
    renameSync(`${base}/2`, `${wire}/2.json`)
    writeFileSync(`${wire}/broken.json`, '{"uri": ')
    rmSync(`${wire}/1.json`)
    await until(() => said.includes('2.json: 1 read'))
    const now = await events()
    expect(now.map(({ id, retracted }) => [id, retracted])).toEqual([[event.id, false]])
    expect(JSON.stringify(now)).not.toContain('Mossul')

    writeFileSync(`${wire}/3.json`, story(3, { pubstatus: 'canceled', body_xhtml: '' }))
    await until(() => said.includes('3.json: 1 read'))
    expect((await events()).map(({ id, retracted }) => [id, retracted])).toEqual([[event.id, true]])

    child.kill('SIGINT')
    expect(await ended).toBe(2)
    expect(said).toContain('3 read, 1 unread')
    expect(said).toContain('1 under embargo')
    expect(said).toContain('bad-json x1')
    const health = JSON.parse((await lagebild('--data', data, 'doctor', '--json')).out)
    expect(JSON.stringify(health)).toContain('"integrity":"ok"')
  }, 120_000)

  it('asks for folders', async () => {
    const { code, err } = await lagebild('read', '--watch', '/nirgendwo')
    expect(code).toBe(1)
    expect(err).toContain('watch-folder')
  })
})
