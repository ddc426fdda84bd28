import type { Released, ReleasePart } from '@kaohe/contract'
import { ADJUSTED, type Evaluation, type Program, prove } from '@kaohe/engine'
import type { Content, StoredComprehensive, StoredCycle, StoredSnapshot } from '@kaohe/storage'
import { comprehensiveOf } from './comprehensive.ts'
import { nameIn } from './names.ts'
import { shownPoints } from './shown.ts'
import { claimLines } from './claim-lines.ts'
import { surveyLines } from './surveyed.ts'
import { linesOf } from './unit.ts'

const NAME = {
  'not-applicable': '不适用',
  'target-only': '只有目标',
  'no-rule': '没有计分规则',
} as const

const isPointless = (status: string): status is keyof typeof NAME => Object.hasOwn(NAME, status)

interface Basis {
  readonly cycle: StoredCycle
  readonly snapshot: StoredSnapshot
  readonly program: Program
  readonly evaluation: Evaluation
  readonly content: Content
  readonly comprehensive: ReadonlyMap<string, StoredComprehensive>
  readonly on: string
}

function between(least: string | null, most: string | null): string {
  if (least === null) return most === null ? '未定' : `不高于${most}`
  return most === null ? `不低于${least}` : `${least}～${most}`
}

function itemsOf({ program, evaluation, content }: Basis, unit: string): Released['items'] {
  const proof = prove(evaluation, unit)
  return evaluation.result(unit).items.map((item) => {
    const { points, least, most } = shownPoints(item.points, item.range)
    return {
      id: item.id,
      name: nameIn(program.scheme.items, item.id),
      clause: item.clause ?? null,
      points: isPointless(item.status) ? NAME[item.status] : (points ?? between(least, most)),
      full: shownPoints(item.full, undefined).points,
      lines: [
        ...linesOf(proof, item.id),
        ...surveyLines(content, program, unit, item.id),
        ...claimLines(content, program, unit, item.id),
      ],
    }
  })
}

/** `按得分计算为较好，书记会2024-01-20调整为好`, where a meeting adjusted the grade; not why, nor how it voted. */
function adjustedIn({ program, evaluation }: Basis, unit: string): string | undefined {
  const { adjusted, decisions } = evaluation.result(unit)
  const decision = decisions.find(({ decision: { on } }) => on === ADJUSTED)?.decision
  if (adjusted === undefined || decision === undefined) return undefined
  const { grading, parties } = program.scheme
  const from = adjusted.from === null ? '没有定' : `为${nameIn(grading?.grades, adjusted.from)}`
  const to = nameIn(grading?.grades, adjusted.to)
  return `按得分计算${from}，${nameIn(parties, decision.body)}${decision.date}调整为${to}`
}

/** What a unit is shown: the chosen parts of its own result. What was not chosen is not in it. */
export function releasedTo(basis: Basis, unit: string, parts: readonly ReleasePart[]): Released {
  const { cycle, snapshot, program, evaluation, on } = basis
  const result = evaluation.result(unit)
  const shows = (part: ReleasePart): boolean => parts.includes(part)
  const number = snapshot.ratified_number === null ? '' : `（${snapshot.ratified_number}）`
  const { grade } = result
  const adjusted = shows('grade') ? adjustedIn(basis, unit) : undefined
  return {
    cycle: cycle.id,
    title: cycle.title,
    releasedOn: on,
    ratified: `${snapshot.ratified_body ?? ''}${snapshot.ratified_on ?? ''}审定${number}`,
    grade: shows('grade') && grade ? nameIn(program.scheme.grading?.grades, grade) : null,
    ...(adjusted !== undefined && { adjusted }),
    total: shows('total') ? shownPoints(result.total, result.range).points : null,
    rank: shows('rank') ? (result.rank ?? null) : null,
    items: shows('items') ? itemsOf(basis, unit) : null,
    comment: shows('comments') ? comprehensiveOf(basis, unit) : null,
  }
}
