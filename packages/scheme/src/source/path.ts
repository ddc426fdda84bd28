import { type Mapping, type Sequence, type Source, textUnder } from './tree.ts'

/** How a member of a list is addressed: by its 编号 when it has one, else by its position from 1. */
export function memberName(node: Source, index: number): string {
  return textUnder(node, '编号') || String(index + 1)
}

export function segmentsOf(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '')
}

/** What to put in the place of a node; undefined takes it out, `keep` leaves it. */
export type Change = (node: Source | undefined) => Source | undefined

function indexIn(list: Sequence, segment: string): number {
  const byId = list.items.findIndex((item) => textUnder(item, '编号') === segment)
  return byId !== -1 ? byId : /^[1-9]\d*$/.test(segment) ? Number(segment) - 1 : -1
}

/** A key may itself hold a slash (`1/2`): the longest run of segments that is a key is taken. */
function keyIn(map: Mapping, segments: readonly string[]): { index: number; used: number } {
  for (let used = segments.length; used > 0; used -= 1) {
    const key = segments.slice(0, used).join('/')
    const index = map.pairs.findIndex((pair) => pair.key.text === key)
    if (index !== -1) return { index, used }
  }
  return { index: -1, used: 0 }
}

/** The node at a path of keywords, ids and positions, or undefined. */
export function find(root: Source, segments: readonly string[]): Source | undefined {
  if (segments.length === 0) return root
  if (root.is === 'sequence') {
    const item = root.items[indexIn(root, segments[0] as string)]
    return item && find(item, segments.slice(1))
  }
  if (root.is !== 'mapping') return undefined
  const { index, used } = keyIn(root, segments)
  const pair = root.pairs[index]
  return pair && find(pair.value, segments.slice(used))
}

/**
 * The tree with the node at a path changed. A keyword absent from the last mapping is added.
 * @returns undefined when the path leads nowhere
 */
export function change(root: Source, segments: readonly string[], by: Change): Source | undefined {
  if (segments.length === 0) return by(root)
  if (root.is === 'sequence') return changeItem(root, segments, by)
  if (root.is !== 'mapping') return undefined
  const { index, used } = keyIn(root, segments)
  return index === -1
    ? addPair(root, segments, by)
    : changePair(root, index, segments.slice(used), by)
}

function changeItem(list: Sequence, segments: readonly string[], by: Change): Source | undefined {
  const index = indexIn(list, segments[0] as string)
  const item = list.items[index]
  if (item === undefined) return undefined
  const rest = segments.slice(1)
  const next = change(item, rest, by)
  if (next === undefined && rest.length > 0) return undefined
  return { ...list, items: list.items.toSpliced(index, 1, ...(next ? [next] : [])) }
}

function changePair(
  map: Mapping,
  index: number,
  rest: readonly string[],
  by: Change,
): Source | undefined {
  const pair = map.pairs[index] as Mapping['pairs'][number]
  const value = change(pair.value, rest, by)
  if (value === undefined && rest.length > 0) return undefined
  return { ...map, pairs: map.pairs.toSpliced(index, 1, ...(value ? [{ ...pair, value }] : [])) }
}

function addPair(map: Mapping, segments: readonly string[], by: Change): Source | undefined {
  const value = segments.length === 1 ? by(undefined) : undefined
  if (value === undefined) return undefined
  const key = {
    is: 'scalar',
    text: segments[0] as string,
    style: 'plain',
    inFlow: false,
    origin: value.origin,
    start: value.start,
    end: value.start,
  } as const
  return { ...map, pairs: [...map.pairs, { key, value }] }
}
