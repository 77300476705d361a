import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { buildChronicle } from '../src/chronicle/build.ts'
import type { Reading } from '../src/chronicle/types.ts'
import type { Report } from '../src/document/report.ts'
import { identify } from '../src/store/identify.ts'

const file = (name: string) =>
  readFileSync(fileURLToPath(new URL(`gold/merging/${name}`, import.meta.url)), 'utf8')

interface Gold {
  readonly incidents: readonly {
    readonly id: string
    readonly mentions: readonly { readonly report: string; readonly evidence: string }[]
  }[]
}

const reports = file('loaded.jsonl')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Report)
const readings = reports.map((report): Reading => {
  const { reading, sighting, text } = identify(report)
  return { id: reading, sighting, text, recordedAt: '2026-01-01T00:00:00.000Z', report }
})

/** The incident of each mention and the event it came to stand in. */
function pairs(): { incident: string; event: string }[] {
  const texts = new Map(reports.map(({ id, text }) => [id, text ?? '']))
  const eventAt = new Map<string, string>()
  for (const { id, mentions } of buildChronicle(readings, [], []).events)
    for (const { report, evidence, also } of mentions)
      for (const { from } of [evidence, ...also]) eventAt.set(`${report} ${from}`, id)
  return (JSON.parse(file('gold.json')) as Gold).incidents.flatMap(({ id: incident, mentions }) =>
    mentions.map(({ report, evidence }) => ({
      incident,
      event: eventAt.get(`${report} ${texts.get(report)!.indexOf(evidence)}`) ?? `${report} ${evidence}`,
    })),
  )
}

/** The share of pairs with one `a` that have one `b` too. */
function share<Pair>(all: readonly Pair[], a: (pair: Pair) => string, b: (pair: Pair) => string): number {
  let both = 0
  let alike = 0
  all.forEach((left, at) => {
    for (const right of all.slice(0, at)) {
      if (a(left) !== a(right)) continue
      alike++
      if (b(left) === b(right)) both++
    }
  })
  return both / alike
}

describe('merging of hand-made reports (test/gold/merging)', () => {
  const all = pairs()
  const incident = (pair: { incident: string }) => pair.incident
  const event = (pair: { event: string }) => pair.event

  it('puts together what is one, and hardly anything else', () => {
    expect(share(all, event, incident), 'precision').toBeGreaterThan(0.99)
    expect(share(all, incident, event), 'recall').toBeGreaterThan(0.85)
  })

  it('keeps two attacks of one day apart', () => {
    const home = (name: string) => new Set(all.filter((pair) => pair.incident === name).map(event))
    for (const [one, other] of [
      ['kabul-bomb-7', 'kabul-judge'],
      ['kabul-bomb-7', 'kabul-bomb-8'],
      ['mali-convoy', 'mali-un'],
      ['mali-airstrike', 'mali-convoy'],
    ] as const) {
      for (const id of home(one)) expect(home(other).has(id), `${one}, ${other}`).toBe(false)
    }
  })
})
