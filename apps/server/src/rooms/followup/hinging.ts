import { followup, type Hinges } from '@kaohe/contract'
import { type Judged, judgedItems } from '@kaohe/documents'
import { firstFall, nearestOf, type Stood } from '@kaohe/domain'
import {
  add,
  compare,
  compile,
  type Consequence,
  type Evaluation,
  equal,
  evaluate,
  type FactEntry,
  formatRational,
  int,
  multiply,
  negate,
  type Rational,
  ratio,
  rescore,
  subtract,
  type Value,
  ZERO,
} from '@kaohe/engine'
import { parametersOf, readSchemeFolder, scaled } from '@kaohe/scheme'
import { standingSnapshot } from '@kaohe/storage'
import type { Hono } from 'hono'
import { notFound } from '../../http/problem.ts'
import { serve } from '../../http/serve.ts'
import type { Services } from '../../services.ts'
import { filesOf, MAIN } from '../planning/files.ts'
import { seenCycle } from '../planning/find.ts'
import { nameIn } from '../result/names.ts'
import { type SeenSnapshot, seenSnapshot } from '../result/seen.ts'
import { isWeight, nameOfWeight } from '../result/weights.ts'
import { metIn, peersOf, standingOf } from './standing.ts'

const MARK = 'mark:'
// Where the scheme writes no step, marks are tried in tenths of a point.
const STEP = ratio(1n, 10n)
const CHANGES = [
  { say: '高一成', factor: ratio(11n, 10n) },
  { say: '低一成', factor: ratio(9n, 10n) },
  { say: '高三成', factor: ratio(13n, 10n) },
  { say: '低三成', factor: ratio(7n, 10n) },
] as const
const WIDEST = '三成'

/** A mark moved one way: so many steps to its end, and what it is after some. */
interface Way {
  readonly steps: number
  at(step: number): Value
}

function rungs(word: string, words: readonly string[]): Way[] {
  const here = words.indexOf(word)
  const at = (by: number) => (step: number) => ({ word: words[here + by * step]! })
  return [
    { steps: here, at: at(-1) },
    { steps: words.length - 1 - here, at: at(1) },
  ]
}

function towards(mark: Rational, end: Rational, step: Rational): Way {
  const apart = subtract(end, mark)
  const size = apart.num < 0n ? negate(apart) : apart
  const by = apart.num < 0n ? negate(step) : step
  const quotient = multiply(size, { num: step.den, den: step.num })
  const steps = Number((quotient.num + quotient.den - 1n) / quotient.den)
  // The last step ends where marks end.
  const at = (n: number): Value => ({ number: n >= steps ? end : add(mark, multiply(by, int(n))) })
  return { steps, at }
}

function waysOf({ value }: FactEntry, { words, least, most, step }: Judged): Way[] {
  if ('word' in value && words !== undefined) return rungs(value.word, words)
  if (!('number' in value) || most === undefined) return []
  const ends = [least ?? ZERO, most].filter((end) => compare(end, value.number) !== 0)
  return ends.map((end) => towards(value.number, end, step ?? STEP))
}

const sayMark = (value: Value): string => {
  if ('number' in value) return formatRational(value.number)
  return 'word' in value ? value.word : ''
}

function byHowMuch(from: Value, to: Value): string | null {
  if (!('number' in from) || !('number' in to)) return null
  const by = subtract(to.number, from.number)
  return formatRational(by.num < 0n ? negate(by) : by)
}

interface Hung {
  readonly seen: SeenSnapshot
  readonly consequence: string
  readonly unit: string
}

const isMet = (evaluation: Evaluation, { consequence, unit }: Hung): boolean =>
  metIn(evaluation.result(unit), consequence) === 'yes'

/** The nearest other value of a mark at which it falls, in whichever way is shorter. */
function fallOf(entry: FactEntry, judged: Judged, hung: Hung): Value | undefined {
  const { evaluation } = hung.seen
  const found = waysOf(entry, judged).flatMap((way) => {
    const falls = (step: number): boolean =>
      !isMet(rescore(evaluation, { ...entry, value: way.at(step) }), hung)
    const step = firstFall(way.steps, falls)
    return step === undefined ? [] : [{ step, value: way.at(step) }]
  })
  return found.toSorted((a, b) => a.step - b.step)[0]?.value
}

