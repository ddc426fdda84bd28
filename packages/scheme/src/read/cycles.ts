import type { Problem } from '../diagnostic/diagnostic.ts'
import { type Scalar, type Source, itemsOf, textUnder, under } from '../source/tree.ts'

type Edges = ReadonlyMap<string, readonly { readonly to: string; readonly at: Scalar }[]>

function scalarsOf(node: Source | undefined): Scalar[] {
  if (node?.is === 'scalar') return [node]
  return itemsOf(node).filter((item) => item.is === 'scalar')
}

function edgesOf(list: Source | undefined, keywords: readonly string[]): Edges {
  const links = itemsOf(list).map((item) => {
    const to = keywords.flatMap((keyword) => scalarsOf(under(item, keyword)))
    return [textUnder(item, '编号') ?? '', to.map((at) => ({ to: at.text, at }))] as const
  })
  // Of two things with one id the first counts; the second is reported on its own.
  const edges = new Map<string, (typeof links)[number][1]>()
  for (const [id, to] of links) if (!edges.has(id)) edges.set(id, to)
  return edges
}

/** The first way round found from each id, each circle told once, at the link that closes it. */
function circles(edges: Edges): { readonly way: readonly string[]; readonly at: Scalar }[] {
  const done = new Set<string>()
  const found: { way: string[]; at: Scalar }[] = []
  const visit = (id: string, way: readonly string[]): void => {
    for (const { to, at } of edges.get(id) ?? []) {
      const start = way.indexOf(to)
      if (start !== -1) found.push({ way: [...way.slice(start), to], at })
      else if (!done.has(to)) visit(to, [...way, to])
    }
    done.add(id)
  }
  for (const id of edges.keys()) if (!done.has(id)) visit(id, [id])
  return found
}

const CHAINS: readonly (readonly [list: string, keywords: readonly string[], found: string])[] = [
  ['层级', ['上级'], '层级的“上级”'],
  ['类别', ['上级'], '类别的“上级”'],
  ['日程', ['在后', '相对'], '日程的先后'],
]

/** Levels, categories and steps that come before themselves. */
export function cyclesIn(root: Source): Problem[] {
  return CHAINS.flatMap(([list, keywords, found]) =>
    circles(edgesOf(under(root, list), keywords)).map(({ way, at }) => ({
      code: 'cycle' as const,
      at,
      found,
      detail: way.join(' → '),
      path: `${list}/${way[0]}`,
    })),
  )
}
