import {
  type Evaluation,
  type Rational,
  compare,
  divide,
  exactly,
  parseRational,
} from '../../src/index.ts'
import { type SqlRows, sqlOf, sqlRows } from '../../src/sql/index.ts'
import type { Answer, Database } from './databases.ts'

export interface Disagreement {
  readonly unit: string
  readonly what: string
  readonly exact: string
  readonly sql: string
}

function fraction(row: Answer, num: string, den: string): Rational | undefined {
  const [n, d] = [row[num], row[den]]
  if (n == null || d == null) return undefined
  return divide(parseRational(n) as Rational, parseRational(d) as Rational)
}

function rangeOf(evaluation: Evaluation, unit: string, of: string, id: string) {
  const result = evaluation.result(unit)
  if (of === 'total') return result.range
  if (of === 'part') return result.parts.find((p) => p.id === id)?.range
  return evaluation.readings
    .find((r) => r.unit.id === unit)
    ?.values.of(evaluation.program.items.find((i) => i.item.id === id)?.points ?? 0)
}

const text = (value: Rational | undefined) =>
  value === undefined ? 'NULL' : `${value.num}/${value.den}`

/** Without the figures that the program never reads, which no scale is known of: most, in random datasets. */
function read(rows: SqlRows): SqlRows {
  const { kaohe_facts: facts, kaohe_attributes: attributes } = rows
  return {
    ...rows,
    kaohe_facts: facts.filter(([, , , , value, applies]) => value !== null || applies !== 1n),
    kaohe_attributes: attributes.filter(([, , value]) => value !== null),
  }
}

/**
 * Where a database answers otherwise than the exact evaluator. SQL may leave open what the
 * evaluator knows (an unknown fact that does not matter); it must never say anything else.
 * @returns the disagreements, and how many values were compared and answered
 */
export async function disagreements(evaluation: Evaluation, database: Database) {
  const { rows: all, scales } = sqlRows(evaluation.program, evaluation.data.dataset)
  const rows = read(all)
  const query = sqlOf(evaluation.program, database.dialect, scales)
  const answers = await database.answer(rows, query)
  const found: Disagreement[] = []
  let compared = 0
  for (const row of answers) {
    for (const { id, of, num, den } of query.columns) {
      const unit = row.unit as string
      const range = rangeOf(evaluation, unit, of, id)
      const exact = range === undefined ? undefined : exactly(range)
      const sql = fraction(row, num, den)
      if (sql === undefined) continue
      compared += 1
      if (exact === undefined || compare(exact, sql) !== 0)
        found.push({ unit, what: `${of} ${id}`, exact: text(exact), sql: text(sql) })
    }
  }
  return { found, compared, units: answers.length, refused: query.refused }
}
