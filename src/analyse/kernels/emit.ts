/**
 * A small assembler for WebAssembly: functions over i32 addresses with loops, enough for the kernels of `wasm.ts`. Op codes are
 * those of the core specification (W3C, WebAssembly 2.0, chapter 5, with fixed-width SIMD).
 */

/** Value types. */
export const I32 = 0x7f
export const V128 = 0x7b

/** Single-byte instructions. */
export const OP = {
  end: 0x0b,
  return: 0x0f,
  i32LtU: 0x49,
  i32And: 0x71,
  i32Add: 0x6a,
  i32Sub: 0x6b,
  i32Mul: 0x6c,
  /** The first of two values where the third is not 0, else the second. */
  select: 0x1b,
} as const

/** Instructions behind the SIMD prefix 0xfd. */
export const SIMD = {
  f64x2Ge: 76,
  and: 78,
  f32x4DemoteZero: 94,
  f64x2PromoteLow: 95,
  f32x4Nearest: 106,
  f64x2Floor: 117,
  i16x8NarrowSat: 133,
  i32x4ExtendLow: 167,
  i32x4ExtendHigh: 168,
  i32x4Add: 174,
  i32x4Dot: 186,
  f32x4Abs: 224,
  f32x4Add: 228,
  f32x4Mul: 230,
  f32x4Div: 231,
  /** `b < a ? b : a` and `a < b ? b : a`: one instruction each, where `min` and `max` take ten for the sake of NaN and -0. */
  f32x4Pmin: 234,
  f32x4Pmax: 235,
  f64x2Add: 240,
  f64x2Sub: 241,
  f64x2Mul: 242,
  f64x2Div: 243,
  f64x2Pmax: 247,
  i32x4TruncSat: 248,
  f32x4Convert: 250,
  i32x4TruncSatDoubles: 252,
  f64x2ConvertLow: 254,
} as const

const LOAD = 0
const LOAD_BYTES = 1
const LOAD32_SPLAT = 9
const LOAD64_SPLAT = 10
const STORE = 11
const CONST = 12
const SHUFFLE = 13
const STORE32_LANE = 90
const STORE64_LANE = 91

export function unsigned(value: number): number[] {
  const out: number[] = []
  let rest = value
  do {
    const low = rest & 127
    rest >>>= 7
    out.push(rest === 0 ? low : low | 128)
  } while (rest !== 0)
  return out
}

function signed(value: number): number[] {
  const out: number[] = []
  let rest = value
  for (;;) {
    const low = rest & 127
    rest >>= 7
    if ((rest === 0 && (low & 64) === 0) || (rest === -1 && (low & 64) !== 0)) return [...out, low]
    out.push(low | 128)
  }
}

const sized = (bytes: readonly number[]): number[] => [...unsigned(bytes.length), ...bytes]
const listed = (items: readonly (readonly number[])[]): number[] => [
  ...unsigned(items.length),
  ...items.flat(),
]
const section = (id: number, content: readonly number[]): number[] => [id, ...sized(content)]
const text = (name: string): number[] => sized([...name].map((c) => c.charCodeAt(0)))

/** Body of one function; its parameters are i32 and come first among the locals. */
export class FunctionBuilder {
  readonly code: number[] = []
  readonly #locals: number[] = []
  readonly parameters: number

  constructor(parameters: number) {
    this.parameters = parameters
  }

  local(type: number): number {
    return this.parameters + this.#locals.push(type) - 1
  }

  get(...locals: number[]): this {
    for (const local of locals) this.code.push(0x20, ...unsigned(local))
    return this
  }

  set(local: number): this {
    this.code.push(0x21, ...unsigned(local))
    return this
  }

  int(value: number): this {
    this.code.push(0x41, ...signed(value))
    return this
  }

  op(...codes: number[]): this {
    this.code.push(...codes)
    return this
  }

  simd(code: number): this {
    this.code.push(0xfd, ...unsigned(code))
    return this
  }

  /** Four times the same float32. */
  floats(value: number): this {
    const bytes = new Uint8Array(Float32Array.of(value, value, value, value).buffer)
    this.simd(CONST)
    this.code.push(...bytes)
    return this
  }

  /** Twice the same float64. */
  doubles(value: number): this {
    this.simd(CONST)
    this.code.push(...new Uint8Array(Float64Array.of(value, value).buffer))
    return this
  }

