import { UNIT } from './contract.ts'
import { FunctionBuilder, I32, OP, SIMD, V128 } from './emit.ts'
import { LEAST_TOP } from './plain.ts'

/**
 * Stores the four float32 of a local as int16 where another points.
 * @param convert makes two integers of the lower two float32 on the stack
 */
function storeInts(f: FunctionBuilder, four: number, to: number, convert: () => void): void {
  f.get(to, four)
  convert()
  f.get(four, four).lanes(2, 3, 2, 3)
  convert()
  f.lanes(0, 1, 4, 5).set(four)
  f.get(four, four).simd(SIMD.i16x8NarrowSat).storeLow()
}

/** `quantise` of `contract.ts`, four numbers at a time, reckoned as float64. */
export function quantise(): FunctionBuilder {
  const f = new FunctionBuilder(4)
  const [from, to, unit, n] = [0, 1, 2, 3]
  const [at, end] = [f.local(I32), f.local(I32)]
  const [four, top, value, whole] = [f.local(V128), f.local(V128), f.local(V128), f.local(V128)]
  f.get(from, n).int(4).op(OP.i32Mul, OP.i32Add).set(end)
  f.get(from).set(at)
  f.while(at, end, () => {
    f.get(top, at).load().simd(SIMD.f32x4Abs).simd(SIMD.f32x4Pmax).set(top)
    f.advance(at, 16)
  })
  f.get(top, top, top).lanes(2, 3, 0, 1).simd(SIMD.f32x4Pmax).set(top)
  f.get(top, top, top).lanes(1, 0, 3, 2).simd(SIMD.f32x4Pmax).set(top)
  f.doubles(LEAST_TOP).get(top).simd(SIMD.f64x2PromoteLow).simd(SIMD.f64x2Pmax).set(top)
  f.get(unit, top).doubles(UNIT).simd(SIMD.f64x2Div).simd(SIMD.f32x4DemoteZero).storeFirst()
  /** Leaves the lower two of a vector on the stack, as integers. */
  const rounded = () => {
    f.simd(SIMD.f64x2PromoteLow).get(top).simd(SIMD.f64x2Div).doubles(UNIT).simd(SIMD.f64x2Mul).set(value)
    f.get(value).simd(SIMD.f64x2Floor).set(whole)
    // halves go up
    f.get(whole, value, whole).simd(SIMD.f64x2Sub).doubles(0.5).simd(SIMD.f64x2Ge)
    f.doubles(1).simd(SIMD.and).simd(SIMD.f64x2Add).simd(SIMD.i32x4TruncSatDoubles)
  }
  f.get(from).set(at)
  f.while(at, end, () => {
    f.get(at).load().set(four)
    storeInts(f, four, to, rounded)
    f.advance(at, 16).advance(to, 8)
  })
  return f
}

/** `narrow` of `contract.ts`. */
export function narrow(): FunctionBuilder {
  const f = new FunctionBuilder(3)
  const [from, to, n] = [0, 1, 2]
  const end = f.local(I32)
  const four = f.local(V128)
  const cut = () =>
    f.simd(SIMD.f64x2PromoteLow).doubles(UNIT).simd(SIMD.f64x2Mul).simd(SIMD.i32x4TruncSatDoubles)
  f.get(from, n).int(4).op(OP.i32Mul, OP.i32Add).set(end)
  f.while(from, end, () => {
    f.floats(1).floats(-1).get(from).load().simd(SIMD.f32x4Pmax).simd(SIMD.f32x4Pmin).set(four)
    storeInts(f, four, to, cut)
    f.advance(from, 16).advance(to, 8)
  })
  return f
}
