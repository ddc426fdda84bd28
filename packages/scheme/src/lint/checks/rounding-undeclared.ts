import { mayNotTerminate } from '@kaohe/engine'
import type { NodeId } from '@kaohe/engine'
import type { Check } from '../finding.ts'
import { listed, say } from '../phrase.ts'
import type { Site } from '../site.ts'

interface Printed {
  readonly path: string
  readonly name: string
  readonly points: NodeId
}

const HEADS = { source: '评价方式', category: '类别' } as const

function printedIn({ program }: Site): readonly Printed[] {
  const parts = program.parts.flatMap(({ id, kind, declared, points }) =>
    kind === 'source' || kind === 'category'
      ? [{ path: `${HEADS[kind]}/${id}/舍入`, name: declared?.name ?? id, points }]
      : [],
  )
  const items = program.items
    .filter(({ targetOnly, item }) => !targetOnly && item.rule !== undefined)
    .map(({ item, points }) => ({ path: `指标/${item.id}/舍入`, name: item.name, points }))
  return [{ path: '总分/舍入', name: '总分', points: program.total }, ...parts, ...items]
}

/**
 * A value that need not end (1/3) and leaves the engine without a declared rounding (constructs
 * 1E.10): the total, a part or an item. One finding, at the outermost of them, that names all.
 */
export const roundingUndeclared: Check = {
  slug: 'rounding-undeclared',
  severity: 'warning',
  title: say('除不尽的分没有写怎样舍入', 'Rounding undeclared'),
  settle: say(
    '用口径给除不尽的每一处写“舍入”；总分的“舍入”管不到类别和指标',
    'a reading that sets 舍入 on each of them: that of the total does not reach parts and items',
  ),
  *find(site) {
    const { nodes, inputs } = site.program.unit
    const known = new Map<NodeId, boolean>()
    const endless = printedIn(site).filter(({ points }) =>
      mayNotTerminate(nodes, inputs, points, known),
    )
    const [first] = endless
    if (first === undefined) return
    const names = listed(endless.map(({ name }) => `“${name}”`))
    yield {
      path: site.scheme.total?.rounding === undefined ? '总分/舍入' : first.path,
      clause: site.scheme.total?.clause,
      message: say(
        `${names.zh}可能除不尽，没有写保留几位、怎样舍入；结果只能写成分数。`,
        `${names.en} may not terminate, and no rounding is declared; results print fractions.`,
      ),
      counterexample: say(
        `${first.name}算出三分之一分时，写成0.3、0.33还是0.34，没有写明`,
        `a third of a point: 0.3, 0.33 or 0.34?`,
      ),
    }
  },
}