  /** Four of the eight 32-bit lanes of two vectors; those of the second one count from 4. */
  lanes(...lanes: readonly [number, number, number, number]): this {
    this.simd(SHUFFLE)
    for (const lane of lanes) this.code.push(4 * lane, 4 * lane + 1, 4 * lane + 2, 4 * lane + 3)
    return this
  }

  /** Loads 16 bytes from the address on the stack. */
  load(offset = 0): this {
    return this.#memory(LOAD, 0, offset)
  }

  /** Loads eight int8 and makes int16 of them. */
  loadBytes(offset = 0): this {
    return this.#memory(LOAD_BYTES, 0, offset)
  }

  /** Loads an i32. */
  loadInt(offset = 0): this {
    return this.op(0x28, 2, ...unsigned(offset))
  }

  /** Loads four bytes and repeats them in every lane. */
  splat(offset = 0): this {
    return this.#memory(LOAD32_SPLAT, 2, offset)
  }

  /** Loads eight bytes and repeats them. */
  splatDouble(offset = 0): this {
    return this.#memory(LOAD64_SPLAT, 3, offset)
  }

  store(offset = 0): this {
    return this.#memory(STORE, 0, offset)
  }

  /** Stores lane 0 as four bytes. */
  storeFirst(offset = 0): this {
    this.#memory(STORE32_LANE, 0, offset)
    this.code.push(0)
    return this
  }

  /** Stores the lower eight bytes of a vector. */
  storeLow(offset = 0): this {
    this.#memory(STORE64_LANE, 0, offset)
    this.code.push(0)
    return this
  }

  /** `local += step` (an address or a counter). */
  advance(local: number, step: number): this {
    return this.get(local).int(step).op(OP.i32Add).set(local)
  }

  /** Leaves `base + by * times` on the stack (two locals and a number). */
  place(base: number, by: number, times: number): this {
    this.get(base)
    if (times === 0) return this
    return times === 1 ? this.get(by).op(OP.i32Add) : this.get(by).int(times).op(OP.i32Mul, OP.i32Add)
  }

  /** Calls the function of this number, in the order in which {@link assemble} gets them. */
  call(index: number): this {
    this.code.push(0x10, ...unsigned(index))
    return this
  }

  /** Takes a number off the stack and runs the body if it is not 0. */
  if(body: () => void): this {
    this.op(0x04, 0x40)
    body()
    return this.op(OP.end)
  }

  /** Runs the body while `counter < limit` (both i32 locals, unsigned); the test stands in front. */
  while(counter: number, limit: number, body: () => void): this {
    this.op(0x02, 0x40, 0x03, 0x40).leaveUnless(counter, limit)
    body()
    return this.op(0x0c, 0, OP.end, OP.end)
  }

  /** Leaves the loop whose body this stands in unless `counter < limit`. */
  leaveUnless(counter: number, limit: number): this {
    return this.get(counter, limit).op(OP.i32LtU, 0x45, 0x0d, 1)
  }

  bytes(): number[] {
    const locals = listed(this.#locals.map((type) => [1, type]))
    return sized([...locals, ...this.code, OP.end])
  }

  #memory(code: number, align: number, offset: number): this {
    this.simd(code)
    this.code.push(align, ...unsigned(offset))
    return this
  }
}

/**
 * A module that imports its memory as `m.m`, exports the functions under their names and writes `data` to an address of the memory
 * when it is instantiated.
 */
export function assemble(
  functions: Readonly<Record<string, FunctionBuilder>>,
  data: { readonly address: number; readonly bytes: Uint8Array },
): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(functions)
  const types = entries.map(([, f]) => [
    0x60,
    ...listed(Array.from({ length: f.parameters }, () => [I32])),
    0,
  ])
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, listed(types)),
    ...section(2, listed([[...text('m'), ...text('m'), 2, 0, 1]])),
    ...section(3, listed(entries.map((_, i) => unsigned(i)))),
    ...section(7, listed(entries.map(([name], i) => [...text(name), 0, ...unsigned(i)]))),
    ...section(10, listed(entries.map(([, f]) => f.bytes()))),
    ...section(11, listed([[0, 0x41, ...signed(data.address), OP.end, ...sized([...data.bytes])]])),
  ])
}
