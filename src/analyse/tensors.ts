import type { LagebildError } from '../base/errors.ts'
import type { Matrix } from './neural/model.ts'

/**
 * What model files have in common (little endian): four letters that name the layout; u32 length of the head; the head, JSON in ASCII; then tensors in the
 * order of the head. A matrix is a float32 scale a row, then int8 values row by row; a vector is float32.
 */
export interface TensorHead {
  readonly name: string
  readonly rows: number
  readonly columns: number
  readonly kind: 'int8' | 'float32'
}

type Fault = (why: string) => LagebildError

/** @returns the head, and where what follows it begins */
export function readHead<Head>(bytes: Uint8Array, magic: string, wrong: Fault): { head: Head; from: number } {
  if (bytes.length < 8 || ascii(bytes, 0, 4) !== magic) throw wrong(`it does not start with ${magic}`)
  const length = bytes[4]! | (bytes[5]! << 8) | (bytes[6]! << 16) | (bytes[7]! << 24)
  if (length <= 0 || 8 + length > bytes.length) throw wrong('its head is cut off')
  return { head: JSON.parse(ascii(bytes, 8, 8 + length)) as Head, from: 8 + length }
}

/** Finds tensors by name; `end` is where the bytes behind them begin. */
export interface Tensors {
  readonly matrix: (name: string) => Matrix
  readonly vector: (name: string) => Float32Array
  readonly end: number
}

export function readTensors(
  bytes: Uint8Array,
  from: number,
  heads: readonly TensorHead[],
  wrong: Fault,
): Tensors {
  const matrices = new Map<string, Matrix>()
  const vectors = new Map<string, Float32Array>()
  let at = from
  /** A copy: tensors begin anywhere in a file, float32 arrays at multiples of four only. */
  const take = (size: number): ArrayBuffer => {
    const out = new Uint8Array(size)
    out.set(bytes.subarray(at, at + size))
    at += size
    return out.buffer
  }
  for (const { name, rows, columns, kind } of heads) {
    const size = kind === 'int8' ? rows * (4 + columns) : 4 * rows * columns
    if (at + size > bytes.length) throw wrong(`the tensor "${name}" is cut off`)
    if (kind === 'float32') {
      vectors.set(name, new Float32Array(take(size)))
      continue
    }
    const scales = new Float32Array(take(4 * rows))
    const values = new Int8Array(take(rows * columns))
    matrices.set(name, { rows, columns, values, scales })
  }
  const found = <Tensor>(map: ReadonlyMap<string, Tensor>, name: string): Tensor => {
    const tensor = map.get(name)
    if (tensor === undefined) throw wrong(`the tensor "${name}" is missing`)
    return tensor
  }
  return { matrix: (name) => found(matrices, name), vector: (name) => found(vectors, name), end: at }
}

/** Without TextDecoder: the engine knows neither Node nor DOM. */
function ascii(bytes: Uint8Array, from: number, to: number): string {
  const parts: string[] = []
  for (let at = from; at < to; at += 8192)
    parts.push(String.fromCharCode(...bytes.subarray(at, Math.min(at + 8192, to))))
  return parts.join('')
}
