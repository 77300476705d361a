import { SPAN_TABLES } from './contract.ts'
import { FunctionBuilder, I32, OP, SIMD, V128 } from './emit.ts'

/** `spans` of `contract.ts`: sums of two rows at two places at a time, of which only the greatest is kept. */
export function spans(): FunctionBuilder {
  const f = new FunctionBuilder(3)
  const [scores, tables, n] = [0, 1, 2]
  const i32 = () => f.local(I32)
  const [width, i, j, row, table, a, b, end, to] = [
    ...[i32(), i32(), i32(), i32(), i32()],
    ...[i32(), i32(), i32(), i32()],
  ] as const
  const starts = Array.from({ length: SPAN_TABLES }, i32)
  const [left, leftTurned, right, rightTurned, fromLeft, fromRight] = starts as [
    ...[number, number, number],
    ...[number, number, number],
  ]
  const best = f.local(V128)
  // never set: locals begin as 0
  const zero = f.local(V128)
  /** Leaves the address of row `x`, place `y` of a table on the stack. */
  const place = (start: number, x: number, y: number) =>
    f.get(x, row).op(OP.i32Mul).get(y).int(8).op(OP.i32Mul, OP.i32Add).get(start).op(OP.i32Add)
  /** Sets `best` to the greatest sum of `width` numbers each, from row `i` and from row `j` on. */
  const greatest = (one: number, oneFrom: 0 | 1, other: number, otherFrom: 0 | 1) => {
    place(one, i, i)
      .int(8 * oneFrom)
      .op(OP.i32Add)
      .set(a)
    place(other, j, i)
      .int(8 * otherFrom)
      .op(OP.i32Add)
      .set(b)
    f.get(a).splatDouble().get(b).splatDouble().simd(SIMD.f64x2Add).set(best)
    f.get(a, width).int(8).op(OP.i32Mul, OP.i32Add).set(end)
    // the first one again where their number is even
    f.get(width).int(1).op(OP.i32And).int(8).op(OP.i32Mul).set(to)
    f.get(a, to).op(OP.i32Add).set(a).get(b, to).op(OP.i32Add).set(b)
    f.while(a, end, () => {
      f.get(best, a).load().get(b).load().simd(SIMD.f64x2Add).simd(SIMD.f64x2Pmax).set(best)
      f.advance(a, 16).advance(b, 16)
    })
    f.get(best, best, best).lanes(2, 3, 0, 1).simd(SIMD.f64x2Pmax).set(best)
  }
  /** Leaves `best` and the score of word `x` below word `y` together on the stack. */
  const withArc = (x: number, y: number) => {
    f.get(x, n).op(OP.i32Mul).get(y).op(OP.i32Add).int(4).op(OP.i32Mul).get(scores).op(OP.i32Add)
    f.splat().simd(SIMD.f64x2PromoteLow).get(best).simd(SIMD.f64x2Add)
  }
  const both = (start: number, startTurned: number) => {
    place(start, i, j).get(best).storeLow()
    place(startTurned, j, i).get(best).storeLow()
  }
  f.get(n).int(8).op(OP.i32Mul).set(row)
  f.get(n, row).op(OP.i32Mul).set(table)
  starts.forEach((start, t) => {
    f.place(tables, table, t).set(start)
  })
  f.int(0).set(i)
  f.while(i, n, () => {
    for (const start of [left, leftTurned, right, rightTurned]) place(start, i, i).get(zero).storeLow()
    f.advance(i, 1)
  })
  f.int(1).set(width)
  f.while(width, n, () => {
    f.int(0).set(i).get(width).set(j)
    f.while(j, n, () => {
      greatest(left, 0, rightTurned, 1)
      place(fromRight, j, i)
      withArc(i, j)
      f.storeLow()
      place(fromLeft, i, j)
      withArc(j, i)
      f.storeLow()
      greatest(right, 0, fromRight, 0)
      both(right, rightTurned)
      greatest(fromLeft, 1, leftTurned, 1)
      both(left, leftTurned)
      f.advance(i, 1).advance(j, 1)
    })
    f.advance(width, 1)
  })
  return f
}
