import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { packNames } from '../../../train/names/pack.ts'
import { packModel } from '../../../train/pack.ts'
import { readModel } from '../model.ts'
import { abreast } from '../neural/abreast.ts'
import { Encoder } from '../neural/encoder.ts'
import { Layout } from '../neural/machine.ts'
import { Network } from '../neural/network.ts'
import { readNamesModel } from './model.ts'
import { NameRecogniser } from './recogniser.ts'

interface Fixture {
  readonly cellBits: number
  readonly names: readonly (readonly [number, number])[]
  readonly usage: readonly (readonly [number, number])[]
  readonly tensors: Readonly<Record<string, { shape: readonly number[]; values: readonly number[] }>>
  /** What `train/neural/names.py` says: words by tags, and the best tags. */
  readonly sentences: readonly {
    readonly forms: readonly string[]
    readonly scores: readonly (readonly number[])[]
    readonly tags: readonly number[]
  }[]
}
const read = <Data>(path: string) => JSON.parse(readFileSync(path, 'utf8')) as Data
const tensorsOf = (tensors: Fixture['tensors']) =>
  new Map(
    Object.entries(tensors).map(([name, { shape, values }]) => [
      name,
      { shape, values: Float32Array.from(values) },
    ]),
  )
const fixture = read<Fixture>('src/analyse/names/fixture.json')
const neural = read<Parameters<typeof packModel>[1] & Pick<Fixture, 'tensors'>>(
  'src/analyse/neural/fixture.json',
)
const { network } = readModel(
  packModel(
    'de',
    { ...neural, tensors: tensorsOf(neural.tensors) },
    {
      scripts: [],
      model: { classes: 0, bits: 0, weights: new Float32Array(1) },
      lexicon: new Map<string, string>(),
      known: new Set<string>(),
    },
  ),
)
const bytes = packNames(
  'de',
  fixture.cellBits,
  tensorsOf(fixture.tensors),
  {
    names: new Map(fixture.names),
    usage: new Map(fixture.usage),
  },
  network,
)
const model = readNamesModel(bytes)
const { sentences } = fixture

describe('the recogniser says in TypeScript what it says in Python', () => {
  it.each(sentences.map((s, i) => [i, s.forms.join(' ')] as const))('sentence %i: %s', (i) => {
    const { forms, scores, tags } = sentences[i]!
    const layout = new Layout()
    const encoder = new Encoder(network, layout)
    const recogniser = new NameRecogniser(model, network, encoder.words, layout)
    const machine = layout.build()
    encoder.load(machine)
    recogniser.load(machine)
    const words = abreast([forms])
    const encoded = encoder.encode(words, 'news')
    recogniser.score(words, encoded).forEach((row, t) => {
      row.forEach((value, tag) => {
        expect(value).toBeCloseTo(scores[t]![tag]!, 1)
      })
    })
    expect([...recogniser.tag(words, encoder.encode(words, 'news'))[0]!]).toEqual(tags)
  })
})

it('does not depend on which sentences are read together, nor do trees on the recogniser', () => {
  const forms = sentences.map((s) => s.forms)
  const many = [...forms, ...forms.toReversed(), [], ...forms, ...forms]
  const [withNames, without] = [new Network(network, model), new Network(network)]
  const together = withNames.read(many, 'news')
  many.forEach((one, i) => {
    expect(withNames.read([one], 'news')[0]).toEqual(together[i])
    expect({ ...together[i], name: null }).toEqual({ ...without.read([one], 'news')[0], name: null })
  })
})

it.each([
  ['nothing', new Uint8Array(0)],
  ['another file', Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9])],
  ['half of it', bytes.subarray(0, bytes.length / 2)],
  ['all but its last byte', bytes.subarray(0, bytes.length - 1)],
])('refuses %s', (_, part) => {
  expect(() => readNamesModel(part)).toThrow(expect.objectContaining({ code: 'model-format' }))
})
