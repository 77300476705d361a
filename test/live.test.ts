import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { channelSchema } from '../src/live/deliver/channel.ts'
import { LiveState } from '../src/live/state/live-state.ts'
import { openStore } from '../src/store/sqlite.ts'
import { nextInstant, rule } from './support/live.ts'
import { makeReport, seeded, type Told } from './support/reports.ts'

const MAIN = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url))
const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`

const bombing = (sentence: string, killed: string, more: Partial<Told> = {}): Told => ({
  ...{
    sentence,
    trigger: 'Anschlag',
    type: 'ASSAULT',
    mode: 'explosives',
    recipients: ['IRQ'],
    place: '@Bagdad:IRQ',
  },
  ...{ date: '2014-01-09', figures: [{ words: killed, value: Number(killed) }] },
  ...more,
})
const NOON = bombing(
  'Bei einem Anschlag auf Bewerber der Armee kamen am Donnerstag in Bagdad 13 Menschen um.',
  '13',
)
const EVENING = bombing(
  'Die Zahl der Toten nach dem Anschlag in der Hauptstadt stieg laut Ärzten auf 23.',
  '23',
)
const TALKS: Told = {
  ...{ sentence: 'Der Minister sagte dem Nachbarn in Ankara Hilfe zu.', trigger: 'sagte', type: 'AGREE' },
  ...{ actors: ['TUR'], recipients: ['IRQ'], date: '2014-02-20', status: 'promised' },
}

/** What is recorded, by label, and the alerts it has to raise: rule, kind. */
const TABLE: readonly (readonly [
  label: string,
  told: Told,
  alerts: readonly (readonly [string, string])[],
])[] = [
  ['noon', NOON, [['bagdad', 'new']]],
  ['noon-copy', NOON, []],
  ['talks', TALKS, [['helfer', 'new']]],
  [
    'evening',
    EVENING,
    [
      ['bagdad', 'revised'],
      ['bagdad', 'contradiction'],
      ['bagdad', 'second'],
      ['bagdad', 'figure'],
    ],
  ],
  ['evening-copy', EVENING, []],
]

test('alerts reach a receiver as the table says, in order, once each, through kills at random moments', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lagebild-kills-'))
  const random = seeded(11)
  const received = new Map<
    string,
    { rule: { id: string }; kind: string; at: string; sentence: { report: string } }
  >()
  let requests = 0
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString()
    })
    request.on('end', () => {
      if (++requests % 4 === 0) return void response.writeHead(500).end()
      const { data } = JSON.parse(body) as { data: { alerts: { alert: never }[] } }
      const id = String(request.headers['webhook-id'])
      for (const { alert } of data.alerts) received.set(id, alert)
      response.writeHead(204).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const state = new LiveState(folder)
  state.putChannel(
    channelSchema.parse({ name: 'out', kind: 'webhook', url, secret: SECRET, retries: Array(20).fill(0.05) }),
  )
  const on = [
    'new',
    'figure-revised',
    'contradiction',
    'second-source',
    { figure: { unit: 'killed', atLeast: 20 } },
  ]
  state.putRule(
    rule({
      id: 'bagdad',
      name: 'Bagdad',
      when: { place: 'Bagdad', type: ['ASSAULT'] },
      on,
      channels: ['out'],
    }),
  )
  state.putRule(rule({ id: 'helfer', name: 'Hilfe', when: { dyad: ['TUR', 'IRQ'] }, channels: ['out'] }))
  const store = await openStore(folder)
  let child: ChildProcess | null = null
  const startLive = () => {
    const args = ['--import', 'tsx', MAIN, '--data', folder, 'live', '--poll', '10']
    child = spawn(process.execPath, args, { stdio: 'ignore' })
  }
  const kill = async () => {
    const gone = new Promise((resolve) => child!.once('exit', resolve))
    child!.kill('SIGKILL')
    await gone
  }
  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
  const expected = TABLE.flatMap(([label, , alerts]) => alerts.map(([id, kind]) => [label, id, kind]))
  try {
    startLive()
    for (const [label, told] of TABLE) {
      await nextInstant()
      await store.append([
        makeReport({ id: label, outlet: `${label}-Blatt`, published: '2014-01-10', told: [told] }),
      ])
      await wait(900 + random() * 900)
      await kill()
      startLive()
    }
    for (let turn = 0; turn < 300 && received.size < expected.length; turn++) await wait(100)
    await wait(500)
    const told = state
      .alerts(null, 100)
      .map(({ sentence, rule: { id }, kind }) => [sentence.report, id, kind])
    expect(told).toEqual(expected)
    const arrived = [...received.values()].map(
      ({ sentence, rule: { id }, kind }) => `${sentence.report} ${id} ${kind}`,
    )
    expect(arrived.sort()).toEqual(expected.map((parts) => parts.join(' ')).sort())
  } finally {
    await kill()
    state.close()
    await store.close()
    server.close()
    rmSync(folder, { recursive: true, force: true })
  }
}, 120_000)
