import { UNIT } from './contract.ts'
import { FunctionBuilder, I32, OP, SIMD, V128 } from './emit.ts'
import { TANH_EVEN, TANH_LIMIT, TANH_ODD } from './plain.ts'

/** Numbers of these functions, four times each: reading one costs an instruction, building it in a register three. */
const NUMBERS = [...new Set([-TANH_LIMIT, TANH_LIMIT, ...TANH_ODD, ...TANH_EVEN, UNIT])]
/** A curve is `scale * tanh(scale * x) + shift`: both numbers, in this order, behind {@link NUMBERS}. */
const CURVES = { tanh: [1, 0], sigmoid: [0.5, 0.5] } as const
export const CELL_NUMBERS = new Uint8Array(
  Float32Array.from([...NUMBERS, ...CURVES.tanh, ...CURVES.sigmoid].flatMap((x) => [x, x, x, x])).buffer,
)

/**
 * A function of three addresses: puts a curve of the float32 between the first two, a multiple of `4 * width`, in their place; the third
 * is that of the curve's numbers. So many vectors are worked on side by side: none waits for what the last step made of it.
 * @param numbers address of {@link CELL_NUMBERS}
 */
export function curveOf(width: 2 | 4, numbers: number): FunctionBuilder {
  const f = new FunctionBuilder(3)
  const [at, end, curve] = [0, 1, 2]
  const vectors = () => Array.from({ length: width }, () => f.local(V128))
  const [xs, squares, sums] = [vectors(), vectors(), vectors()] as const
  const [constant, scale] = [f.local(V128), f.local(V128)]
  const number = (value: number) =>
    f
      .int(0)
      .load(numbers + 16 * NUMBERS.indexOf(value))
      .set(constant)
  const each = (body: (x: number, square: number, sum: number) => void) => {
    xs.forEach((x, v) => {
      body(x, squares[v]!, sums[v]!)
    })
  }
  const polynomial = (coefficients: readonly number[]) => {
    const [highest, ...others] = coefficients.toReversed()
    number(highest!)
    each((_, square, sum) => f.get(constant, square).simd(SIMD.f32x4Mul).set(sum))
    others.forEach((coefficient, i) => {
      number(coefficient)
      each((_, square, sum) => {
        f.get(sum)
        if (i > 0) f.get(square).simd(SIMD.f32x4Mul)
        f.get(constant).simd(SIMD.f32x4Add).set(sum)
      })
    })
  }
  f.while(at, end, () => {
    f.get(curve).load().set(scale)
    xs.forEach((x, v) => {
      f.get(at)
        .load(16 * v)
        .get(scale)
        .simd(SIMD.f32x4Mul)
        .set(x)
    })
    number(-TANH_LIMIT)
    each((x) => f.get(x, constant).simd(SIMD.f32x4Pmax).set(x))
    number(TANH_LIMIT)
    each((x) => f.get(x, constant).simd(SIMD.f32x4Pmin).set(x))
    each((x, square) => f.get(x, x).simd(SIMD.f32x4Mul).set(square))
    polynomial(TANH_ODD)
    each((x, _, sum) => f.get(sum, x).simd(SIMD.f32x4Mul).set(x))
    polynomial(TANH_EVEN)
    f.get(curve).load().set(scale).get(curve).load(16).set(constant)
    xs.forEach((x, v) => {
      f.get(at, x, sums[v]!).simd(SIMD.f32x4Div).get(scale).simd(SIMD.f32x4Mul)
      f.get(constant)
        .simd(SIMD.f32x4Add)
        .store(16 * v)
    })
    f.advance(at, 16 * width)
  })
  return f
}

/** The same for a multiple of 8. @param two number of the function for two vectors side by side @param four of that for four */
export function curve(two: number, four: number): FunctionBuilder {
  const f = new FunctionBuilder(3)
  const [at, end, numbers] = [0, 1, 2]
  const middle = f.local(I32)
  f.get(end, at).op(OP.i32Sub).int(-64).op(OP.i32And).get(at).op(OP.i32Add).set(middle)
  return f.get(at, middle, numbers).call(four).get(middle, end, numbers).call(two)
}

/**
 * `cell` of `contract.ts`. It leaves other numbers in the gates: their curves, and the tanh of the state in place of the candidate.
 * @param curve number of that function
 * @param numbers address of {@link CELL_NUMBERS}
 */
export function cell(curve: number, numbers: number): FunctionBuilder {
  const f = new FunctionBuilder(8)
  const [gates, gatesStride, state, stateStride, out, outStride, m, n] = [0, 1, 2, 3, 4, 5, 6, 7]
  const i32 = () => f.local(I32)
  const [i, g, c, h, quarter, forget, candidate, output, end] = [
    ...[i32(), i32(), i32(), i32(), i32()],
    ...[i32(), i32(), i32(), i32()],
  ] as const
  const [x, y] = [f.local(V128), f.local(V128)]
  const units = (body: () => void) => {
    f.get(gates).set(g)
    f.while(g, forget, () => {
      body()
      f.advance(g, 32)
    })
  }
  /** Leaves four numbers of gate `which`, at or behind `g`, on the stack. */
  const gate = (which: number, side: number) => f.place(g, quarter, which).load(16 * side)
  const tanh = numbers + 16 * NUMBERS.length
  const curved = (from: number, to: number, which: number) => f.get(from, to).int(which).call(curve)
  f.get(n).int(4).op(OP.i32Mul).set(quarter)
  f.int(0).set(i)
  f.while(i, m, () => {
    const edges = [forget, candidate, output, end]
    edges.forEach((edge, k) => {
      f.place(gates, quarter, k + 1).set(edge)
    })
    curved(gates, candidate, tanh + 32)
    curved(candidate, output, tanh)
    curved(output, end, tanh + 32)
    f.get(state).set(c)
    units(() => {
      for (const side of [0, 1]) {
        gate(0, side)
        gate(2, side).simd(SIMD.f32x4Mul)
        gate(1, side)
          .get(c)
          .load(16 * side)
        f.simd(SIMD.f32x4Mul).simd(SIMD.f32x4Add).set(x)
        f.get(c, x).store(16 * side)
        f.place(g, quarter, 2)
          .get(x)
          .store(16 * side)
      }
      f.advance(c, 32)
    })
    curved(candidate, output, tanh)
    f.get(out).set(h)
    f.int(0)
      .load(numbers + 16 * NUMBERS.indexOf(UNIT))
      .set(y)
    units(() => {
      f.get(h)
      for (const side of [0, 1]) {
        gate(3, side)
        gate(2, side).simd(SIMD.f32x4Mul).get(y).simd(SIMD.f32x4Mul)
        f.simd(SIMD.f32x4Nearest).simd(SIMD.i32x4TruncSat)
      }
      f.simd(SIMD.i16x8NarrowSat).store()
      f.advance(h, 16)
    })
    f.place(gates, gatesStride, 1).set(gates).place(state, stateStride, 1).set(state)
    f.place(out, outStride, 1).set(out)
    f.advance(i, 1)
  })
  return f
}
