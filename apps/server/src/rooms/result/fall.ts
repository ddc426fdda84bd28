import type { UnitResult as Shown } from '@kaohe/contract'
import {
  add,
  type Evaluation,
  formatRational,
  isZero,
  multiply,
  ONE,
  parseRational,
  type Proof,
  type Rational,
  subtract,
  ZERO,
} from '@kaohe/engine'

type Steps = Shown['fall']
type Part = Proof['parts'][number]

const rational = (text: string | null | undefined): Rational | undefined =>
  text === null || text === undefined ? undefined : parseRational(text)

// Sources make the total where there are several; else the categories that lie in nothing else.
function topmost({ parts }: Proof): readonly Part[] {
  const applied = parts.filter(({ applies, counts }) => applies && counts !== false)
  const sources = applied.filter(({ kind }) => kind === 'source')
  if (sources.length > 1) return sources
  return applied.filter(({ kind, within }) => kind === 'category' && within === null)
}

interface Step {
  readonly name: string
  readonly full: Rational
  readonly got: Rational
}

function stepOf({ name, points, full, weight }: Part): Step | undefined {
  const [got, most] = [typeof points === 'string' ? rational(points) : undefined, rational(full)]
  if (got === undefined || most === undefined) return undefined
  const share = rational(weight) ?? ONE
  return { name, full: multiply(most, share), got: multiply(got, share) }
}

/**
 * From full marks to the total: what each part brought of what it could, weighted; and, where these do not make
 * the total, what remains (bonus and penalties, caps, vetoes, rounding). Empty where anything is not known.
 */
export function fallOf(proof: Proof, result: ReturnType<Evaluation['result']>): Steps {
  const { total } = result
  const steps = topmost(proof).map(stepOf)
  if (total === undefined || steps.length === 0) return []
  const known = steps.filter((step) => step !== undefined)
  if (known.length < steps.length) return []
  const sum = known.reduce((all, { got }) => add(all, got), ZERO)
  const rest = subtract(total, sum)
  return [
    ...known.map(({ name, full, got }) => ({
      name,
      full: formatRational(full),
      got: formatRational(got),
      lost: formatRational(subtract(full, got)),
    })),
    ...(isZero(rest)
      ? []
      : [{ name: '加减分和封顶、舍入等', full: null, got: formatRational(rest), lost: null }]),
  ]
}
