import { type Kernels, type Memory, PACKED_ROWS, spanStarts, UNIT } from './contract.ts'

const { fround } = Math

/** The kernels in plain TypeScript, bit for bit what `wasm.ts` computes: each float operation is rounded to 32 bits. */
export function plainKernels(memory: Memory): Kernels {
  const i8 = new Int8Array(memory.buffer)
  const i16 = new Int16Array(memory.buffer)
  const i32 = new Int32Array(memory.buffer)
  const f32 = new Float32Array(memory.buffer)
  const f64 = new Float64Array(memory.buffer)
  return {
    memory,
    product(a, aStride, weights, scales, rows, out, outStride, m, n, k) {
      for (let i = 0; i < m; i++) {
        const row = (a + i * aStride) >> 1
        const to = (out + i * outStride) >> 2
        const scale = f32[(rows >> 2) + i]!
        for (let j = 0; j < n; j++) {
          const base = j - (j % PACKED_ROWS)
          const at = (weights >> 1) + base * k + (j - base) * 2
          let sum = 0
          for (let p = 0; p < k; p += 2)
            sum +=
              i16[row + p]! * i16[at + p * PACKED_ROWS]! + i16[row + p + 1]! * i16[at + p * PACKED_ROWS + 1]!
          const value = fround(fround(fround(sum) * f32[(scales >> 2) + j]!) * scale)
          f32[to + j] = f32[to + j]! + value
        }
      }
    },
    dots(a, aStride, b, bStride, out, outStride, m, n, k) {
      const lanes = new Float32Array(4)
      for (let i = 0; i < m; i++) {
        for (let j = 0; j < n; j++) {
          const x = (a + i * aStride) >> 2
          const y = (b + j * bStride) >> 2
          lanes.fill(0)
          for (let p = 0; p < k; p++) lanes[p & 3] = lanes[p & 3]! + fround(f32[x + p]! * f32[y + p]!)
          f32[((out + i * outStride) >> 2) + j] =
            fround(lanes[0]! + lanes[2]!) + fround(lanes[1]! + lanes[3]!)
        }
      }
    },
    cell(gates, gatesStride, state, stateStride, out, outStride, m, n) {
      for (let i = 0; i < m; i++) {
        const g = (gates + i * gatesStride) >> 2
        const c = (state + i * stateStride) >> 2
        const h = (out + i * outStride) >> 1
        for (let j = 0; j < n; j++) {
          const kept = fround(sigmoid(f32[g + n + j]!) * f32[c + j]!)
          const added = fround(sigmoid(f32[g + j]!) * tanh(f32[g + 2 * n + j]!))
          const next = fround(kept + added)
          f32[c + j] = next
          i16[h + j] = roundToEven(fround(fround(sigmoid(f32[g + 3 * n + j]!) * tanh(next)) * UNIT))
        }
      }
    },
    rectify(at, stride, m, n) {
      for (let i = 0; i < m; i++) {
        const from = (at + i * stride) >> 2
        for (let j = from; j < from + n; j++) if (f32[j]! < 0) f32[j] = f32[j]! * LEAK
      }
    },
    sumRows(out, table, scales, rows, count, n) {
      for (let r = 0; r < count; r++) {
        const row = i32[(rows >> 2) + r]!
        const from = table + row * n
        const scale = f32[(scales >> 2) + row]!
        const to = out >> 2
        for (let j = 0; j < n; j++) f32[to + j] = f32[to + j]! + i8[from + j]! * scale
      }
    },
    quantise(from, to, unit, n) {
      const numbers = f32.subarray(from >> 2, (from >> 2) + n)
      const top = numbers.reduce((most, x) => Math.max(most, Math.abs(x)), LEAST_TOP)
      f32[unit >> 2] = top / UNIT
      for (let j = 0; j < n; j++) i16[(to >> 1) + j] = Math.round((numbers[j]! / top) * UNIT)
    },
    narrow(from, to, n) {
      for (let j = 0; j < n; j++)
        i16[(to >> 1) + j] = Math.trunc(Math.max(-1, Math.min(1, f32[(from >> 2) + j]!)) * UNIT)
    },
    spans(scores, tables, n) {
      const [left, leftTurned, right, rightTurned, fromLeft, fromRight] = spanStarts(tables, n)
      const greatest = (a: number, b: number, count: number) => {
        let best = Number.NEGATIVE_INFINITY
        for (let k = 0; k < count; k++) best = Math.max(best, f64[a + k]! + f64[b + k]!)
        return best
      }
      for (let i = 0; i < n; i++)
        for (const table of [left, leftTurned, right, rightTurned]) f64[table + i * n + i] = 0
      for (let width = 1; width < n; width++) {
        for (let i = 0, j = width; j < n; i++, j++) {
          const [ii, ij, ji] = [i * n + i, i * n + j, j * n + i]
          const halves = greatest(left + ii, rightTurned + ji + 1, width)
          f64[fromRight + ji] = halves + f32[(scores >> 2) + ij]!
          f64[fromLeft + ij] = halves + f32[(scores >> 2) + ji]!
          f64[right + ij] = f64[rightTurned + ji] = greatest(right + ii, fromRight + ji, width)
          f64[left + ij] = f64[leftTurned + ji] = greatest(fromLeft + ii + 1, leftTurned + ji + 1, width)
        }
      }
    },
  }
}

/** What the greatest of some numbers counts as at least, a float64: all of them may be 0. */
export const LEAST_TOP = 1e-6

/** Slope of the rectifier below 0, a float64. */
export const LEAK = 0.1

/** Odd over even polynomial, as in Eigen's `generic_fast_tanh_float`; right to about 1e-6. */
export const TANH_ODD = [
  4.89352455891786e-3, 6.37261928875436e-4, 1.48572235717979e-5, 5.12229709037114e-8, -8.60467152213735e-11,
  2.00018790482477e-13, -2.76076847742355e-16,
] as const
export const TANH_EVEN = [
  4.89352518554385e-3, 2.268434632439e-3, 1.18534705686654e-4, 1.19825839466702e-6,
] as const
export const TANH_LIMIT = 7.9

const odd = TANH_ODD.map(fround)
const even = TANH_EVEN.map(fround)
const limit = fround(TANH_LIMIT)

function tanh(value: number): number {
  const x = Math.max(-limit, Math.min(limit, value))
  const square = fround(x * x)
  let p = odd[6]!
  for (let d = 5; d >= 0; d--) p = fround(fround(p * square) + odd[d]!)
  let q = even[3]!
  for (let d = 2; d >= 0; d--) q = fround(fround(q * square) + even[d]!)
  return fround(fround(p * x) / q)
}

function sigmoid(value: number): number {
  return fround(fround(tanh(fround(value * 0.5)) * 0.5) + 0.5)
}

function roundToEven(value: number): number {
  const floor = Math.floor(value)
  const rest = value - floor
  if (rest !== 0.5) return Math.round(value)
  return floor % 2 === 0 ? floor : floor + 1
}
