import {
  exactly,
  holds,
  type ItemProgram,
  type Lowered,
  point,
  say,
  sayInterval,
  type Segment,
  type Telling,
  type Values,
} from '@kaohe/engine'

/** A row of a rule's table: what it says, and how many times the unit's data hit it. */
export interface GrilleRow {
  readonly label: string
  readonly hits: number
}

/** A table of a rule, as a notice would print it. */
export interface Grille {
  /** What is looked up, with its value; empty where several periods look up in the same table. */
  readonly of: string
  readonly rows: readonly GrilleRow[]
}

type Cases = Extract<Segment, { readonly by: number }>
type Case = Cases['cases'][number]

// Two rows are a yes and a no, which the sentence says well enough.
const FEWEST_ROWS = 3

function unitBefore(told: Telling): string {
  const last = told.findLast((segment) => typeof segment !== 'string' && 'value' in segment)
  return last !== undefined && typeof last !== 'string' && 'unit' in last ? last.unit : ''
}

// A row of one value says only its points: the value is said by the sentence around it.
function labelOf({ piece, say: told }: Case, unit: string, values: Values): string {
  const said = say(told, values)
  const { from, to } = piece
  const isOne = from !== null && to !== null && from.num * to.den === to.num * from.den
  return isOne && !said.includes('，') ? `${sayInterval(point(from), unit)}，${said}` : said
}

function tableOf(told: Telling, at: number, { by, cases }: Cases, values: Values): Grille {
  const before = told.slice(0, at)
  const value = exactly(values.of(by))
  const unit = unitBefore(before)
  const rows = cases.map((one) => ({
    label: labelOf(one, unit, values),
    hits: value !== undefined && holds(one.piece, value) ? 1 : 0,
  }))
  return { of: say(before, values).replace(/[，：]$/, ''), rows }
}

function tablesIn({ told, parts }: Lowered, values: Values): Grille[] {
  const own = told.flatMap((segment, at) =>
    typeof segment !== 'string' && 'by' in segment && segment.cases.length >= FEWEST_ROWS
      ? [tableOf(told, at, segment, values)]
      : [],
  )
  return [...own, ...parts.flatMap((part) => tablesIn(part, values))]
}

/** Periods that look up in the same table are counted in one. */
function together(tables: readonly Grille[]): Grille {
  const [first] = tables
  if (first === undefined || tables.length === 1) return first ?? { of: '', rows: [] }
  const rows = first.rows.map(({ label }, at) => ({
    label,
    hits: tables.reduce((sum, { rows: of }) => sum + (of[at]?.hits ?? 0), 0),
  }))
  return { of: '', rows }
}

/** The tables of an item's rule, with the rows that the unit's data hit. */
export function grillesOf({ lowered }: ItemProgram, values: Values): Grille[] {
  if (lowered === undefined) return []
  const tables = tablesIn(lowered, values)
  const same = Map.groupBy(tables, ({ rows }) => rows.map(({ label }) => label).join('\n'))
  return [...same.values()].map(together)
}
