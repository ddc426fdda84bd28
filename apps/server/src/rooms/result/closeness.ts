import { type Closeness, result } from '@kaohe/contract'
import { judgedItems } from '@kaohe/documents'
import { type Margin, marginsOf, type Movable, type Outlook, swingsOf } from '@kaohe/domain'
import {
  add,
  compare,
  type FactEntry,
  formatRational,
  multiply,
  type Program,
  type Rational,
  ratio,
  subtract,
  type Value,
  ZERO,
} from '@kaohe/engine'
import type { Content } from '@kaohe/storage'
import type { Hono } from 'hono'
import { notFound } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'
import { nameIn } from './names.ts'
import { seenSnapshot } from './seen.ts'
import { weightsOf } from './weights.ts'

const MARK = 'mark:'

const text = (points: Rational | undefined): string | null =>
  points === undefined ? null : formatRational(points)

const sayMark = (value: Value): string => {
  if ('number' in value) return formatRational(value.number)
  return 'word' in value ? value.word : ''
}

function gradeName(grade: string | undefined, { scheme }: Program): string | null {
  return grade === undefined ? null : nameIn(scheme.grading?.grades, grade)
}

function shownMargin(margin: Margin | undefined, program: Program): Closeness['ahead'] {
  if (margin === undefined) return null
  const { unit, name, by, grade } = margin
  return { unit, name, by: formatRational(by), grade: gradeName(grade, program) }
}

const shownOutlook = ({ total, rank, grade }: Outlook, program: Program) => ({
  total: text(total),
  rank: rank ?? null,
  grade: gradeName(grade, program),
})

const TENTH = ratio(1n, 10n)

// The rungs beside the one that was given; the first is the best.
function rungs(word: string, words: readonly string[]): Pick<Movable, 'lower' | 'higher'> {
  const at = words.indexOf(word)
  const rung = (i: number): Value => ({ word: words[Math.max(0, Math.min(words.length - 1, i))]! })
  return { lower: rung(at + 1), higher: rung(at - 1) }
}

function aside(mark: Rational, least: Rational, most: Rational): Pick<Movable, 'lower' | 'higher'> {
  const step = multiply(subtract(most, least), TENTH)
  const [down, up] = [subtract(mark, step), add(mark, step)]
  return {
    lower: { number: compare(down, least) < 0 ? least : down },
    higher: { number: compare(up, most) > 0 ? most : up },
  }
}

/** The marks of a unit, with what each would be a tenth of its range lower and higher, or a rung. */
function movable(facts: readonly FactEntry[], unit: string, { scheme }: Program): Movable[] {
  const judged = new Map(judgedItems(scheme).map((one) => [`${MARK}${one.id}`, one]))
  return facts.flatMap((entry): Movable[] => {
    const one = entry.unit === unit ? judged.get(entry.fact) : undefined
    if (one === undefined) return []
    const { value } = entry
    if ('word' in value && one.words !== undefined)
      return [{ entry, ...rungs(value.word, one.words) }]
    if (!('number' in value) || one.most === undefined) return []
    return [{ entry, ...aside(value.number, one.least ?? ZERO, one.most) }]
  })
}

/** Results of earlier years that are a unit's own, or of one that it continues. */
function yearsOf({ history, descents, units }: Content, unit: string, program: Program) {
  const earlier = descents.filter((one) => one.unit === unit).map((one) => one.earlier)
  const names = new Map(units.map(({ id, name }) => [id, name]))
  return history
    .filter((one) => one.unit === unit || earlier.includes(one.unit))
    .map(({ unit: then, year, total, rank, grade }) => ({
      year,
      former: then === unit ? null : (names.get(then) ?? '原单位'),
      total,
      rank,
      grade: grade === null ? null : nameIn(program.scheme.grading?.grades, grade),
    }))
}

/** What a meeting asks before it decides: how close it is, and what it hangs on. */
export function closenessRoutes(app: Hono, services: Services): void {
  serve(app, services, result.readCloseness, async (call) => {
    const { program, evaluation, dataset, content } = await seenSnapshot(call)
    const results = evaluation.results()
    const unit = call.params.assessee
    if (!results.some((one) => one.unit === unit)) throw notFound()
    const { ahead, behind, better, worse } = marginsOf(results, unit)
    const swings = swingsOf(evaluation, movable(dataset.facts, unit, program))
    const judged = new Map(judgedItems(program.scheme).map((one) => [`${MARK}${one.id}`, one]))
    return {
      ahead: shownMargin(ahead, program),
      behind: shownMargin(behind, program),
      better: shownMargin(better, program),
      worse: shownMargin(worse, program),
      swings: swings.map(({ entry, lower, higher, lowered, raised }) => ({
        item: judged.get(entry.fact)?.name ?? entry.fact,
        party:
          entry.evaluator === undefined ? null : nameIn(program.scheme.parties, entry.evaluator),
        mark: sayMark(entry.value),
        lower: sayMark(lower),
        higher: sayMark(higher),
        lowered: shownOutlook(lowered, program),
        raised: shownOutlook(raised, program),
      })),
      years: yearsOf(content, unit, program),
    }
  })

  serve(app, services, result.readWeights, async (call) => {
    const { scheme, dataset, evaluation } = await seenSnapshot(call)
    return { weights: weightsOf(scheme, dataset, evaluation) }
  })
}
