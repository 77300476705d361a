import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nextInstant, rule, TABLES } from '../../test/support/live.ts'
import { makeReport, seeded, type Told } from '../../test/support/reports.ts'
import type { Store } from '../store/port.ts'
import { openStore } from '../store/sqlite.ts'
import { channelSchema } from './deliver/channel.ts'
import { deliverDue } from './deliver/dispatcher.ts'
import { LiveState } from './state/live-state.ts'
import { catchUp } from './watcher.ts'

let folder: string
let store: Store
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lagebild-live-'))
  store = await openStore(folder)
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

const ACTORS = ['USA', 'IRQ', 'TUR', 'FRA', 'RUS', 'CHN', 'GBR', 'DEU', 'ITA', 'ESP', 'POL', 'UKR', 'IND']
/** Each another matter: other parties, another month. */
const day = (n: number): Told => ({
  ...{
    sentence: `Im Monat ${n} griff ${ACTORS[n - 1]} eine Stellung an, ${n + 10} starben.`,
    trigger: 'griff',
  },
  ...{ type: 'ASSAULT', actors: [ACTORS[n - 1]!], recipients: [ACTORS[n]!] },
  date: `2013-${String(n).padStart(2, '0')}-05`,
  figures: [{ words: String(n + 10), value: n + 10 }],
})
const feed = async (id: string, told: Told) => {
  await nextInstant()
  await store.append([makeReport({ id, outlet: `${id}-Blatt`, published: '2014-02-01', told: [told] })])
  await nextInstant()
}
const withRules = (state: LiveState) => {
  state.putChannel({ name: 'out', kind: 'folder', path: folder, retries: [0] })
  state.putRule(
    rule({ id: 'all', name: 'Alles', on: ['new', 'changed'], channels: ['out'], lang: ['de', 'en'] }),
    '2000',
  )
}

