import {
  type Table,
  type TableCell,
  type TableColumn,
  column,
  groupName,
  ranked,
  rankedWithin,
  sayOut,
} from '@kaohe/documents'
import type { Missing, Scheme, UnitResult } from '@kaohe/engine'
import { say } from '@kaohe/glossary'
import { columnsOf } from './columns.ts'
import type { Evaluated } from './evaluated.ts'
import { sayPoints } from './moves.ts'
import { lackingOf } from './lacking.ts'
import type { Session } from './session.ts'

// The parts that say something: sources and categories, and bonus and penalty where anybody has any.
function partsOf({ evaluation }: Evaluated, results: readonly UnitResult[]) {
  const used = (id: string) =>
    results.some((r) => r.parts.some((p) => p.id === id && p.points?.num !== 0n))
  const { parts } = evaluation.program
  const named = parts.filter((p) => p.declared !== undefined)
  return named.length > 0 ? named : parts.filter((p) => p.kind === 'base' || used(p.id))
}

function headingOf(part: ReturnType<typeof partsOf>[number], session: Session): string {
  const { declared, kind } = part
  if (declared !== undefined) return declared.name
  return kind === 'base' || kind === 'bonus' || kind === 'penalty'
    ? say('part', kind, session.language)
    : part.id
}

/** The results of the units that take part, or may. */
export function takingPart({ evaluation }: Evaluated): readonly UnitResult[] {
  return evaluation.results().filter(({ eligible }) => eligible !== 'no')
}

/** Who stands where with what, part by part: what a terminal has room for. */
export function scoreTable(all: Evaluated, session: Session): Table {
  const { scheme } = all.loaded
  const results = ranked({ scheme, units: all.evaluation.results() })
  const grouped = rankedWithin(scheme) !== undefined
  const parts = partsOf(all, results)
  const graded = results.some((r) => r.grade !== undefined)
  const columns: TableColumn[] = [
    ...(grouped ? columnsOf(session, ['分组', 'Group']) : []),
    ...columnsOf(session, ['名次', 'Rank', 'count'], ['编号', 'Id'], ['单位', 'Unit']),
    ...parts.map((part) => column(part.id, headingOf(part, session), 'points')),
    ...columnsOf(session, ['总分', 'Total', 'points']),
    ...(graded ? columnsOf(session, ['等次', 'Grade']) : []),
  ]
  const grades = new Map(scheme.grading?.grades?.map((g) => [g.id, g.name]))
  const rows = results.map((r): TableCell[] => {
    const points = parts.map((part) => {
      if (r.eligible === 'no') return ''
      const found = r.parts.find((p) => p.id === part.id)
      if (found === undefined) return ''
      return found.applies
        ? sayPoints(found, session)
        : say('status', 'not-applicable', session.language)
    })
    const total =
      r.eligible === 'no' ? sayOut(r, session) : sayPoints({ ...r, points: r.total }, session)
    const grade = graded ? [grades.get(r.grade ?? '') ?? ''] : []
    const group = grouped ? [groupName(r, scheme)] : []
    return [...group, r.rank ?? null, r.unit, r.name, ...points, total, ...grade]
  })
  return { id: 'scores', title: session.say({ zh: '得分', en: 'Scores' }), columns, rows }
}

function nameOfMissing({ what, id }: Missing, scheme: Scheme): string {
  const lists = {
    fact: scheme.facts,
    previous: scheme.facts,
    peers: scheme.facts,
    event: scheme.events,
    mark: scheme.items,
    attribute: scheme.attributes,
  }
  return lists[what]?.find((one) => one.id === id)?.name ?? id
}

/** What is missing, each thing once, and of how many units; nothing when nothing is. */
export function missingTable(all: Evaluated, session: Session): Table | undefined {
  const found = lackingOf(takingPart(all))
  if (found.length === 0) return undefined
  const rows = found.map(({ missing, units }) => [
    nameOfMissing(missing, all.loaded.scheme),
    missing.id,
    units.size,
  ])
  return {
    id: 'missing',
    title: session.say({ zh: '缺少的数据', en: 'Missing' }),
    columns: columnsOf(session, ['名称', 'Name'], ['编号', 'Id'], ['单位数', 'Units', 'count']),
    rows,
  }
}

// Those of items say of which; of the rest only what no item has said.
function questionsOf({ items, questions }: UnitResult): ReadonlySet<string> {
  const ofItems = items.flatMap((item) => item.questions)
  const rest = questions.filter((one) => !ofItems.some((question) => question.endsWith(one)))
  return new Set([...ofItems, ...rest])
}

/** What the scheme or the facts leave open, and for how many units; nothing when nothing is. */
export function questionsTable(all: Evaluated, session: Session): Table | undefined {
  const found = new Map<string, number>()
  for (const unit of takingPart(all))
    for (const question of questionsOf(unit)) found.set(question, (found.get(question) ?? 0) + 1)
  if (found.size === 0) return undefined
  return {
    id: 'questions',
    title: session.say({ zh: '待定的口径', en: 'Open questions' }),
    columns: columnsOf(session, ['位置', 'Place'], ['单位数', 'Units', 'count']),
    rows: [...found],
  }
}
