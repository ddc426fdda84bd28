import {
  type Evaluation,
  type Rational,
  compare,
  divide,
  exactly,
  parseRational,
} from '../../src/index.ts'
import { type By, columnsOf, kernelOf } from '../../src/kernel/index.ts'
import { type SqlRows, sqlOf, sqlRows } from '../../src/sql/index.ts'
import type { Answer, Database } from './databases.ts'

/** Something with points: an item, a part, or the total. */
export interface Figure {
  readonly of: 'item' | 'part' | 'total'
  readonly id: string
}

/** What a reading of the core says besides the exact evaluator. */
export interface Answered {
  readonly units: readonly string[]
  /** Units that the reading leaves to the exact evaluator altogether. */
  readonly apart: readonly string[]
  /** True where the reading says by name that it does not compute the figure. */
  declines(figure: Figure): boolean
  value(figure: Figure, unit: string): Rational | undefined
}

/** Every figure of a scheme. */
export function figuresOf({ program }: Evaluation): readonly Figure[] {
  return [
    ...program.items
      .filter((i) => !i.targetOnly)
      .map(({ item }) => ({ of: 'item', id: item.id }) as const),
    ...program.parts.map(({ id }) => ({ of: 'part', id }) as const),
    { of: 'total', id: 'total' },
  ]
}

/** What the exact evaluator knows of a figure; undefined where that is not exact. */
export function exactOf(evaluation: Evaluation, { of, id }: Figure, unit: string) {
  const { program, readings } = evaluation
  const values = readings.find((r) => r.unit.id === unit)?.values
  const node =
    of === 'total'
      ? program.total
      : of === 'part'
        ? program.parts.find((p) => p.id === id)?.points
        : program.items.find((i) => i.item.id === id)?.points
  return values === undefined || node === undefined ? undefined : exactly(values.of(node))
}

const NAMES = { item: '指标', part: '部分', total: '总分' } as const

/** The kernel, by plain passes or by WebAssembly. */
export function byKernel({ program, data }: Evaluation, by: By): Answered {
  const kernel = kernelOf(program, { by })
  const rows = columnsOf(kernel, data.dataset)
  kernel.load(rows.columns, rows.units.length)
  kernel.score()
  const at = new Map(rows.units.map((unit, row) => [unit.id, row]))
  const column = ({ of, id }: Figure) =>
    of === 'item' ? kernel.points(id) : of === 'part' ? kernel.part(id) : kernel.total()
  return {
    units: rows.units.map((u) => u.id),
    apart: rows.apart.map((u) => u.id),
    declines: ({ of, id }) => kernel.exact.includes(of === 'total' ? '总分' : `${NAMES[of]}/${id}`),
    value: (figure, unit) => column(figure).of(at.get(unit) ?? -1),
  }
}

/** Without the figures that the program never reads, which no scale is known of: most, in random datasets. */
function onlyRead(rows: SqlRows): SqlRows {
  const { kaohe_facts: facts, kaohe_attributes: attributes } = rows
  return {
    ...rows,
    kaohe_facts: facts.filter(([, , , , value, applies]) => value !== null || applies !== 1n),
    kaohe_attributes: attributes.filter(([, , value]) => value !== null),
  }
}

function fraction(row: Answer | undefined, num: string, den: string): Rational | undefined {
  const [n, d] = [row?.[num], row?.[den]]
  if (n == null || d == null) return undefined
  return divide(parseRational(n) as Rational, parseRational(d) as Rational)
}

/** A database. */
export async function byDatabase(
  { program, data, readings }: Evaluation,
  database: Database,
): Promise<Answered> {
  const { rows, scales } = sqlRows(program, data.dataset)
  const query = sqlOf(program, database.dialect, scales)
  const answers = await database.answer(onlyRead(rows), query)
  const byUnit = new Map(answers.map((row) => [row.unit, row]))
  const column = ({ of, id }: Figure) => query.columns.find((c) => c.of === of && c.id === id)
  return {
    units: readings.map((r) => r.unit.id),
    apart: [],
    declines: (figure) => column(figure) === undefined,
    value(figure, unit) {
      const found = column(figure)
      return found && fraction(byUnit.get(unit), found.num, found.den)
    },
  }
}

export interface Disagreement {
  readonly unit: string
  readonly what: string
  readonly exact: string
  readonly other: string
}

/** How a reading stands to the exact evaluator over one dataset. */
export interface Compared {
  readonly found: readonly Disagreement[]
  /** Values that were the same, by figure. */
  readonly same: ReadonlyMap<Figure, number>
  readonly declined: readonly Figure[]
  /** Values that the exact evaluator knows and the reading leaves open, as it may where facts are missing. */
  readonly open: number
  readonly apart: number
}

const text = (value: Rational | undefined) =>
  value === undefined ? 'nothing exact' : `${value.num}/${value.den}`

/** Every figure of every unit by one reading and by the exact evaluator. */
export function compared(evaluation: Evaluation, by: Answered): Compared {
  const figures = figuresOf(evaluation)
  const found: Disagreement[] = []
  const same = new Map<Figure, number>()
  let open = 0
  for (const figure of figures.filter((f) => !by.declines(f))) {
    for (const unit of by.units) {
      const [exact, other] = [exactOf(evaluation, figure, unit), by.value(figure, unit)]
      const what = `${figure.of} ${figure.id}`
      if (other === undefined) open += exact === undefined ? 0 : 1
      else if (exact !== undefined && compare(exact, other) === 0)
        same.set(figure, (same.get(figure) ?? 0) + 1)
      else found.push({ unit, what, exact: text(exact), other: text(other) })
    }
  }
  const declined = figures.filter((f) => by.declines(f))
  return { found, same, declined, open, apart: by.apart.length }
}
