import assert from 'node:assert/strict'
import { LagebildError } from '../base/errors.ts'
import { textId } from '../base/ids.ts'
import type { Decision, Reading } from '../chronicle/types.ts'
import type { NewsItem, Report } from '../document/report.ts'
import { FEED_CONTRACT } from './feed-contract.ts'
import type { Store } from './port.ts'

/** What every store must do. Run each case against a fresh, empty store; a case throws when the store breaks the contract. */
export interface ContractCase {
  readonly name: string
  readonly run: (store: Store) => Promise<void>
}

const ITEM: NewsItem = {
  ...{ uri: 'urn:x:1', version: null, created: null, status: 'usable', embargoed: null, urgency: null },
  ...{ corrects: false, replaces: [], keywords: [] },
}
const inMs = (ms: number) => new Date(Date.now() + ms).toISOString()
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

function report(
  text: string,
  more: {
    outlet?: string
    url?: string
    model?: string
    edtf?: string
    basis?: string
    item?: Partial<NewsItem>
  } = {},
): Report {
  return {
    schema: 'lagebild/report@1',
    id: more.url ?? text,
    language: 'de',
    reader: { program: '0', model: more.model ?? 'm1', codebook: 'c' },
    source: {
      ...{ outlet: more.outlet ?? null, agency: [], url: more.url ?? null, path: null },
      ...{ sha256: textId(text), fetched: null },
      ...(more.item && { item: { ...ITEM, ...more.item } }),
    },
    text,
    ...{
      blocks: [],
      title: null,
      body: [[0, text.length]],
      sentences: [],
      entities: [],
      times: [],
      figures: [],
    },
    published: { edtf: more.edtf ?? null, basis: (more.basis ?? 'given') as 'given', evidence: [] },
    ...{ quotes: [], events: [], positions: [], diagnostics: [] },
  }
}

async function all(readings: AsyncIterable<Reading>): Promise<Reading[]> {
  const list: Reading[] = []
  for await (const reading of readings) list.push(reading)
  return list
}

const outcomes = async (store: Store, ...reports: Report[]) =>
  (await store.append(reports)).map(({ outcome }) => outcome)

const failsWith = (code: string) => (error: unknown) => error instanceof LagebildError && error.code === code

const mention = { text: textId('a'), from: 0, to: 1, type: 'ASSAULT' } as const

