import type { Column, Layout, Place } from './layout.ts'

/** Columns of one width: their numbers, and where they start in a chunk, in units of that width. */
interface Width {
  readonly columns: Int32Array
  readonly starts: Int32Array
}

/** Columns to be taken of single units. */
export type Picked = Readonly<Record<'i8' | 'u8' | 'i16' | 'i32', Width>>

/** Columns in the order in which they are taken. */
export function picked({ places }: Layout, columns: readonly number[]): Picked {
  const width = (bytes: number, signed: boolean): Width => {
    const found = columns.filter((column) => {
      const place = places[column]
      return place?.bytes === bytes && place.signed === signed
    })
    const starts = found.map((column) => (places[column] as Place).offset / bytes)
    return { columns: Int32Array.from(found), starts: Int32Array.from(starts) }
  }
  return { i8: width(1, true), u8: width(1, false), i16: width(2, true), i32: width(4, true) }
}

/** Without a branch in the loop the processor waits for many columns at once instead of for one after another. */
export function take({ columns, starts }: Width, from: Column, at: number, to: Int32Array): void {
  for (let k = 0; k < columns.length; k++)
    to[columns[k] as number] = from[at + (starts[k] as number)] as number
}
