import { compare, parseRational, type Rational, type Scheme } from '@kaohe/engine'
import { type Change, diffSchemes } from '@kaohe/scheme'

/** A difference of meaning, with whether a figure went up or down. */
export interface Compared extends Pick<Change, 'kind' | 'path' | 'sentence'> {
  readonly direction: 'raised' | 'lowered' | null
}

export interface Comparison {
  readonly changes: readonly Compared[]
  /** Indicators that were taken over as they are, by name. */
  readonly taken: readonly string[]
}

interface Figure {
  readonly value: Rational
  readonly unit: string
}

function figure(text: string | undefined): Figure | undefined {
  const match = /^(-?\d+(?:\.\d+)?)\s*(\D*)$/.exec(text?.trim() ?? '')
  const value = match === null ? undefined : parseRational(match[1]!)
  return value && { value, unit: match![2]! }
}

function directionOf({ before, after }: Change): Compared['direction'] {
  const [a, b] = [figure(before), figure(after)]
  if (a === undefined || b === undefined || a.unit !== b.unit) return null
  const order = compare(b.value, a.value)
  return order === 0 ? null : order > 0 ? 'raised' : 'lowered'
}

/** What one scheme took over from another, and what it changed, raised or lowered. */
export function compareSchemes(before: Scheme, after: Scheme): Comparison {
  const all = diffSchemes(before, after)
  const changes = all.map((one) => ({
    kind: one.kind,
    path: one.path,
    sentence: one.sentence,
    direction: directionOf(one),
  }))
  const touched = new Set(all.map(({ path }) => /^指标\/([^/]+)/.exec(path)?.[1]))
  const known = new Set(before.items.map(({ id }) => id))
  const taken = after.items.filter(({ id }) => known.has(id) && !touched.has(id))
  return { changes, taken: taken.map(({ name }) => name) }
}