describe('catchUp', () => {
  it('tells what was under embargo when that ends, and takes back what is killed', async () => {
    const state = new LiveState(folder)
    state.putRule(rule({ id: 'all', name: 'Alles' }))
    const version = (id: string, item: object) =>
      makeReport({ id, outlet: 'Blatt', published: '2014-02-01', told: [day(2)], item })
    await nextInstant()
    const embargoed = new Date(Date.now() + 400).toISOString()
    await store.append([version('a', { version: '1', embargoed })])
    await feed('b', day(3))
    expect((await catchUp(store, state, TABLES)).map(({ sentence }) => sentence.report)).toEqual(['b'])
    await new Promise((resolve) => setTimeout(resolve, 450))
    const told = await catchUp(store, state, TABLES)
    expect(told.map(({ kind, at, sentence }) => [kind, at, sentence.report])).toEqual([
      ['new', embargoed, 'a'],
    ])
    await store.append([version('kill', { version: '2', status: 'canceled' })])
    await nextInstant()
    const [back, ...more] = await catchUp(store, state, TABLES)
    expect([back?.kind, back?.corrects, back?.causes[0]]).toMatchObject([
      'retracted',
      told[0]!.id,
      { kind: 'withdrawal', report: 'kill' },
    ])
    expect(more).toEqual([])
    state.close()
  })

  it('tells what was recorded since, once, and nothing from before its rule', async () => {
    const state = new LiveState(folder)
    await feed('early', day(1))
    state.putRule(rule({ id: 'all', name: 'Alles' }))
    expect(await catchUp(store, state, TABLES)).toEqual([])
    await feed('a', day(2))
    await feed('b', day(3))
    expect((await catchUp(store, state, TABLES)).map(({ sentence }) => sentence.report)).toEqual(['a', 'b'])
    await feed('copy', day(3))
    expect(await catchUp(store, state, TABLES)).toEqual([])
    state.close()
  })

  it('makes a delivery for each channel and language, a correction for all who got the first, none while muted', async () => {
    const state = new LiveState(folder)
    withRules(state)
    await feed('a', day(2))
    const [alert] = await catchUp(store, state, TABLES)
    expect(state.deliveries.recipientsOf(alert!.id).map(({ lang }) => lang)).toEqual(['de', 'en'])
    await deliverDue(state)
    state.putRule(rule({ id: 'all', name: 'Alles', channels: ['out'], lang: ['fr'] }))
    await store.decide('ada', {
      kind: 'reject',
      mentions: alert!.event!.mentions.map(({ text, evidence, type }) => ({
        text,
        from: evidence.from,
        to: evidence.to,
        type,
      })),
    })
    await nextInstant()
    const [retraction] = await catchUp(store, state, TABLES)
    expect(retraction).toMatchObject({ kind: 'retracted', corrects: alert!.id })
    expect(state.deliveries.recipientsOf(retraction!.id).map(({ lang }) => lang)).toEqual(['de', 'en', 'fr'])
    state.muteRule('all', 'forever')
    await feed('b', day(4))
    const [quiet] = await catchUp(store, state, TABLES)
    expect(state.deliveries.recipientsOf(quiet!.id)).toEqual([])
    expect(() => state.muteRule('none', null)).toThrow(/watch-unknown/)
    state.close()
  })

  it('calls nothing back from whom it never reached, and lets through only what a channel is for', async () => {
    const state = new LiveState(folder)
    const put = (name: string, more: object) =>
      state.putChannel(channelSchema.parse({ name, kind: 'folder', path: folder, ...more }))
    put('embargoed', { embargo: { until: '2999-01-01T00:00', timeZone: 'Europe/Berlin' } })
    put('iraq', { for: { countries: ['IRQ'] } })
    put('english', { for: { lang: ['en'] } })
    put('attacks', { for: { topics: ['ASSAULT'] } })
    put('words', { for: { topics: ['stellung'], countries: ['TUR'] } })
    put('talks', { for: { topics: ['CONSULT', 'Verhandlung'] } })
    state.putChannel(
      channelSchema.parse({
        ...{ name: 'desk', kind: 'mail', host: 'localhost', port: 1, from: 'lage@example.org' },
        to: ['ada@example.org', { address: 'bo@example.org', for: { lang: ['en'], countries: ['FRA'] } }],
        for: { countries: ['TUR', 'FRA'] },
      }),
    )
    const names = ['embargoed', 'iraq', 'english', 'attacks', 'words', 'talks', 'desk']
    state.putRule(rule({ id: 'all', name: 'Alles', channels: names, lang: ['de', 'en'] }), '2000')
    const reached = (id: string) =>
      state.deliveries
        .recipientsOf(id)
        .map(({ channel, recipient, lang }) => `${channel}${recipient.slice(0, 3)} ${lang}`)
    // Iraq against Turkey; then Turkey against France.
    await feed('a', day(2))
    const [alert] = await catchUp(store, state, TABLES)
    const both = (name: string) => [`${name} de`, `${name} en`]
    const ofAll = [...both('attacks'), ...both('deskada'), ...both('embargoed'), 'english en']
    expect(reached(alert!.id)).toEqual([...ofAll, ...both('iraq'), ...both('words')])
    await feed('b', day(3))
    const [next] = await catchUp(store, state, TABLES)
    expect(reached(next!.id)).toEqual([
      ...both('attacks'),
      ...both('deskada'),
      'deskbo@ en',
      ...both('embargoed'),
      'english en',
      ...both('words'),
    ])
    await deliverDue(state)
    // The channel is for others by now; who got it is told all the same.
    put('iraq', { for: { countries: ['CHN'] } })
    const mentions = alert!.event!.mentions.map(({ text, evidence, type }) => ({
      ...{ text, type, from: evidence.from, to: evidence.to },
    }))
    await store.decide('ada', { kind: 'reject', mentions })
    await nextInstant()
    const [retraction] = await catchUp(store, state, TABLES)
    const handedOut = [
      ...both('attacks'),
      ...both('deskada'),
      'english en',
      ...both('iraq'),
      ...both('words'),
    ]
    expect(reached(retraction!.id)).toEqual(handedOut)
    expect(reached(alert!.id)).toEqual(handedOut)
    state.close()
  })

  it('tells each alert once, in order, however often it is cut off in the middle of a step', async () => {
    const state = new LiveState(folder)
    withRules(state)
    for (let n = 1; n <= 12; n++) await feed(`r${n}`, day(n))
    const random = seeded(7)
    const told: string[] = []
    for (let turn = 0; turn < 200 && told.length < 12; turn++) {
      const own = new LiveState(folder)
      let left = Math.floor(random() * 9)
      const { addAlert, moveCursor } = LiveState.prototype
      const fragile = <Call extends (...args: never[]) => unknown>(call: Call) =>
        ((...args: never[]) => {
          if (left-- === 0) throw new Error('killed')
          return call.apply(own, args)
        }) as unknown as Call
      own.addAlert = fragile(addAlert)
      own.moveCursor = fragile(moveCursor)
      await catchUp(store, own, TABLES).catch((error: Error) => expect(error.message).toBe('killed'))
      told.splice(0, told.length, ...own.alerts(null, 100).map(({ sentence }) => sentence.report))
      own.close()
    }
    expect(told).toEqual(Array.from({ length: 12 }, (_, n) => `r${n + 1}`))
    expect(state.deliveries.counts()).toEqual({ pending: 24, sent: 0, dead: 0 })
    state.close()
  })

  it('takes back what was told of a text that is erased, and keeps no word of it', async () => {
    const state = new LiveState(folder)
    withRules(state)
    await feed('secret', day(2))
    const [alert] = await catchUp(store, state, TABLES)
    await deliverDue(state)
    expect(JSON.stringify(state.alerts(null, 9))).toContain('Im Monat 2')
    const { text, id } = alert!.event!.mentions[0]!
    await store.forget('ada', { kind: 'forget', text, ids: [{ id, heir: null }] }, 'asked to')
    await nextInstant()
    const [retraction, ...more] = await catchUp(store, state, TABLES)
    expect(more).toEqual([])
    expect(retraction).toMatchObject({
      ...{
        kind: 'retracted',
        corrects: alert!.id,
        causes: [{ kind: 'decision', action: 'forget', why: 'asked to' }],
      },
    })
    expect(state.deliveries.recipientsOf(retraction!.id)).toHaveLength(2)
    expect(JSON.stringify(state.alerts(null, 9))).not.toContain('Im Monat 2')
    state.close()
  })
})
