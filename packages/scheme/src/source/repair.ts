import type { Origin } from './origin.ts'

/** One replacement made before parsing, so that one slip of the keyboard does not hide the other mistakes. */
export interface Repair {
  readonly at: number
  readonly remove: number
  readonly insert: string
}

/** A repaired text and the way from its offsets back to those of the file. */
export interface Repaired {
  readonly text: string
  back(offset: number): number
}

/** Applies repairs, which must not overlap. */
export function repair(origin: Origin, repairs: readonly Repair[]): Repaired {
  const sorted = repairs.toSorted((a, b) => a.at - b.at)
  const stops: { at: number; shift: number }[] = []
  let text = ''
  let from = 0
  for (const one of sorted) {
    text += origin.text.slice(from, one.at) + one.insert
    from = one.at + one.remove
    stops.push({ at: text.length, shift: from - text.length })
  }
  text += origin.text.slice(from)
  return {
    text,
    back: (offset) => offset + (stops.findLast((stop) => stop.at <= offset)?.shift ?? 0),
  }
}
