import type { Problem } from '../diagnostic/diagnostic.ts'
import { nearestWord } from '../diagnostic/nearest.ts'
import { listed } from '../read/describe.ts'
import { change, find, memberName, segmentsOf } from '../source/path.ts'
import { saysTheSame } from '../source/same.ts'
import type { Scalar, Source, Span } from '../source/tree.ts'
import type { Edit } from './shapes.ts'

/** An edit with the place where it is written. */
export interface Placed {
  readonly edit: Edit
  readonly at: Span
  /** Who asks for it: `口径 study-120/upper`, or the derived scheme. */
  readonly by: string
}

export type Edited = { readonly tree: Source } | { readonly problem: Problem }

// Stands where something was taken out until all edits are made, so that positions keep their meaning.
const GONE = 'kaohe:gone'

function gone(at: Source): Scalar {
  return {
    is: 'scalar',
    text: GONE,
    style: 'plain',
    inFlow: false,
    origin: at.origin,
    start: at.start,
    end: at.start,
  }
}

function isGone(node: Source): boolean {
  return node.is === 'scalar' && node.text === GONE
}

/** The tree without what was taken out. */
export function swept(node: Source): Source {
  if (node.is === 'sequence')
    return { ...node, items: node.items.filter((item) => !isGone(item)).map(swept) }
  if (node.is !== 'mapping') return node
  const pairs = node.pairs
    .filter((pair) => !isGone(pair.value))
    .map(({ key, value }) => ({ key, value: swept(value) }))
  return { ...node, pairs }
}

function words(node: Source): string[] {
  if (node.is === 'sequence') return node.items.map(memberName)
  return node.is === 'mapping' ? node.pairs.map((pair) => pair.key.text) : []
}

/** The path corrected at the first segment that leads nowhere. */
export function nearestPath(
  root: Source,
  segments: readonly string[],
): { nearest: string | undefined; expected: string } {
  let length = 0
  while (length < segments.length && find(root, segments.slice(0, length + 1))) length += 1
  const parent = find(root, segments.slice(0, length)) ?? root
  const word = nearestWord(segments[length] ?? '', words(parent))
  return {
    nearest: word && [...segments.slice(0, length), word, ...segments.slice(length + 1)].join('/'),
    expected: listed(words(parent)),
  }
}

function dangling(root: Source, segments: readonly string[], at: Span, found: string): Edited {
  return { problem: { code: 'bad-position', at, found, ...nearestPath(root, segments) } }
}

function appended(target: Source | undefined, value: Source): Source | undefined {
  const members = value.is === 'sequence' ? value.items : [value]
  if (target === undefined)
    return value.is === 'mapping'
      ? undefined
      : { is: 'sequence', items: members, origin: value.origin, start: value.start, end: value.end }
  if (target.is === 'sequence') return { ...target, items: [...target.items, ...members] }
  if (target.is !== 'mapping' || value.is !== 'mapping') return undefined
  const free = value.pairs.every(
    (pair) => !target.pairs.some((one) => one.key.text === pair.key.text),
  )
  return free ? { ...target, pairs: [...target.pairs, ...value.pairs] } : undefined
}

function acts(edit: Edit): number {
  return [edit.to, edit.add, edit.drop || undefined].filter((one) => one !== undefined).length
}

/** Makes one edit, or says why it cannot be made. */
export function applyEdit(root: Source, { edit, at }: Placed): Edited {
  const segments = segmentsOf(edit.at)
  const place = find(root, segments)
  if (acts(edit) !== 1)
    return {
      problem: {
        code: 'edit-without-act',
        at,
        found: edit.at,
        expected: '“改为”“增加”“删去: 是”中的一个',
      },
    }
  if (segments.length === 0 || (place && isGone(place)))
    return dangling(root, segments, at, edit.at)
  if (edit.to !== undefined && place && saysTheSame(place, edit.to))
    return { problem: { code: 'edit-changes-nothing', at, found: edit.at } }
  if (edit.drop && !place) return dangling(root, segments, at, edit.at)
  const tree = change(root, segments, (node) =>
    edit.drop ? gone(node as Source) : (edit.to ?? appended(node, edit.add as Source)),
  )
  return tree ? { tree } : dangling(root, segments, at, edit.at)
}
