import { type Body, CODE } from './body.ts'
import { Bytes } from './bytes.ts'

const I32 = 0x7f
const V128 = 0x7b

/** A function of three i32: chunk, from, to. Its locals are i32s, then vectors. */
export interface Func {
  readonly name: string
  readonly i32s: number
  readonly vectors: number
  readonly body: Body
}

type Run = readonly number[]

const lengthOf = (runs: readonly Run[]): number => runs.reduce((sum, run) => sum + run.length, 0)

// A section: its number, its length, how many things it holds, and they.
function section(id: number, count: number, things: readonly Run[]): readonly Run[] {
  const [head, counted] = [new Bytes(), new Bytes()]
  counted.unsigned(count)
  head.all.push(id)
  head.unsigned(counted.all.length + lengthOf(things))
  return [head.all, counted.all, ...things]
}

function code({ i32s, vectors, body }: Func): readonly Run[] {
  const [head, locals] = [new Bytes(), new Bytes()]
  locals.all.push(2)
  locals.unsigned(i32s)
  locals.all.push(I32)
  locals.unsigned(vectors)
  locals.all.push(V128)
  head.unsigned(locals.all.length + body.all.length + 1)
  return [head.all, locals.all, body.all, [CODE.end]]
}

function exported({ name }: Func, at: number): Run {
  const b = new Bytes()
  b.text(name)
  b.all.push(0)
  b.unsigned(at)
  return b.all
}

function memory(): Run {
  const b = new Bytes()
  b.text('kernel')
  b.text('memory')
  b.all.push(2, 0, 1)
  return b.all
}

const HEAD = [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]
const TYPE = [0x60, 3, I32, I32, I32, 0]

/** A module of functions over the imported memory `kernel.memory`. */
export function moduleOf(functions: readonly Func[]): Uint8Array<ArrayBuffer> {
  const runs = [
    HEAD,
    ...section(1, 1, [TYPE]),
    ...section(2, 1, [memory()]),
    ...section(3, functions.length, [functions.map(() => 0)]),
    ...section(7, functions.length, functions.map(exported)),
    ...section(10, functions.length, functions.flatMap(code)),
  ]
  const bytes = new Uint8Array(lengthOf(runs))
  let at = 0
  for (const run of runs) {
    bytes.set(run, at)
    at += run.length
  }
  return bytes
}