function marksOf(hung: Hung, units: readonly string[]) {
  const { dataset, program, evaluation } = hung.seen
  const judged = new Map(judgedItems(program.scheme).map((one) => [`${MARK}${one.id}`, one]))
  // The unit's own before its neighbour's; facts stand in the order of identifiers, which says nothing.
  const tried = units.flatMap((unit) =>
    dataset.facts.filter((entry) => entry.unit === unit && judged.has(entry.fact)),
  )
  const marks = tried.flatMap((entry): Hinges['marks'] => {
    const one = judged.get(entry.fact)!
    const falls = fallOf(entry, one, hung)
    if (falls === undefined) return []
    const { evaluator, value, unit } = entry
    return [
      {
        unitName: evaluation.result(unit).name,
        own: unit === hung.unit,
        item: one.name,
        party: evaluator === undefined ? null : nameIn(program.scheme.parties, evaluator),
        mark: sayMark(value),
        falls: sayMark(falls),
        by: byHowMuch(value, falls),
      },
    ]
  })
  return { tried: tried.length, marks }
}

/** Of each weight the smallest change tried at which it falls. */
function weightsOf(hung: Hung): Hinges['weights'] {
  const { scheme: stored, dataset, program } = hung.seen
  const files = filesOf(stored)
  const { document } = readSchemeFolder(files, { main: MAIN })
  const weights = document === undefined ? [] : parametersOf(document).filter(isWeight)
  return weights.flatMap((parameter) => {
    const found = CHANGES.find(({ factor }) => {
      const trial = scaled(parameter, factor)
      const tried = readSchemeFolder(files, { main: MAIN, trial }).scheme
      return tried !== undefined && !isMet(evaluate(compile(tried), dataset), hung)
    })
    const { written } = parameter
    const name = nameOfWeight(parameter, program.scheme)
    return found === undefined ? [] : [{ name, written, change: found.say }]
  })
}

function besideOf(written: Consequence, { seen, unit }: Hung) {
  const all = standingOf(seen)(written.id)
  const own = all.find((one) => one.unit === unit)
  if (own === undefined) return { own, beside: [], tied: [] }
  const peers: readonly Stood[] = peersOf(written, seen)(unit, all)
  const { total } = own
  const otherwise = peers.filter((one) => one.met !== own.met && one.total !== undefined)
  const tied = otherwise.filter((one) => total !== undefined && equal(one.total!, total))
  const name = nearestOf(own, peers)?.name
  const beside = otherwise.filter((one) => one.name === name).map((one) => one.unit)
  return { own, beside: beside.slice(0, 1), tied: tied.map((one) => one.name) }
}

function hingesOf(written: Consequence, hung: Hung): Hinges {
  const { seen, unit } = hung
  const result = seen.evaluation.result(unit)
  const holds = isMet(seen.evaluation, hung)
  const { own, beside, tied } = besideOf(written, hung)
  const found = holds ? marksOf(hung, [unit, ...beside]) : { tried: 0, marks: [] }
  return {
    holds,
    tied,
    open: own?.total === undefined || metIn(result, written.id) === 'undecided',
    adjusted: result.adjusted !== undefined && written.who?.grades !== undefined,
    ...found,
    weights: holds ? weightsOf(hung) : [],
    widest: WIDEST,
  }
}

/** On what a proposed consequence hangs, one unit at a time: asked for when a meeting looks at it. */
export function hingingRoutes(app: Hono, services: Services): void {
  serve(app, services, followup.readHinges, async (call) => {
    const { db, params, permit } = call
    const cycle = await seenCycle(call, params.cycle)
    const snapshot = await standingSnapshot(db, cycle.id)
    if (snapshot === undefined) throw notFound()
    const seen = await seenSnapshot({ db, permit, params: { snapshot: snapshot.id } })
    const { consequences = [] } = seen.program.scheme
    const written = consequences.find(({ id }) => id === params.consequence)
    const { assessee: unit } = params
    const reached = seen.evaluation
      .results()
      .find((one) => one.unit === unit && one.eligible !== 'no')
    if (written === undefined || reached === undefined) throw notFound()
    return hingesOf(written, { seen, consequence: written.id, unit })
  })
}
