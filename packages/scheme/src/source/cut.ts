import type { Problem } from '../diagnostic/diagnostic.ts'
import type { Pair, Scalar, Source } from './tree.ts'

/** What YAML made of a flow list or mapping, put together again where a comma cut a text in two. */
export interface Rejoined<T> {
  readonly members: readonly T[]
  readonly problems: readonly Problem[]
}

function openIn(text: string): number {
  const without = text.replaceAll(/"[^"]*"|“[^”]*”|'[^']*'/gu, '')
  return [...without].reduce((n, c) => n + ('(（'.includes(c) ? 1 : ')）'.includes(c) ? -1 : 0), 0)
}

function isCut(node: Source): node is Scalar {
  return node.is === 'scalar' && node.style === 'plain' && openIn(node.text) > 0
}

/** The text from one scalar to another as it was written, with commas and all. */
function through(first: Scalar, last: Scalar): Scalar {
  return { ...first, text: first.origin.text.slice(first.start, last.end), end: last.end }
}

function quoted(text: string): string {
  return text.includes('"') ? `'${text}'` : `"${text}"`
}

function problemOf(whole: Scalar): Problem {
  const nearest = quoted(whole.text)
  return { code: 'unquoted-comma', at: whole, found: whole.text, nearest }
}

/** The piece in which the parentheses that `first` leaves open are closed, among those that follow. */
function closing(first: Scalar, after: readonly (Scalar | undefined)[]): number | undefined {
  let open = openIn(first.text)
  for (const [i, piece] of after.entries()) {
    if (piece === undefined) return undefined
    open += openIn(piece.text)
    if (open <= 0) return i
  }
  return undefined
}

function rejoin<T>(
  members: readonly T[],
  startOf: (member: T) => Source,
  pieceOf: (member: T) => Scalar | undefined,
  withText: (member: T, whole: Scalar) => T,
): Rejoined<T> {
  const joined: T[] = []
  const problems: Problem[] = []
  let i = 0
  while (i < members.length) {
    const member = members[i] as T
    const first = startOf(member)
    const rest = members.slice(i + 1).map(pieceOf)
    const last = isCut(first) ? closing(first, rest) : undefined
    if (last === undefined) joined.push(member)
    else {
      const whole = through(first as Scalar, rest[last] as Scalar)
      joined.push(withText(member, whole))
      problems.push(problemOf(whole))
    }
    i += last === undefined ? 1 : last + 2
  }
  return { members: joined, problems }
}

const isBlank = (value: Source): boolean => value.is === 'scalar' && value.text === ''

/** In `{得: 最小(a, b)}` YAML reads `最小(a` and a keyword `b)`: such keywords are pieces of the value. */
export function rejoinedPairs(pairs: readonly Pair[]): Rejoined<Pair> {
  return rejoin(
    pairs,
    ({ value }) => value,
    ({ key, value }) => (isBlank(value) ? key : undefined),
    (pair, value) => ({ ...pair, value }),
  )
}

/** In `[甲(乙, 丙)]` YAML reads two members. */
export function rejoinedItems(items: readonly Source[]): Rejoined<Source> {
  return rejoin(
    items,
    (item) => item,
    (item) => (item.is === 'scalar' ? item : undefined),
    (_, whole) => whole,
  )
}
