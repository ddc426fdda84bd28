import type { Source } from './tree.ts'

/** True when two nodes say the same, wherever and however they were written. */
export function saysTheSame(a: Source, b: Source): boolean {
  if (a.is === 'scalar') return b.is === 'scalar' && a.text === b.text
  if (a.is === 'sequence') {
    return (
      b.is === 'sequence' &&
      a.items.length === b.items.length &&
      a.items.every((item, i) => saysTheSame(item, b.items[i] as Source))
    )
  }
  if (b.is !== 'mapping' || a.pairs.length !== b.pairs.length) return false
  return a.pairs.every(({ key, value }, i) => {
    const other = b.pairs[i] as (typeof b.pairs)[number]
    return key.text === other.key.text && saysTheSame(value, other.value)
  })
}
