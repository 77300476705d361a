import { FunctionBuilder, I32, OP, SIMD, V128 } from './emit.ts'

/**
 * `dots` of `contract.ts`, `height` by `width` sums at a time, each in four lanes. The last ones of a row, and the last rows, are worked
 * out twice where their number is no multiple: `m` must be `height` and `n` `width` at least.
 */
export function dotsOf(height: 1 | 2, width: 1 | 4): FunctionBuilder {
  const f = new FunctionBuilder(9)
  const [a, aStride, b, bStride, out, outStride, m, n, k] = [0, 1, 2, 3, 4, 5, 6, 7, 8]
  const i32 = () => f.local(I32)
  const [i, j, end, to, row, left, above] = [i32(), i32(), i32(), i32(), i32(), i32(), i32()]
  const xs = Array.from({ length: height }, i32)
  const ys = Array.from({ length: width }, i32)
  const sums = xs.map(() => Array.from({ length: width }, () => f.local(V128)))
  const x = f.local(V128)
  const y = ys.map(() => f.local(V128))
  // never set: locals begin as 0
  const zero = f.local(V128)
  const notBeyond = (local: number, limit: number, step: number) => {
    if (step > 1) f.get(local, limit, local, limit).op(OP.i32LtU, OP.select).set(local)
  }
  f.get(m).int(height).op(OP.i32Sub).set(above).get(n).int(width).op(OP.i32Sub).set(left)
  f.int(0).set(i)
  f.while(i, m, () => {
    notBeyond(i, above, height)
    f.get(i, aStride).op(OP.i32Mul).get(a).op(OP.i32Add).set(row)
    f.int(0).set(j)
    f.while(j, n, () => {
      notBeyond(j, left, width)
      f.get(j, bStride).op(OP.i32Mul).get(b).op(OP.i32Add).set(to)
      xs.forEach((local, r) => {
        f.place(row, aStride, r).set(local)
      })
      ys.forEach((local, c) => {
        f.place(to, bStride, c).set(local)
      })
      for (const sum of sums.flat()) f.get(zero).set(sum)
      f.get(row, k).int(4).op(OP.i32Mul, OP.i32Add).set(end)
      f.while(xs[0]!, end, () => {
        ys.forEach((local, c) => {
          f.get(local).load().set(y[c]!)
        })
        xs.forEach((local, r) => {
          f.get(local).load().set(x)
          sums[r]!.forEach((sum, c) => {
            f.get(sum, x, y[c]!).simd(SIMD.f32x4Mul).simd(SIMD.f32x4Add).set(sum)
          })
        })
        for (const local of [...xs, ...ys]) f.advance(local, 16)
      })
      f.get(i, outStride).op(OP.i32Mul).get(out).op(OP.i32Add).get(j).int(4).op(OP.i32Mul, OP.i32Add).set(to)
      sums.forEach((row, r) => {
        f.place(to, outStride, r)
        if (width === 1) lanesOfOne(f, row[0]!)
        else lanesOfFour(f, row)
      })
      f.advance(j, width)
    })
    f.advance(i, height)
  })
  return f
}

/** Stores lanes (0 + 2) + (1 + 3) of a sum; the address is on the stack. */
function lanesOfOne(f: FunctionBuilder, sum: number): void {
  f.get(sum, sum, sum).lanes(2, 3, 2, 3).simd(SIMD.f32x4Add).set(sum)
  f.get(sum, sum, sum).lanes(1, 1, 1, 1).simd(SIMD.f32x4Add).storeFirst()
}

/** The same of four sums, side by side. */
function lanesOfFour(f: FunctionBuilder, sums: readonly number[]): void {
  const [p, q, r, s] = sums as [number, number, number, number]
  const halves = (one: number, other: number) => {
    f.get(one, other).lanes(0, 1, 4, 5).get(one, other).lanes(2, 3, 6, 7).simd(SIMD.f32x4Add).set(one)
  }
  halves(p, q)
  halves(r, s)
  f.get(p, r).lanes(0, 2, 4, 6).get(p, r).lanes(1, 3, 5, 7).simd(SIMD.f32x4Add).store()
}

/** @param one number of the function for single sums @param row of that for one by four @param block of that for two by four */
export function dots(one: number, row: number, block: number): FunctionBuilder {
  const f = new FunctionBuilder(9)
  const [m, n] = [6, 7]
  const all = () => f.get(0, 1, 2, 3, 4, 5, 6, 7, 8)
  const less = (local: number, limit: number) => f.get(local).int(limit).op(OP.i32LtU)
  less(n, 4).if(() => {
    all().call(one).op(OP.return)
  })
  less(m, 2).if(() => {
    all().call(row).op(OP.return)
  })
  return all().call(block)
}
