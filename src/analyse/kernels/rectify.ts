import { FunctionBuilder, I32, OP, SIMD, V128 } from './emit.ts'
import { LEAK } from './plain.ts'

/** `rectify` of `contract.ts`, four numbers at a time, multiplied as float64. */
export function rectify(): FunctionBuilder {
  const f = new FunctionBuilder(4)
  const [at, stride, m, n] = [0, 1, 2, 3]
  const [i, x, end] = [f.local(I32), f.local(I32), f.local(I32)]
  const [value, upper] = [f.local(V128), f.local(V128)]
  const leaked = (from: number) =>
    f.get(from).simd(SIMD.f64x2PromoteLow).doubles(LEAK).simd(SIMD.f64x2Mul).simd(SIMD.f32x4DemoteZero)
  f.int(0).set(i)
  f.while(i, m, () => {
    f.get(at).set(x)
    f.get(at, n).int(4).op(OP.i32Mul, OP.i32Add).set(end)
    f.while(x, end, () => {
      f.get(x).load().set(value)
      f.get(value, value).lanes(2, 3, 2, 3).set(upper)
      f.get(x, value)
      leaked(value)
      leaked(upper).lanes(0, 1, 4, 5)
      // what is below 0 is the greater one of the two when leaked
      f.simd(SIMD.f32x4Pmax).store()
      f.advance(x, 16)
    })
    f.place(at, stride, 1).set(at)
    f.advance(i, 1)
  })
  return f
}
