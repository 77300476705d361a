import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { nextInstant } from '../../test/support/live.ts'
import { makeReport, seeded } from '../../test/support/reports.ts'
import type { MentionRef } from '../chronicle/types.ts'
import type { Store } from '../store/port.ts'
import { openStore } from '../store/sqlite.ts'
import { viewOf } from '../store/view.ts'
import { type StepMemory, stepsSince } from './steps.ts'

const STATES = ['USA', 'IRQ', 'TUR', 'IRN']
let folder: string
let store: Store
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lagebild-steps-'))
  store = await openStore(folder)
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

const justBefore = (at: string) => new Date(Date.parse(at) - 1).toISOString()

it('sees at each time what a build from scratch sees, however many times lie between two looks', async () => {
  const random = seeded(Number(process.env.SEED ?? 5))
  const pick = (most: number) => Math.floor(random() * most)
  const memory: StepMemory = { last: null }
  let cursor: string | null = null
  let steps = 0
  for (let n = 0; n < 60; n++) {
    await nextInstant()
    const { chronicle } = await viewOf(store)
    const event = chronicle.events[pick(Math.max(1, chronicle.events.length))]
    const mentions: MentionRef[] = (event?.mentions ?? []).map(({ text, evidence, type }) => ({
      ...{ text, type, from: evidence.from, to: evidence.to },
    }))
    const what = random()
    if (event !== undefined && what < 0.15) await store.decide('ada', { kind: 'reject', mentions })
    else if (event !== undefined && what < 0.25) await store.decide('ada', { kind: 'accept', mentions })
    else if (event !== undefined && what < 0.33) {
      const { text, id } = event.mentions[0]!
      await store.forget('ada', { kind: 'forget', text, ids: [{ id, heir: null }] })
    } else {
      const day = `2014-01-0${1 + pick(4)}`
      const actor = pick(4)
      const told = {
        ...{ sentence: `Am ${day} griff ${actor} Stellungen an, ${pick(9)} starben.`, trigger: 'griff' },
        ...{ type: 'ASSAULT' as const, actors: [STATES[actor]!], recipients: [STATES[(actor + 1) % 4]!] },
        date: day,
      }
      // The same address again and again: later states take the place of earlier ones.
      const id = `r${pick(12)}`
      const url = `https://blatt.example/${id}`
      await store.append([makeReport({ id, outlet: `Blatt ${pick(3)}`, url, published: day, told: [told] })])
    }
    await nextInstant()
    if (random() < 0.5) continue
    for await (const { at, before, after } of stepsSince(store, cursor, null, memory)) {
      steps++
      cursor = at
      expect(after).toEqual(await viewOf(store, at))
      // What was erased since is in no view from scratch any more.
      if (before.chronicle.asOf === justBefore(at))
        expect(before).toEqual(await viewOf(store, justBefore(at)))
    }
  }
  expect(steps).toBeGreaterThan(40)
})
