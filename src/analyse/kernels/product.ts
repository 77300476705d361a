import { PACKED_ROWS as COLUMNS } from './contract.ts'
import { FunctionBuilder, I32, OP, SIMD, V128 } from './emit.ts'

/** Vectors of columns of `out` that are worked out together: as many as `packWeights` lays side by side. */
const VECTORS = COLUMNS / 4
/**
 * Pairs of numbers of a row that are read before the addresses go on. Without a way out between them the compiler would read all
 * of them before it adds up the first ones, and run out of registers.
 */
const STEPS = 2

/**
 * `product` of `contract.ts` for a whole multiple of `height` rows, so many of them at a time: with two rows and 16 columns eight sums,
 * four vectors of weights and a word of a row stay in registers. Several heights in one function would share its registers, whose
 * contents the compiler then carries through all loops: each has a function of its own.
 */
export function productOf(height: 1 | 2): FunctionBuilder {
  const f = new FunctionBuilder(10)
  const [a, aStride, weights, scales, rows, out, outStride, m, n, k] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
  const i32 = () => f.local(I32)
  const [j, i, row, outRow, rowScale, p, end, last] = [
    ...[i32(), i32(), i32(), i32()],
    ...[i32(), i32(), i32(), i32()],
  ] as const
  const at = Array.from({ length: height }, i32)
  const sums = at.map(() => Array.from({ length: VECTORS }, () => f.local(V128)))
  const four = Array.from({ length: VECTORS }, () => f.local(V128))
  const repeated = f.local(V128)
  // never set: locals begin as 0
  const zero = f.local(V128)
  f.int(0).set(j)
  f.while(j, n, () => {
    f.int(0).set(i).get(a).set(row).get(out).set(outRow).get(rows).set(rowScale)
    f.get(k)
      .int(2 * COLUMNS)
      .op(OP.i32Mul)
      .get(weights)
      .op(OP.i32Add)
      .set(end)
    f.get(end)
      .int(-4 * COLUMNS)
      .op(OP.i32Add)
      .set(last)
    f.while(i, m, () => {
      at.forEach((local, r) => {
        f.place(row, aStride, r).set(local)
      })
      for (const sum of sums.flat()) f.get(zero).set(sum)
      f.get(weights).set(p)
      f.while(p, end, () => {
        for (let step = 0; step < STEPS; step++) {
          if (step > 0) f.leaveUnless(p, last)
          four.forEach((vector, v) => {
            f.get(p)
              .load(16 * (VECTORS * step + v))
              .set(vector)
          })
          at.forEach((local, r) => {
            f.get(local)
              .splat(4 * step)
              .set(repeated)
            sums[r]!.forEach((sum, v) => {
              f.get(repeated, four[v]!).simd(SIMD.i32x4Dot).get(sum).simd(SIMD.i32x4Add).set(sum)
            })
          })
        }
        for (const local of at) f.advance(local, 4 * STEPS)
        f.advance(p, 4 * COLUMNS * STEPS)
      })
      at.forEach((local, r) => {
        f.place(outRow, outStride, r).set(local)
        sums[r]!.forEach((sum, v) => {
          f.get(local)
          f.get(sum)
            .simd(SIMD.f32x4Convert)
            .get(scales)
            .load(16 * v)
            .simd(SIMD.f32x4Mul)
          f.get(rowScale)
            .splat(4 * r)
            .simd(SIMD.f32x4Mul)
          f.get(local)
            .load(16 * v)
            .simd(SIMD.f32x4Add)
            .store(16 * v)
        })
      })
      f.advance(i, height).advance(rowScale, 4 * height)
      f.place(row, aStride, height).set(row).place(outRow, outStride, height).set(outRow)
    })
    f.get(end).set(weights)
    f.advance(scales, 4 * COLUMNS)
      .advance(out, 4 * COLUMNS)
      .advance(j, COLUMNS)
  })
  return f
}

/** @param one number of the function for single rows @param two of that for pairs of rows */
export function product(one: number, two: number): FunctionBuilder {
  const f = new FunctionBuilder(10)
  const [a, aStride, weights, scales, rows, out, outStride, m, n, k] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
  const even = f.local(I32)
  f.get(m).int(-2).op(OP.i32And).set(even)
  f.get(a, aStride, weights, scales, rows, out, outStride, even, n, k).call(two)
  f.get(m).int(1).op(OP.i32And)
  return f.if(() => {
    f.get(even, aStride).op(OP.i32Mul).get(a).op(OP.i32Add).get(aStride, weights, scales)
    f.get(even).int(4).op(OP.i32Mul).get(rows).op(OP.i32Add)
    f.get(even, outStride).op(OP.i32Mul).get(out).op(OP.i32Add).get(outStride)
    f.int(1).get(n, k).call(one)
  })
}
