import type { Domain, NodeId } from '../../core/index.ts'
import {
  type ObjectOf,
  choice,
  flag,
  id,
  list,
  open,
  optional,
  reference,
  text,
} from '../../shape/index.ts'
import type { Place, Telling } from '../kind.ts'
import { WAY_SAID, type Way, gather } from './gather.ts'
import { joined } from './tell.ts'

/** What every mark of a person has: who gives it, by what measure, and how several come together. */
export const markFields = {
  by: optional('打分人', list(reference('party')), '由谁打分；不写就是指标的牵头部门或评价人'),
  together: optional(
    '合成',
    choice({ 平均: 'average', 合计: 'sum', 就高: 'best', 就低: 'worst' }),
    '几个打分人的分怎样合成；不写就随指标的“多部门”',
  ),
  basis: open(
    '依据',
    text,
    '按什么标准打分；不写的，已经打出的分照打的计',
    '凭什么标准打分，原文没有写明',
  ),
  reasoned: optional('理由必填', flag, '打了分就要写理由，没有理由的打分不收'),
  as: optional('计为', choice({ 得: 'gain', 扣: 'loss' }), '打出的分是得还是扣；不写就是得'),
  part: optional('记分项', id, '同一指标有几处打分时，这一处的标识'),
}

export const MARK_SILENCE = { 合成: '几个打分人各自打分时怎样合成，原文没有写明' }

export type MarkParams = ObjectOf<typeof markFields>

export interface Mark {
  readonly evaluator: string | null
  readonly node: NodeId
}

/** One input for each evaluator, or a single one where nobody is named. */
export function marksOf(at: Place, params: MarkParams, domain: Domain): readonly Mark[] {
  const named = params.by ?? at.evaluators
  const evaluators = named.length === 0 ? [null] : named
  return evaluators.map((evaluator) => ({
    evaluator,
    node: at.mark(evaluator, domain, params.part),
  }))
}

function declared(at: Place, params: MarkParams): Way | undefined {
  return params.together ?? (at.jointly === 'weighted' ? undefined : at.jointly)
}

/**
 * The marks of several evaluators as one. Where nobody says how, each way is possible; adding them
 * up only where the sum stays within the full score, for else each marks the whole.
 */
export function together(
  at: Place,
  params: MarkParams,
  points: readonly NodeId[],
  sumFits: boolean,
): NodeId {
  if (points.length === 1) return points[0] as NodeId
  const way = declared(at, params)
  if (way !== undefined) return gather(at.b, points, way)
  const ways: readonly Way[] = ['average', 'best', 'worst', ...(sumFits ? (['sum'] as const) : [])]
  return at.undecided(
    markFields.together.keyword,
    ways.map((each) => gather(at.b, points, each)),
  )
}

/** `组织部评 18分、宣传部评 16分，取平均`. */
export function tellMarks(
  at: Place,
  params: MarkParams,
  marks: readonly Mark[],
  value: (mark: Mark) => Telling,
): Telling {
  const said = marks.map((mark) => [
    mark.evaluator === null ? '评 ' : `${at.nameOf('party', mark.evaluator)}评 `,
    ...value(mark),
  ])
  const way = declared(at, params)
  const how = marks.length === 1 ? '' : way === undefined ? '，怎样合成未定' : `，${WAY_SAID[way]}`
  return [...joined(said, '、'), how]
}
