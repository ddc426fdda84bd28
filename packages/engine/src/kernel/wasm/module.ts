import { type Body, CODE } from './body.ts'
import { unsigned } from './bytes.ts'

const I32 = 0x7f
const V128 = 0x7b

/** A function of three i32: chunk, from, to. Its locals are i32s, then vectors. */
export interface Func {
  readonly name: string
  readonly i32s: number
  readonly vectors: number
  readonly body: Body
}

const text = (t: string): number[] =>
  unsigned(t.length).concat(Array.from(t, (c) => c.charCodeAt(0)))

function section(id: number, all: readonly (readonly number[])[]): number[] {
  const content = unsigned(all.length).concat(...all)
  return [id].concat(unsigned(content.length), content)
}

function code({ i32s, vectors, body }: Func): readonly number[] {
  const locals = [2].concat(unsigned(i32s), I32, unsigned(vectors), V128)
  return unsigned(locals.length + body.all.length + 1).concat(locals, body.all, CODE.end)
}

const HEAD = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]
const TYPE = [0x60, 3, I32, I32, I32, 0]

/** A module of functions over the imported memory `kernel.memory`. */
export function moduleOf(functions: readonly Func[]): Uint8Array<ArrayBuffer> {
  const types = section(1, [TYPE])
  const memory = section(2, [text('kernel').concat(text('memory'), 2, 0, 1)])
  const typed = section(
    3,
    functions.map(() => [0]),
  )
  const named = section(
    7,
    functions.map(({ name }, k) => text(name).concat(0, unsigned(k))),
  )
  return new Uint8Array(HEAD.concat(types, memory, typed, named, section(10, functions.map(code))))
}
