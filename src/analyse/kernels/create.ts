import type { Kernels, Memory } from './contract.ts'
import { plainKernels } from './plain.ts'
import { kernelBytes, OWN_BYTES } from './wasm.ts'

/** The part of the WebAssembly interface that is used here; the engine knows neither DOM nor Node types. */
interface WebAssemblyApi {
  readonly Memory: new (size: { readonly initial: number }) => Memory
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object
  readonly Instance: new (
    module: object,
    imports: Readonly<Record<string, Readonly<Record<string, Memory>>>>,
  ) => { readonly exports: Readonly<Record<string, unknown>> }
}

const PAGE = 65536

/** Kernels over a memory of at least `bytes`: WebAssembly with SIMD where there is such a thing, else plain TypeScript. */
export function createKernels(bytes: number): Kernels {
  const api = (globalThis as { readonly WebAssembly?: WebAssemblyApi }).WebAssembly
  const pages = Math.ceil((bytes + OWN_BYTES) / PAGE)
  return (api && wasmKernels(api, pages)) ?? plainKernels({ buffer: new ArrayBuffer(pages * PAGE) })
}

/** Null where the engine refuses the module: it has no SIMD, or a page forbids compiling. */
function wasmKernels(api: WebAssemblyApi, pages: number): Kernels | null {
  try {
    const memory = new api.Memory({ initial: pages })
    const { exports } = new api.Instance(new api.Module(kernelBytes(pages * PAGE - OWN_BYTES)), {
      m: { m: memory },
    })
    return { memory, ...(exports as Omit<Kernels, 'memory'>) }
  } catch {
    return null
  }
}
