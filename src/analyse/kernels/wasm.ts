import { assemble, FunctionBuilder, I32, OP, SIMD, V128 } from './emit.ts'
import { TANH_EVEN, TANH_LIMIT, TANH_ODD } from './plain.ts'

/** The module of the kernels that `contract.ts` documents: about 2,000 bytes, built when it is asked for. */
export function kernelBytes(): Uint8Array<ArrayBuffer> {
  return assemble({ product: product(), dots: dots(), cell: cell() })
}

/** Eight columns of `out` at a time, four rows of `a` at a time (then one by one): eight sums stay in registers. */
function product(): FunctionBuilder {
  const f = new FunctionBuilder(10)
  const [a, aStride, weights, scales, rows, out, outStride, m, n, k] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
  const [j, i, row, outRow, rowScale, four] = [1, 2, 3, 4, 5, 6].map(() => f.local(I32)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const block = (height: number) => {
    const at = Array.from({ length: height }, () => f.local(I32))
    const sums = Array.from({ length: 2 * height }, () => f.local(V128))
    const [p, end] = [f.local(I32), f.local(I32)]
    const pair = [f.local(V128), f.local(V128)] as const
    const repeated = f.local(V128)
    at.forEach((local, r) => {
      f.get(row)
      if (r > 0) f.get(aStride).int(r).op(OP.i32Mul, OP.i32Add)
      f.set(local)
    })
    for (const sum of sums) f.floats(0).set(sum)
    // 8 outputs of k int16 each
    f.get(weights).set(p).get(weights).get(k).int(16).op(OP.i32Mul, OP.i32Add).set(end)
    f.while(p, end, () => {
      for (let half = 0; half < 2; half++) {
        for (let side = 0; side < 2; side++)
          f.get(p)
            .load(half * 32 + side * 16)
            .set(pair[side]!)
        at.forEach((local, r) => {
          f.get(local)
            .splat(half * 4)
            .set(repeated)
          for (let side = 0; side < 2; side++) {
            const sum = sums[2 * r + side]!
            f.get(repeated, pair[side]!).simd(SIMD.i32x4Dot).get(sum).simd(SIMD.i32x4Add).set(sum)
          }
        })
      }
      for (const local of at) f.advance(local, 8)
      f.advance(p, 64)
    })
    at.forEach((local, r) => {
      f.get(outRow)
      if (r > 0) f.get(outStride).int(r).op(OP.i32Mul, OP.i32Add)
      f.set(local)
      for (let side = 0; side < 2; side++) {
        f.get(local)
        f.get(sums[2 * r + side]!)
          .simd(SIMD.f32x4Convert)
          .get(scales)
          .load(16 * side)
          .simd(SIMD.f32x4Mul)
        f.get(rowScale)
          .splat(4 * r)
          .simd(SIMD.f32x4Mul)
        f.get(local)
          .load(16 * side)
          .simd(SIMD.f32x4Add)
          .store(16 * side)
      }
    })
    f.advance(i, height).advance(rowScale, 4 * height)
    f.get(row, aStride).int(height).op(OP.i32Mul, OP.i32Add).set(row)
    f.get(outRow, outStride).int(height).op(OP.i32Mul, OP.i32Add).set(outRow)
  }
  f.get(m).int(-4).op(0x71).set(four)
  f.int(0).set(j)
  f.while(j, n, () => {
    f.int(0).set(i).get(a).set(row).get(out).set(outRow).get(rows).set(rowScale)
    f.while(i, four, () => block(4))
    f.while(i, m, () => block(1))
    f.get(weights).get(k).int(16).op(OP.i32Mul, OP.i32Add).set(weights)
    f.advance(scales, 32).advance(out, 32).advance(j, 8)
  })
  return f
}

/** One sum at a time, in four lanes. */
function dots(): FunctionBuilder {
  const f = new FunctionBuilder(9)
  const [a, aStride, b, bStride, out, outStride, m, n, k] = [0, 1, 2, 3, 4, 5, 6, 7, 8]
  const [i, j, x, y, end, to, row] = [1, 2, 3, 4, 5, 6, 7].map(() => f.local(I32)) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const sum = f.local(V128)
  const other = f.local(V128)
  f.int(0).set(i)
  f.while(i, m, () => {
    f.int(0).set(j).get(b).set(row).get(out).set(to)
    f.while(j, n, () => {
      f.get(a).set(x).get(row).set(y).floats(0).set(sum)
      f.get(a, k).int(4).op(OP.i32Mul, OP.i32Add).set(end)
      f.while(x, end, () => {
        f.get(sum).get(x).load().get(y).load().simd(SIMD.f32x4Mul).simd(SIMD.f32x4Add).set(sum)
        f.advance(x, 16).advance(y, 16)
      })
      // lanes (0 + 2) + (1 + 3)
      f.get(sum, sum, sum).op(0xfd, 13, 8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15)
      f.simd(SIMD.f32x4Add).set(other)
      f.get(to, other, other, other).op(0xfd, 13, 4, 5, 6, 7, 4, 5, 6, 7, 4, 5, 6, 7, 4, 5, 6, 7)
      f.simd(SIMD.f32x4Add)
      // f32x4.extract_lane 0, f32.store
      f.op(0xfd, 31, 0, 0x38, 2, 0)
      f.get(row, bStride).op(OP.i32Add).set(row)
      f.advance(to, 4).advance(j, 1)
    })
    f.get(a, aStride).op(OP.i32Add).set(a)
    f.get(out, outStride).op(OP.i32Add).set(out)
    f.advance(i, 1)
  })
  return f
}

/** Leaves the tanh of `x` (a local, which it clamps) on the stack. */
function tanh(f: FunctionBuilder, x: number, square: number): void {
  f.get(x).floats(-TANH_LIMIT).simd(SIMD.f32x4Max).floats(TANH_LIMIT).simd(SIMD.f32x4Min).set(x)
  f.get(x, x).simd(SIMD.f32x4Mul).set(square)
  const polynomial = (coefficients: readonly number[]) => {
    f.floats(coefficients.at(-1)!)
    for (const c of coefficients.slice(0, -1).reverse())
      f.get(square).simd(SIMD.f32x4Mul).floats(c).simd(SIMD.f32x4Add)
  }
  polynomial(TANH_ODD)
  f.get(x).simd(SIMD.f32x4Mul)
  polynomial(TANH_EVEN)
  f.simd(SIMD.f32x4Div)
}

/** Four units at a time. */
function cell(): FunctionBuilder {
  const f = new FunctionBuilder(8)
  const [gates, gatesStride, state, stateStride, out, outStride, m, n] = [0, 1, 2, 3, 4, 5, 6, 7]
  const [i, g, c, h, end, quarter] = [1, 2, 3, 4, 5, 6].map(() => f.local(I32)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const [x, square, kept] = [f.local(V128), f.local(V128), f.local(V128)]
  const gate = (which: number) => {
    f.get(g)
    if (which > 0) f.get(quarter).int(which).op(OP.i32Mul, OP.i32Add)
    return f.load()
  }
  const sigmoid = (which: number) => {
    gate(which).floats(0.5).simd(SIMD.f32x4Mul).set(x)
    tanh(f, x, square)
    f.floats(0.5).simd(SIMD.f32x4Mul).floats(0.5).simd(SIMD.f32x4Add)
  }
  f.get(n).int(4).op(OP.i32Mul).set(quarter)
  f.int(0).set(i)
  f.while(i, m, () => {
    f.get(gates).set(g).get(state).set(c).get(out).set(h)
    f.get(gates, quarter).op(OP.i32Add).set(end)
    f.while(g, end, () => {
      sigmoid(1)
      f.get(c).load().simd(SIMD.f32x4Mul).set(kept)
      sigmoid(0)
      gate(2).set(x)
      tanh(f, x, square)
      f.simd(SIMD.f32x4Mul).get(kept).simd(SIMD.f32x4Add).set(kept)
      f.get(c, kept).store()
      f.get(h)
      sigmoid(3)
      f.get(kept).set(x)
      tanh(f, x, square)
      f.simd(SIMD.f32x4Mul).floats(32767).simd(SIMD.f32x4Mul)
      f.simd(SIMD.f32x4Nearest).simd(SIMD.i32x4TruncSat).set(x)
      f.get(x, x).simd(SIMD.i16x8NarrowSat).storeLow()
      f.advance(g, 16).advance(c, 16).advance(h, 8)
    })
    f.get(gates, gatesStride).op(OP.i32Add).set(gates)
    f.get(state, stateStride).op(OP.i32Add).set(state)
    f.get(out, outStride).op(OP.i32Add).set(out)
    f.advance(i, 1)
  })
  return f
}
