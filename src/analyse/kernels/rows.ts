import { FunctionBuilder, I32, OP, SIMD, V128 } from './emit.ts'

/** `sumRows` of `contract.ts`, eight columns at a time: their sums stay in registers, as float64 that were rounded to float32. */
export function sumRows(): FunctionBuilder {
  const f = new FunctionBuilder(6)
  const [out, table, scales, rows, count, n] = [0, 1, 2, 3, 4, 5]
  const [j, to, at, end, row] = [f.local(I32), f.local(I32), f.local(I32), f.local(I32), f.local(I32)]
  const [ints, scale, four] = [f.local(V128), f.local(V128), f.local(V128)]
  const sums = [f.local(V128), f.local(V128), f.local(V128), f.local(V128)] as const
  const upper = (vector: number) => f.get(vector, vector).lanes(2, 3, 2, 3)
  f.get(rows, count).int(4).op(OP.i32Mul, OP.i32Add).set(end)
  f.get(out).set(to)
  f.int(0).set(j)
  f.while(j, n, () => {
    for (const half of [0, 1]) {
      f.get(to)
        .load(16 * half)
        .set(four)
      f.get(four)
        .simd(SIMD.f64x2PromoteLow)
        .set(sums[2 * half]!)
      upper(four)
        .simd(SIMD.f64x2PromoteLow)
        .set(sums[2 * half + 1]!)
    }
    f.get(rows).set(at)
    f.while(at, end, () => {
      f.get(at).loadInt().set(row)
      f.get(row).int(4).op(OP.i32Mul).get(scales).op(OP.i32Add).splat().simd(SIMD.f64x2PromoteLow).set(scale)
      f.get(row, n).op(OP.i32Mul).get(table, j).op(OP.i32Add, OP.i32Add).loadBytes().set(ints)
      for (const half of [0, 1]) {
        f.get(ints)
          .simd(half === 0 ? SIMD.i32x4ExtendLow : SIMD.i32x4ExtendHigh)
          .set(four)
        for (const pair of [0, 1]) {
          const sum = sums[2 * half + pair]!
          if (pair === 0) f.get(four)
          else upper(four)
          f.simd(SIMD.f64x2ConvertLow).get(scale).simd(SIMD.f64x2Mul).get(sum).simd(SIMD.f64x2Add)
          f.simd(SIMD.f32x4DemoteZero).simd(SIMD.f64x2PromoteLow).set(sum)
        }
      }
      f.advance(at, 4)
    })
    for (const half of [0, 1]) {
      f.get(to)
      for (const pair of [0, 1]) f.get(sums[2 * half + pair]!).simd(SIMD.f32x4DemoteZero)
      f.lanes(0, 1, 4, 5).store(16 * half)
    }
    f.advance(to, 32).advance(j, 8)
  })
  return f
}
