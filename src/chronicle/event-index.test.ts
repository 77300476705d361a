import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EventId, TextId } from '../base/ids.ts'
import { EventIndex } from './event-index.ts'
import type { Features } from './features.ts'
import { VERBAL } from './features.ts'
import type { Side } from './shared.ts'
import { numberSet } from './words.ts'

const side = (...keys: string[]): Side => {
  const countries = [...new Set(keys.map((key) => key.slice(0, 3)))]
  return {
    ...{ keys, known: keys.filter((key) => key.length > 3), countries },
    ...{ sectors: countries.map((country) => `${country}:GOV`), voices: [], open: keys.length === 0 },
  }
}

const place = (name: string, precision: 'exact' | 'region', lat: number) =>
  ({ name, country: 'IRQ', codebook: name, precision, coordinates: [lat, 44] }) as const
const PLACES = [
  null,
  place('mossul', 'exact', 36.3),
  place('tal-afar', 'exact', 36.4),
  place('ninive', 'region', 36),
]
const DAYS = [null, [3, 3], [4, 4], [3, 4], [2, 4]] as const

type Fields = Omit<Features, 'text' | 'id'>

const fields = fc
  .record({
    type: fc.constantFrom('ASSAULT', 'ASSAULT', 'ASSAULT', 'COERCE', 'ACCUSE' as const),
    day: fc.constantFrom(...DAYS),
    marked: fc.constantFrom(true, true, false),
    place: fc.constantFrom(...PLACES),
    actors: fc.constantFrom(side(), side('USA'), side('USA-army')),
    recipients: fc.constantFrom(side(), side('IRQ')),
    killed: fc.constantFrom(0, 0, 5, 7),
    several: fc.constantFrom(null, null, 'counted', 'called' as const),
    words: fc.subarray([1, 2, 3, 4, 5]),
    trigger: fc.constantFrom('angrif', 'explos'),
    quote: fc.constantFrom(1, 2, 3),
  })
  .map(
    ({ day, place, actors, recipients, killed, words, ...rest }): Fields => ({
      ...rest,
      ...{
        mode: null,
        verbal: VERBAL.has(rest.type),
        mutual: rest.type === 'ASSAULT',
        aux: null,
        published: 4,
      },
      window: day === null ? null : { first: day[0], last: day[1] },
      ...{ actors, recipients, both: side(...actors.keys, ...recipients.keys), context: [] },
      ...{ place, placeKey: place?.name ?? null },
      figures: killed === 0 ? [] : [{ unit: 'killed', set: [], low: killed, high: killed }],
      ...{ words: numberSet(words), story: Uint32Array.of(1, 2, 3), ordinal: 0 },
    }),
  )

/** A few ways of telling, each told by several texts in words of their own; some texts tell two. */
const texts = fc
  .tuple(
    fc.array(fields, { minLength: 2, maxLength: 7 }),
    fc.array(fc.array(fc.tuple(fc.nat(), fc.subarray([1, 2, 3, 4, 5])), { minLength: 1, maxLength: 2 }), {
      minLength: 2,
      maxLength: 14,
    }),
    fc.infiniteStream(fc.nat()),
  )
  .map(([ways, list, random]) =>
    list.map((own, at) => {
      const text = `t${at}` as TextId
      const chosen = new Map(own.map(([way, words]) => [way % ways.length, words]))
      const features = [...chosen].map(([way, words], nth): Features => {
        const id = `${(random.next().value as number).toString(16).padStart(8, '0')}${at}-${nth}` as EventId
        return { ...ways[way]!, id, text, words: numberSet(words) }
      })
      return { text, features }
    }),
  )

const eventsOf = (index: EventIndex, features: readonly Features[]) => {
  index.settle()
  const events = new Map<unknown, string[]>()
  for (const { id } of features) {
    const cluster = index.clusterOf(id)!
    events.set(cluster, [...(events.get(cluster) ?? []), id])
  }
  return [...events.values()].map((ids) => ids.sort().join()).sort()
}

describe('EventIndex', () => {
  it('clusters alike whatever came first, was put twice or taken out again', () => {
    let merged = 0
    fc.assert(
      fc.property(texts, fc.infiniteStream(fc.nat()), (all, random) => {
        const next = () => random.next().value as number
        const kept = all.filter((_, at) => at % 3 !== 2)
        const features = kept.flatMap((one) => one.features)
        const fresh = new EventIndex()
        for (const { text, features } of kept) fresh.put(text, features)
        const index = new EventIndex()
        const order = all.map((one) => ({ one, at: next() })).sort((a, b) => a.at - b.at)
        for (const { one } of order) {
          index.put(one.text, one.features)
          if (next() % 2 === 0) index.settle()
          if (next() % 4 !== 0) continue
          index.put(one.text, one.features.slice(1))
          if (next() % 2 === 0) index.settle()
          index.put(one.text, one.features)
        }
        index.settle()
        for (const { text } of all.filter((_, at) => at % 3 === 2)) index.put(text, [])
        const expected = eventsOf(fresh, features)
        if (expected.some((ids) => ids.split(',').length > 2)) merged++
        expect(eventsOf(index, features)).toEqual(expected)
      }),
      { numRuns: 1500 },
    )
    expect(merged).toBeGreaterThan(100)
  })
})