export const STORE_CONTRACT: readonly ContractCase[] = [
  {
    name: 'lists the times at which something was recorded',
    async run(store) {
      assert.deepEqual(await store.instants(null), [])
      await store.append([report('a')])
      const [first, ...more] = await store.instants(null)
      assert.deepEqual(more, [])
      assert.deepEqual(await store.instants(first!), [])
      while (new Date().toISOString() <= first!) await new Promise((resolve) => setTimeout(resolve, 1))
      const { recordedAt } = await store.decide('ada', { kind: 'accept', mentions: [mention] })
      assert.deepEqual(await store.instants(null), [first, recordedAt])
      assert.deepEqual(await store.instants(first!), [recordedAt])
    },
  },
  {
    name: 'gives a report back as it came',
    async run(store) {
      const given = report('Grüße aus Łódź 😀', {
        outlet: 'A',
        url: 'https://a.example/1',
        edtf: '2014-01-05',
      })
      await store.append([given])
      assert.deepEqual(
        (await all(store.readings())).map((reading) => reading.report),
        [given],
      )
      assert.equal(await store.text(textId(given.text!)), given.text)
      assert.equal(await store.text(textId('unknown')), null)
    },
  },
  {
    name: 'keeps a report without text without text, even if another brought it',
    async run(store) {
      const given = report('a', { outlet: 'A' })
      await store.append([given, { ...given, text: null, source: { ...given.source, outlet: 'B' } }])
      const texts = (await all(store.readings())).map((reading) => reading.report.text)
      assert.deepEqual(new Set(texts), new Set(['a', null]))
    },
  },
  {
    name: 'tells new, same, copy and reread apart',
    async run(store) {
      const first = report('a', { outlet: 'A' })
      assert.deepEqual(await outcomes(store, first, first), ['new', 'same'])
      assert.deepEqual(await outcomes(store, first), ['same'])
      assert.deepEqual(await outcomes(store, report('a', { outlet: 'B' })), ['copy'])
      assert.deepEqual(await outcomes(store, report('a', { outlet: 'A', model: 'm2' })), ['reread'])
      assert.equal((await all(store.readings())).length, 2)
      assert.equal((await store.health()).readings, 3)
    },
  },
  {
    name: 'takes a given publication into the sighting, an inferred one not',
    async run(store) {
      const dated = (edtf: string, basis: string, model: string) => report('a', { edtf, basis, model })
      await store.append([dated('2014-01-05', 'inferred', 'm1')])
      assert.deepEqual(await outcomes(store, dated('2014-01-06', 'inferred', 'm2')), ['reread'])
      assert.deepEqual(await outcomes(store, dated('2014-01-06', 'metadata', 'm2')), ['copy'])
    },
  },
  {
    name: 'gives the newest reading of a sighting, and an older one as of then',
    async run(store) {
      const [old] = await store.append([report('a')])
      const before = (await all(store.readings()))[0]!.recordedAt
      await new Promise((resolve) => setTimeout(resolve, 5))
      const [fresh] = await store.append([report('a', { model: 'm2' })])
      assert.deepEqual(
        (await all(store.readings())).map(({ id }) => id),
        [fresh!.reading],
      )
      assert.deepEqual(
        (await all(store.readings({ asOf: before }))).map(({ id }) => id),
        [old!.reading],
      )
      assert.deepEqual(await all(store.readings({ asOf: '2000-01-01' })), [])
      await assert.rejects(all(store.readings({ asOf: 'gestern' })), failsWith('as-of-invalid'))
    },
  },
  {
    name: 'gives readings in one order, more than a page of them',
    async run(store) {
      const reports = Array.from({ length: 450 }, (_, index) => report(`text ${index}`))
      await store.append(reports)
      const sightings = (await all(store.readings())).map(({ sighting }) => sighting)
      assert.equal(sightings.length, 450)
      assert.deepEqual(sightings, [...sightings].sort())
    },
  },
  {
    name: 'gives only what was stored since a version',
    async run(store) {
      await store.append([report('a'), report('b')])
      const version = await store.version()
      assert.deepEqual(await all(store.readings({ since: version })), [])
      await store.append([report('a', { model: 'm2' }), report('c')])
      const texts = (await all(store.readings({ since: version }))).map((reading) => reading.report.text)
      assert.deepEqual(texts.sort(), ['a', 'c'])
    },
  },
  {
    name: 'keeps decisions in their order and refuses those that say nothing',
    async run(store) {
      const made: Decision[] = []
      made.push(await store.decide('ada', { kind: 'accept', mentions: [mention] }))
      made.push(await store.decide('ada', { kind: 'accept', mentions: [mention] }))
      made.push(await store.decide('bo', { kind: 'undo', decision: made[0]!.id }))
      assert.equal(new Set(made.map(({ id }) => id)).size, 3)
      assert.deepEqual(await store.decisions(), made)
      assert.deepEqual(await store.decisions({ asOf: '2000-01-01' }), [])
      await assert.rejects(
        store.decide('bo', { kind: 'undo', decision: 'none' }),
        failsWith('decision-unknown'),
      )
      await assert.rejects(
        store.decide('bo', { kind: 'merge', mentions: [mention] }),
        failsWith('decision-invalid'),
      )
      const date = { kind: 'set', mentions: [mention], field: 'date', value: 'gestern' } as const
      await assert.rejects(store.decide('bo', date), failsWith('decision-invalid'))
      assert.equal((await store.decisions()).length, 3)
    },
  },
  {
    name: 'keeps who decided, and why',
    async run(store) {
      const made = await store.decide('ada', { kind: 'accept', mentions: [mention] }, 'seen it myself')
      assert.deepEqual([made.by, made.why], ['ada', 'seen it myself'])
      assert.equal((await store.decide('bo', { kind: 'undo', decision: made.id })).why, null)
      assert.deepEqual(
        (await store.decisions()).map(({ by, why }) => [by, why]),
        [
          ['ada', 'seen it myself'],
          ['bo', null],
        ],
      )
    },
  },
  {
    name: 'forgets a text with all its readings, leaves the rest, and does not take it in again',
    async run(store) {
      const given = { id: 'x', url: 'https://a.example/x' }
      await store.append([
        report('a', { outlet: 'A', ...given }),
        report('a', { outlet: 'B' }),
        report('a', { outlet: 'A', ...given, model: 'm2' }),
        report('b', { outlet: 'A' }),
      ])
      const text = textId('a')
      assert.deepEqual(await store.textsLabelled('https://a.example/x'), [text])
      const { decision, readings, sightings } = await store.forget(
        'ada',
        { kind: 'forget', text, ids: [] },
        'asked',
      )
      assert.deepEqual([readings, sightings], [3, 2])
      assert.deepEqual(
        (await all(store.readings())).map(({ report }) => report.text),
        ['b'],
      )
      assert.equal(await store.text(text), null)
      assert.deepEqual(await store.textsLabelled('https://a.example/x'), [])
      assert.deepEqual(await store.decisions(), [decision])
      assert.deepEqual(await outcomes(store, report('a', { outlet: 'C' }), report('b', { outlet: 'A' })), [
        'forgotten',
        'same',
      ])
      await store.rebuild()
      assert.equal((await all(store.readings())).length, 1)
      const again = await store.forget('ada', { kind: 'forget', text, ids: [] })
      assert.equal(again.readings, 0)
    },
  },
  {
    name: 'takes a forgotten text in again once the tombstone is undone',
    async run(store) {
      await store.append([report('a')])
      const { decision } = await store.forget('ada', { kind: 'forget', text: textId('a'), ids: [] })
      assert.deepEqual(await outcomes(store, report('a')), ['forgotten'])
      await store.decide('ada', { kind: 'undo', decision: decision.id })
      assert.equal(await store.text(textId('a')), null)
      assert.deepEqual(await outcomes(store, report('a')), ['new'])
    },
  },
  {
    name: 'refuses a forgetting that would erase nothing',
    async run(store) {
      const forgetting = { kind: 'forget', text: textId('a'), ids: [] } as const
      await assert.rejects(store.decide('ada', forgetting), failsWith('decision-invalid'))
    },
  },
  {
    name: 'keeps what could not be read, each word once',
    async run(store) {
      const item = { id: 'x.html', code: 'encoding-damaged', message: 'no text' }
      await store.append([], { unread: [item, item] })
      await store.append([], { unread: [item] })
      await store.append([], { unread: [{ ...item, code: 'empty' }] })
      assert.deepEqual(
        (await store.unread()).map(({ code }) => code),
        ['encoding-damaged', 'empty'],
      )
    },
  },
  {
    name: 'grows its version with every entry, and only then',
    async run(store) {
      const versions = [await store.version()]
      const note = async (work: Promise<unknown>) => {
        await work
        versions.push(await store.version())
      }
      await note(store.append([report('a')]))
      await note(store.append([report('a')]))
      await note(store.decide('ada', { kind: 'accept', mentions: [mention] }))
      await note(store.append([], { unread: [{ id: 'x', code: 'c', message: 'm' }] }))
      const grew = versions.slice(1).map((version, index) => version > versions[index]!)
      assert.deepEqual(grew, [true, false, true, true])
    },
  },
  {
    name: 'gives nothing that is under embargo, and gives it by itself when that ends',
    async run(store) {
      const embargoed = inMs(400)
      await store.append([report('a')])
      const before = await store.version()
      await store.append([
        report('b', { item: { embargoed } }),
        report('c', { item: { embargoed: inMs(-9) } }),
      ])
      const held = await store.version()
      const texts = async (options = {}) =>
        (await all(store.readings(options))).map((reading) => reading.report.text).sort()
      assert.deepEqual(await texts(), ['a', 'c'])
      assert.deepEqual(await texts({ asOf: inMs(60_000) }), ['a', 'c'])
      assert.ok(!(await store.instants(null)).includes(embargoed))
      await pause(450)
      assert.ok((await store.version()) > held)
      assert.deepEqual(await texts(), ['a', 'b', 'c'])
      assert.deepEqual(await texts({ since: held }), ['b'])
      assert.deepEqual(await texts({ since: before }), ['b', 'c'])
      assert.deepEqual(await texts({ since: await store.version() }), [])
      const then = new Date(Date.parse(embargoed) - 1).toISOString()
      assert.deepEqual(await texts({ asOf: then }), ['a', 'c'])
      assert.ok((await store.instants(then)).includes(embargoed))
      const freed = (await all(store.readings())).find((reading) => reading.report.text === 'b')
      assert.equal(freed?.recordedAt, embargoed)
      const known = await all(store.readings())
      const version = await store.version()
      await store.rebuild()
      assert.deepEqual(await all(store.readings()), known)
      assert.equal(await store.version(), version)
    },
  },
  {
    name: 'holds an earlier version as long as the later one, and frees none that has been shown',
    async run(store) {
      const version = (text: string, number: string, ms: number, uri = 'urn:x:1') =>
        report(text, { item: { uri, version: number, embargoed: inMs(ms) } })
      await store.append([version('short', '1', 200)])
      await store.append([version('long', '2', 600)])
      await store.append([version('late', '2', 600, 'urn:x:2')])
      await store.append([version('early', '1', 200, 'urn:x:2')])
      await pause(300)
      assert.deepEqual(await all(store.readings()), [])
      await pause(400)
      assert.equal((await all(store.readings())).length, 4)
      await store.append([version('longer', '3', 60_000)])
      assert.equal((await all(store.readings())).length, 4)
    },
  },
  {
    name: 'forgets what is under embargo too',
    async run(store) {
      await store.append([report('a', { item: { embargoed: inMs(150) } })])
      assert.deepEqual(await store.textsLabelled('a'), [textId('a')])
      await store.forget('ada', { kind: 'forget', text: textId('a'), ids: [] })
      await pause(200)
      assert.deepEqual(await all(store.readings()), [])
      assert.equal((await store.instants(null)).length, 1)
    },
  },
  {
    name: 'tells versions of an item apart, though their words are the same',
    async run(store) {
      const version = (more: Partial<NewsItem>) => report('a', { item: more })
      assert.deepEqual(
        await outcomes(
          store,
          version({ version: '1' }),
          version({ version: '2', status: 'withheld' }),
          version({ version: '1' }),
        ),
        ['new', 'copy', 'same'],
      )
    },
  },
  {
    name: 'writes progress down with the reports, or neither',
    async run(store) {
      const progress = { source: '/x.warc', fingerprint: 'f', records: 3, isDone: false }
      assert.equal(await store.progressOf('/x.warc'), null)
      const unread = [{ id: 'x', code: 'c', message: 'm' }]
      await store.append([report('a')], { unread, progress: [progress] })
      assert.deepEqual(await store.progressOf('/x.warc'), progress)
      assert.equal((await store.unread()).length, 1)
      await store.append([], { progress: [{ ...progress, records: 4, isDone: true }] })
      assert.deepEqual(await store.progressOf('/x.warc'), { ...progress, records: 4, isDone: true })
      const broken = { ...report('b'), source: null } as unknown as Report
      await assert.rejects(store.append([broken], { progress: [{ ...progress, records: 9 }] }))
      assert.equal((await store.progressOf('/x.warc'))?.records, 4)
    },
  },
  {
    name: 'keeps what was made of the log until the log changes',
    async run(store) {
      const pieces = async (key: string) => {
        const found: string[] = []
        for await (const piece of store.kept(key)) found.push(piece)
        return found
      }
      await store.append([report('a'), report('b')])
      const version = await store.version()
      assert.deepEqual(await pieces('k'), [])
      assert.equal(await store.keep('k', version - 1, ['too late']), false)
      assert.equal(await store.keep('k', version, ['eins', 'zwei – ä', '']), true)
      assert.deepEqual(await pieces('k'), ['eins', 'zwei – ä', ''])
      assert.deepEqual(await pieces('other'), [])
      assert.equal(await store.keep('k', version, ['drei']), true)
      assert.deepEqual(await pieces('k'), ['drei'])
      await store.rebuild()
      assert.deepEqual(await pieces('k'), [])
      await store.keep('k', version, ['vier'])
      await store.append([report('c')])
      assert.deepEqual(await pieces('k'), [])
      await store.keep('k', await store.version(), ['fünf'])
      await store.forget('ada', { kind: 'forget', text: textId('a'), ids: [] })
      assert.deepEqual(await pieces('k'), [])
    },
  },
  {
    name: 'makes the same again from the log',
    async run(store) {
      await store.append([report('a'), report('b', { outlet: 'B' }), report('a', { model: 'm2' })])
      const before = await all(store.readings())
      await store.rebuild()
      assert.deepEqual(await all(store.readings()), before)
    },
  },
  {
    name: 'takes writes that are begun at one time',
    async run(store) {
      const texts = Array.from({ length: 20 }, (_, index) => `text ${index}`)
      await Promise.all(texts.map((text) => store.append([report(text)])))
      assert.equal((await all(store.readings())).length, 20)
      assert.equal((await store.health()).integrity, 'ok')
    },
  },
  ...FEED_CONTRACT,
]
