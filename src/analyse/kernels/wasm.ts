import { CELL_NUMBERS, cell, curve, curveOf } from './cell.ts'
import { dots, dotsOf } from './dots.ts'
import { assemble } from './emit.ts'
import { product, productOf } from './product.ts'
import { narrow, quantise } from './quantise.ts'
import { rectify } from './rectify.ts'
import { sumRows } from './rows.ts'
import { spans } from './spans.ts'

/** Bytes of memory that the module keeps numbers in. */
export const OWN_BYTES = CELL_NUMBERS.length

/**
 * The module of the kernels that `contract.ts` documents: about 8,000 bytes, built when it is asked for.
 * @param own address of {@link OWN_BYTES} that nobody else uses
 */
export function kernelBytes(own: number): Uint8Array<ArrayBuffer> {
  return assemble(
    {
      productOfOne: productOf(1),
      productOfTwo: productOf(2),
      product: product(0, 1),
      dotsOne: dotsOf(1, 1),
      dotsRow: dotsOf(1, 4),
      dotsBlock: dotsOf(2, 4),
      dots: dots(3, 4, 5),
      curveOfTwo: curveOf(2, own),
      curveOfFour: curveOf(4, own),
      curve: curve(7, 8),
      cell: cell(9, own),
      rectify: rectify(),
      sumRows: sumRows(),
      quantise: quantise(),
      narrow: narrow(),
      spans: spans(),
    },
    { address: own, bytes: CELL_NUMBERS },
  )
}
