import { describe, expect, it } from 'vitest'
import { makeReport, type Told } from '../../test/support/reports.ts'
import { forgettingOf } from '../chronicle/forget.ts'
import { refOf } from '../chronicle/mention-refs.ts'
import { openMemoryStore } from '../store/memory.ts'
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
