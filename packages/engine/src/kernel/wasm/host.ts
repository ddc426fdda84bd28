/**
 * The little of WebAssembly that is used. The engine is compiled without the DOM's declarations, which
 * hold it, and with them in a browser: so it is described here.
 */
interface Host {
  readonly Memory: new (size: { initial: number }) => Memory
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => Module
  readonly Instance: new (
    module: Module,
    imports: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
  ) => { readonly exports: Readonly<Record<string, unknown>> }
  validate(bytes: Uint8Array<ArrayBuffer>): boolean
}

export interface Memory {
  readonly buffer: ArrayBuffer
}

/** Compiled code that is not bound to a memory yet. */
export type Module = object

declare const WebAssembly: Host | undefined

const host = typeof WebAssembly === 'undefined' ? undefined : WebAssembly

const PAGE = 65_536

/** One instruction on vectors, to see whether they are to be had. */
const VECTORS = [
  [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 5, 1, 0x60, 0, 1, 0x7b, 3, 2, 1, 0],
  [10, 8, 1, 6, 0, 0x41, 0, 0xfd, 0x0f, 0x0b],
]

/** WebAssembly with vectors, or undefined where there is none. */
export function vectors(): Host | undefined {
  return host?.validate(new Uint8Array(VECTORS.flat())) === true ? host : undefined
}

/** Memory of at least so many bytes, all zero. */
export function memoryOf(on: Host, bytes: number): Memory {
  return new on.Memory({ initial: Math.ceil(bytes / PAGE) })
}

export type { Host }
