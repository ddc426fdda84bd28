import type { Place } from '../layout.ts'
import { Body, CODE } from './body.ts'
import type { Func } from './module.ts'

/** Where the table over totals stands: an entry of four bytes for each from `lo` upwards. */
export interface Table {
  readonly address: number
  readonly lo: number
}

const TOTAL = 3
const RANK = 4
const SLOT = 5

function loadTotal(b: Body, total: Place): void {
  b.get(TOTAL)
  const narrow = total.bytes === 2 ? CODE.load16s : total.signed ? CODE.load8s : CODE.load8u
  b.word(total.bytes === 4 ? CODE.load32 : narrow, total.offset)
}

/** A loop over single units, with the address of each one's entry in the table. */
function each(
  name: string,
  total: Place,
  table: Table,
  fill: (b: Body, entry: () => void, offset: number) => void,
): Func {
  const b = new Body()
  const origin = table.address - table.lo * 4
  // Addresses are not negative: only totals that never are can be added to the origin by the load itself.
  const direct = table.lo >= 0 && origin >= 0
  b.address(TOTAL, 0, 1, total.bytes >> 1)
  b.address(RANK, 0, 1, 2)
  b.address(2, 0, 2, total.bytes >> 1)
  b.open()
  const entry = () => {
    loadTotal(b, total)
    b.i32(2)
    b.all.push(CODE.shift)
    if (direct) return
    b.i32(origin)
    b.all.push(CODE.add)
  }
  fill(b, entry, direct ? origin : 0)
  b.advance(TOTAL, total.bytes)
  b.advance(RANK, 4)
  b.again(TOTAL, 2)
  return { name, i32s: 3, vectors: 0, body: b }
}

/** Counts how often each total occurs. */
export function countLoop(name: string, total: Place, table: Table): Func {
  return each(name, total, table, (b, entry, offset) => {
    entry()
    b.tee(SLOT)
    b.get(SLOT)
    b.word(CODE.load32, offset)
    b.i32(1)
    b.all.push(CODE.add)
    b.word(CODE.store32, offset)
  })
}

/** Looks each unit's rank up by its total. */
export function rankLoop(name: string, total: Place, rank: Place, table: Table): Func {
  return each(name, total, table, (b, entry, offset) => {
    b.get(RANK)
    entry()
    b.word(CODE.load32, offset)
    b.word(CODE.store32, rank.offset)
  })
}
