import { expect, test } from 'vitest'
import { type Kernels, packWeights } from './contract.ts'
import { createKernels } from './create.ts'
import { plainKernels } from './plain.ts'
import { kernelBytes } from './wasm.ts'

const BYTES = 4 * 65536
/** The same memory, filled with numbers from -1 to 1, for both. */
function both(): readonly [Kernels, Kernels] {
  const wasm = createKernels(BYTES)
  const plain = plainKernels({ buffer: new ArrayBuffer(BYTES) })
  let state = 7
  const next = () => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    return state / 0x40000000 - 1
  }
  for (let i = 0; i < BYTES / 4; i++) new Float32Array(plain.memory.buffer)[i] = next()
  const i16 = new Int16Array(plain.memory.buffer, 65536, 16384)
  for (let i = 0; i < i16.length; i++) i16[i] = Math.round(next() * 32767)
  const weights = Array.from({ length: 32 * 64 }, () => Math.round(next() * 127))
  packWeights(weights, 32, 64, new Int16Array(plain.memory.buffer, 65536 + 32768, 32 * 64))
  new Uint8Array(wasm.memory.buffer).set(new Uint8Array(plain.memory.buffer))
  return [wasm, plain]
}
/** As one buffer: comparing element by element takes seconds. */
const bytesOf = (kernels: Kernels) => Buffer.from(kernels.memory.buffer, 0, BYTES)

test('WebAssembly is there, or the comparison below would prove nothing', () => {
  expect(createKernels(1).product.toString()).toContain('native')
})

test('the module is small enough to be compiled in no time', () => {
  expect(kernelBytes(2 ** 26).length).toBeLessThan(9216)
})

test.each([0, 1, 2, 4, 7])('product of %i rows', (m) => {
  const [wasm, plain] = both()
  for (const k of [wasm, plain]) k.product(65536, 256, 65536 + 32768, 0, 512, 131072, 128, m, 32, 64)
  expect(bytesOf(wasm).equals(bytesOf(plain))).toBe(true)
})

test('product is the product', () => {
  const [, plain] = both()
  const i16 = new Int16Array(plain.memory.buffer)
  const f32 = new Float32Array(plain.memory.buffer)
  const weights = Array.from({ length: 16 * 4 }, (_, i) => i - 32)
  packWeights(weights, 16, 4, i16.subarray(0, 64))
  i16.set([1000, -2000, 3000, 4000], 64)
  f32.fill(2, 64, 80)
  f32.fill(0.5, 80, 81)
  f32.fill(10, 128, 144)
  plain.product(128, 16, 0, 256, 320, 512, 64, 1, 16, 4)
  const expected = Array.from({ length: 16 }, (_, j) =>
    [1000, -2000, 3000, 4000].reduce((sum, x, p) => sum + x * weights[j * 4 + p]!, 10),
  )
  expect([...f32.subarray(128, 144)]).toEqual(expected)
})

test.each([
  [5, 7],
  [4, 8],
  [1, 5],
  [2, 4],
  [1, 1],
  [6, 3],
  [0, 4],
])('dots of %i and %i rows', (m, n) => {
  const [wasm, plain] = both()
  for (const k of [wasm, plain]) k.dots(0, 128, 4096, 160, 131072, 64, m, n, 32)
  expect(bytesOf(wasm).equals(bytesOf(plain))).toBe(true)
})

test('cell', () => {
  const [wasm, plain] = both()
  new Float32Array(wasm.memory.buffer).set([-100, 100, 0, 9, -9], 3)
  new Float32Array(plain.memory.buffer).set([-100, 100, 0, 9, -9], 3)
  for (const k of [wasm, plain]) k.cell(0, 640, 8192, 160, 131072, 256, 6, 40)
  // what is left in the gates may differ
  const [one, other] = [wasm, plain].map((k) => bytesOf(k).subarray(6 * 640))
  expect(one!.equals(other!)).toBe(true)
})

test('rectify', () => {
  const [wasm, plain] = both()
  for (const k of [wasm, plain]) k.rectify(1024, 128, 5, 28)
  expect(bytesOf(wasm).equals(bytesOf(plain))).toBe(true)
  const f32 = new Float32Array(plain.memory.buffer)
  expect(f32.subarray(256, 256 + 28).some((x) => x < 0)).toBe(true)
  expect(f32.subarray(256, 256 + 28).every((x) => x > -0.11)).toBe(true)
})

test('sums of rows of a table', () => {
  const [wasm, plain] = both()
  for (const k of [wasm, plain]) {
    new Int32Array(k.memory.buffer).set([3, 0, 7, 3], 16384)
    k.sumRows(131072, 65536 + 8, 4096, 65536, 4, 24)
    k.sumRows(0, 65536 + 8, 4096, 65536, 0, 8)
  }
  expect(bytesOf(wasm).equals(bytesOf(plain))).toBe(true)
})

test('quantised numbers: the greatest is 32767, the others are rounded, nothing stays nothing', () => {
  const [wasm, plain] = both()
  const numbers = [-32767, 16384.3, 0.6, -0.6, 1.4, -1.4, 0, 32766.9]
  for (const k of [wasm, plain]) {
    const f32 = new Float32Array(k.memory.buffer)
    f32.set(numbers, 0)
    f32.fill(0, 16, 24)
    k.quantise(0, 131072, 131072 + 256, 8)
    k.quantise(64, 131072 + 512, 131072 + 768, 8)
    k.quantise(4096, 131072 + 1024, 131072 + 2048, 200)
  }
  expect(bytesOf(wasm).equals(bytesOf(plain))).toBe(true)
  const at = (from: number) => [...new Int16Array(wasm.memory.buffer, from, 8)]
  expect(at(131072)).toEqual([-32767, 16384, 1, -1, 1, -1, 0, 32767])
  expect(at(131072 + 512)).toEqual([0, 0, 0, 0, 0, 0, 0, 0])
})

test('narrowed numbers are held between -1 and 1, and cut', () => {
  const [wasm, plain] = both()
  for (const k of [wasm, plain]) {
    new Float32Array(k.memory.buffer).set([-2, 2, 1, -1, 0.99999, -0.99999, 1e-5, -0.5], 0)
    k.narrow(0, 131072, 64)
  }
  expect(bytesOf(wasm).equals(bytesOf(plain))).toBe(true)
  const found = [...new Int16Array(wasm.memory.buffer, 131072, 8)]
  expect(found).toEqual([-32767, 32767, 32767, -32767, 32766, -32766, 0, -16383])
})

test.each([0, 1, 2, 3, 8, 21])('spans of %i words', (n) => {
  const [wasm, plain] = both()
  for (const k of [wasm, plain]) k.spans(0, 65536, n)
  expect(bytesOf(wasm).equals(bytesOf(plain))).toBe(true)
})
