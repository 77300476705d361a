import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { packModel, type TrainedNetwork } from '../../../train/pack.ts'
import { UPOS } from '../../document/tokens.ts'
import { readModel } from '../model.ts'
import { abreast } from './abreast.ts'
import { Eisner } from './eisner.ts'
import { encoderOf } from './encoder.ts'
import { Layout, MAX_ROWS } from './machine.ts'
import type { Source } from './model.ts'
import { Network } from './network.ts'

interface Fixture extends Omit<TrainedNetwork, 'tensors'> {
  readonly tensors: Readonly<
    Record<string, { readonly shape: readonly number[]; readonly values: readonly number[] }>
  >
  readonly sentences: readonly {
    readonly source: Source
    readonly forms: readonly string[]
    /** What `train/neural/network.py` computes: words by tags; words by heads, the root first. */
    readonly upos: readonly (readonly number[])[]
    readonly arcs: readonly (readonly number[])[]
  }[]
}
const fixture = JSON.parse(readFileSync('src/analyse/neural/fixture.json', 'utf8')) as Fixture
const tensors = new Map(
  Object.entries(fixture.tensors).map(([name, { shape, values }]) => [
    name,
    { shape, values: Float32Array.from(values) },
  ]),
)
const noLemmas = {
  scripts: [],
  model: { classes: 0, bits: 0, weights: new Float32Array(1) },
  lexicon: new Map<string, string>(),
  known: new Set<string>(),
}
const model = readModel(packModel('de', { ...fixture, tensors }, noLemmas)).network
const { sentences } = fixture

describe('the network says in TypeScript what it says in Python', () => {
  it.each(sentences.map((s, i) => [i, s.forms.join(' ')] as const))('tags of sentence %i: %s', (i) => {
    const { source, forms, upos } = sentences[i]!
    const { encoder, machine } = encoderOf(model)
    const { heads, stride } = encoder.encode(abreast([forms]), source)
    const rows = machine.f32.subarray(heads >> 2)
    const from = 2 * model.arc + 2 * model.relation
    const mine = forms.map((_, t) => [...rows.subarray(t * stride + from, t * stride + from + UPOS.length)])
    mine.forEach((row, t) => {
      row.forEach((value, c) => {
        expect(value).toBeCloseTo(upos[t]![c]!, 2)
      })
    })
  })

  it.each(sentences.map((s, i) => [i, s.forms.join(' ')] as const))('tree of sentence %i: %s', (i) => {
    const { source, forms, arcs } = sentences[i]!
    const size = forms.length
    const layout = new Layout()
    const [eisner, scores, root] = [
      new Eisner(layout, size),
      layout.take(4 * size * size),
      layout.take(4 * size),
    ]
    const machine = layout.build()
    eisner.load(machine)
    machine.f32.set(
      arcs.flatMap((row) => row.slice(1)),
      scores >> 2,
    )
    machine.f32.set(
      arcs.map((row) => row[0]!),
      root >> 2,
    )
    const head = new Int32Array(size)
    eisner.decode(scores, root, size, head)
    expect([...new Network(model).read([forms], source)[0]!.head]).toEqual([...head])
  })
})

it('does not depend on which sentences are read together', () => {
  const forms = sentences.map((s) => s.forms)
  const many = [...forms, ...forms, ...forms.toReversed(), [], ...forms]
  const network = new Network(model)
  const together = network.read(many, 'news')
  many.forEach((one, i) => {
    expect(network.read([one], 'news')[0]).toEqual(together[i])
  })
})

it('reads a sentence that is longer than its buffers, as one tree', () => {
  const forms = Array.from({ length: 2 * MAX_ROWS + 3 }, (_, i) => sentences[1]!.forms[i % 9]!)
  const { head } = new Network(model).read([forms], 'news')[0]!
  expect(head.length).toBe(forms.length)
  expect(head.filter((h) => h < 0).length).toBe(1)
})
