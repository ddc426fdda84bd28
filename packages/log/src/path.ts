import { type Range, split } from './range.ts'

// The neighbours on the way from leaf `index` up to the whole of `range`, the nearest first.
function neighbours(index: number, { start, end }: Range): Range[] {
  if (end - start === 1) return []
  const middle = start + split(end - start)
  return index < middle
    ? [...neighbours(index, { start, end: middle }), { start: middle, end }]
    : [...neighbours(index, { start: middle, end }), { start, end: middle }]
}

/**
 * What proves that the leaf at `index` stands in a tree of `size` leaves (RFC 6962, section 2.1.1).
 * @throws RangeError when the tree has no such leaf
 */
export function inclusionPath(index: number, size: number): Range[] {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size)
    throw new RangeError(`a tree of ${size} leaves has no leaf ${index}`)
  return neighbours(index, { start: 0, end: size })
}

// SUBPROOF of RFC 6962, section 2.1.2; `whole` says that the old tree is a node the verifier knows.
function older(old: number, { start, end }: Range, whole: boolean): Range[] {
  if (old === end) return whole ? [] : [{ start, end }]
  const middle = start + split(end - start)
  return old <= middle
    ? [...older(old, { start, end: middle }, whole), { start: middle, end }]
    : [...older(old, { start: middle, end }, false), { start, end: middle }]
}

/**
 * What proves that a tree of `size` leaves begins with the tree of `old` leaves (RFC 6962, section 2.1.2).
 * @throws RangeError unless 0 < old <= size
 */
export function consistencyPath(old: number, size: number): Range[] {
  if (!Number.isSafeInteger(old) || old < 1 || old > size)
    throw new RangeError(`a tree of ${size} leaves does not go on from one of ${old}`)
  return older(old, { start: 0, end: size }, true)
}
