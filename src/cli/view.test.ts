import { describe, expect, it } from 'vitest'
import { makeReport, type Told } from '../../test/support/reports.ts'
import { LagebildError } from '../base/errors.ts'
import { forgettingOf } from '../chronicle/forget.ts'
import { refOf } from '../chronicle/mention-refs.ts'
import { openMemoryStore } from '../store/memory.ts'
import type { Store } from '../store/port.ts'
import { chronicleProgram } from './resources.ts'
import { cachedChronicle, chronicleOf } from './view.ts'

const told = (place: string, killed: number): Told => ({
  ...{
    sentence: `Bei einem Anschlag in ${place} starben ${killed} Menschen.`,
    trigger: 'Anschlag',
    type: 'ASSAULT',
  },
  ...{ recipients: ['IRQ/CVL:Menschen'], place: `@${place}:IRQ`, date: '2014-01-06' },
  figures: [{ words: String(killed), value: killed }],
})
const report = (id: string, place: string, killed: number) =>
  makeReport({ id, told: [told(place, killed)], published: '2014-01-07' })

async function piecesIn(store: Store): Promise<string[]> {
  const pieces: string[] = []
  for await (const piece of store.kept(chronicleProgram())) pieces.push(piece)
  return pieces
}

describe('chronicleOf', () => {
  it('gives what was kept, which is what would be made again, until the store changes', async () => {
    const store = await openMemoryStore()
    await store.append([report('a', 'Mossul', 12), report('b', 'Mossul', 14), report('c', 'Basra', 3)])
    const made = await chronicleOf(store, null, 0)
    const kept = await chronicleOf(store, null, 0)
    expect(kept).not.toBe(made)
    expect(kept).toEqual(made)
    expect(await piecesIn(store)).not.toEqual([])
    await store.append([report('d', 'Mossul', 17)])
    const later = await chronicleOf(store)
    expect(later.coverage.documents).toBe(4)
    expect(await piecesIn(store)).toEqual([])
  })

  it('answers where nothing can be kept', async () => {
    const store = await openMemoryStore()
    await store.append([report('a', 'Mossul', 12)])
    store.keep = () => Promise.reject(new LagebildError('store-disk-full', 'The disk is full', 'Free some.'))
    expect((await chronicleOf(store, null, 0)).events).toHaveLength(1)
  })
})

describe('cachedChronicle', () => {
  it('keeps up with the store: reports, decisions and erasures', async () => {
    const store = await openMemoryStore()
    const current = cachedChronicle(store)
    const agrees = async () => {
      const [kept, fresh] = [await current(), await chronicleOf(store)]
      expect(kept).toEqual(fresh)
      return kept
    }
    expect((await agrees()).events).toEqual([])
    await store.append([report('a', 'Mossul', 12), report('b', 'Basra', 3)])
    expect((await agrees()).events).toHaveLength(2)
    await store.append([report('c', 'Mossul', 14)])
    const { events } = await agrees()
    expect(events.map(({ mentions }) => mentions.length).sort()).toEqual([1, 2])
    await store.decide('ada', {
      kind: 'merge',
      mentions: events.flatMap(({ mentions }) => mentions.map(refOf)),
    })
    const merged = await agrees()
    expect(merged.events).toHaveLength(1)
    await store.forget('ada', forgettingOf(merged, merged.events[0]!.mentions[0]!.text))
    expect((await agrees()).events[0]!.mentions).toHaveLength(2)
  })

  it('shows what is under embargo when that ends, though nothing was written', async () => {
    const store = await openMemoryStore()
    const current = cachedChronicle(store)
    const embargoed = new Date(Date.now() + 300).toISOString()
    const held = makeReport({
      id: 'h',
      told: [told('Basra', 3)],
      published: '2014-01-07',
      item: { embargoed },
    })
    await store.append([report('a', 'Mossul', 12), held])
    expect((await current()).events).toHaveLength(1)
    expect(JSON.stringify(await current())).not.toContain('Basra')
    expect((await chronicleOf(store, '2999-01-01')).events).toHaveLength(1)
    await new Promise((resolve) => setTimeout(resolve, 350))
    expect((await current()).events).toHaveLength(2)
    expect(await current()).toEqual(await chronicleOf(store))
    const before = new Date(Date.parse(embargoed) - 1).toISOString()
    expect((await chronicleOf(store, before)).events).toHaveLength(1)
    expect((await chronicleOf(store, embargoed)).events).toHaveLength(2)
  })

  it('answers several who ask at once with one chronicle', async () => {
    const store = await openMemoryStore()
    const current = cachedChronicle(store)
    await store.append([report('a', 'Mossul', 12)])
    const [one, other] = await Promise.all([current(), current()])
    expect(one).toBe(other)
  })
})
