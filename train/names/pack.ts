import { fingerprintOf, MAGIC, type NamesHead, type TableHead } from '../../src/analyse/names/model.ts'
import type { NetworkModel } from '../../src/analyse/neural/model.ts'
import { packHead, packTensors, type TrainedNetwork } from '../pack.ts'

/** Tensors that stay float32: biases, what moves between tags cost, and flags, which are added one by one. */
const FLOATS = new Set(['squeezeBias', 'flags', 'bias', 'outBias', 'transitions'])

/** A file of names as `src/analyse/names/model.ts` reads it. */
export function packNames(
  language: string,
  cellBits: number,
  trained: TrainedNetwork['tensors'],
  tables: Readonly<Record<'names' | 'usage', ReadonlyMap<number, number>>>,
  network: NetworkModel,
): Uint8Array {
  const tensors = packTensors(new Map([...trained].flatMap(([name, tensor]) => halves(name, tensor))), FLOATS)
  const names = packTable(tables.names, 2)
  const usage = packTable(tables.usage, 4)
  const head: NamesHead = {
    language,
    network: fingerprintOf(network),
    cellBits,
    tensors: tensors.map((t) => t.head),
    tables: { names: names.head, usage: usage.head },
  }
  const parts = [packHead(MAGIC, head), ...tensors.flatMap((t) => t.parts), names.bytes, usage.bytes]
  return Uint8Array.from(Buffer.concat(parts))
}

type Tensor = TrainedNetwork['tensors'] extends ReadonlyMap<string, infer Item> ? Item : never

/** The states of the two layers lie in two places: `squeeze` becomes two matrices. */
function halves(name: string, tensor: Tensor): [string, Tensor][] {
  if (name !== 'squeeze') return [[name, tensor]]
  const [rows = 0, columns = 0] = tensor.shape
  const half = columns / 2
  return [1, 2].map((n) => {
    const values = new Float32Array(rows * half)
    for (let r = 0; r < rows; r++) {
      const from = r * columns + (n - 1) * half
      values.set(tensor.values.subarray(from, from + half), r * half)
    }
    return [`squeeze${n}`, { shape: [rows, half], values }]
  })
}

function packTable(
  entries: ReadonlyMap<number, number>,
  valueBytes: number,
): { head: TableHead; bytes: Uint8Array } {
  const bytes: number[] = []
  let last = 0
  for (const [key, value] of [...entries].sort(([a], [b]) => a - b)) {
    let gap = key - last
    while (gap > 127) {
      bytes.push((gap % 128) | 128)
      gap = Math.floor(gap / 128)
    }
    bytes.push(gap)
    for (let b = 0; b < valueBytes; b++) bytes.push(Math.floor(value / 256 ** b) & 255)
    last = key
  }
  return {
    head: { entries: entries.size, valueBytes, bytes: bytes.length },
    bytes: Uint8Array.from(bytes),
  }
}
