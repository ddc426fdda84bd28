import { chanceFrom, randomDataset, randomScheme } from '@kaohe/scheme'
import { type Evaluation, type Rule, compile, evaluate, vocabulary } from '../../src/index.ts'
import { combiners } from '../../src/combine/list.ts'
import { varied } from './vary.ts'

/** A random scheme with random facts, by a seed; of so many a part is not yet reported. */
export interface Sample {
  readonly seed: number
  readonly evaluation: Evaluation
  /** Whether everything was reported, so that whatever is exact has to be found everywhere. */
  readonly full: boolean
}

/** Kinds and combiners that give points, by English name. */
export const SCORING: readonly string[] = [...vocabulary.kinds.values()]
  .filter((kind) => kind.state !== true)
  .map((kind) => kind.name)

/** Every kind, combiner and modifier that may change points. */
export const CONSTRUCTS: readonly string[] = [...SCORING, ...vocabulary.modifiers.keys()]

const COMBINERS = new Set(combiners.map((one) => one.name))

const UNITS = 4

// Combiners hold rules, and those need something to be made of.
const PLAIN = ['target', 'bands', 'slope', 'formula']

/** Of two seeds in three, one speaks of everything, and one mostly of one kind, by turns. */
function kindsOf(seed: number): readonly string[] | undefined {
  const turn = Math.floor(seed / 3)
  if (seed % 3 !== 1) return undefined
  const kind = SCORING[turn % SCORING.length] as string
  return kindsWith(kind, turn % 2 === 0 ? 0 : PLAIN.length)
}

/** A kind and so many plain ones; at least one beside a combiner, which is long in finding what to hold. */
function kindsWith(kind: string, plain: number): readonly string[] {
  return [kind, ...PLAIN.slice(0, COMBINERS.has(kind) ? Math.max(plain, 1) : plain)]
}

/**
 * The sample of a seed, always the same.
 * @param only a kind that every rule is of, as far as it can be
 */
export function sampleOf(seed: number, only?: string): Sample {
  const chance = chanceFrom(seed)
  const kinds = only === undefined ? kindsOf(seed) : kindsWith(only, seed % 2)
  const scheme = randomScheme(chance, { items: 4, ...(kinds === undefined ? {} : { kinds }) })
  const full = only !== undefined || seed % 3 !== 2
  const dataset = randomDataset(chance, scheme, { units: UNITS, ...(full ? {} : { missing: 9 }) })
  const plain = { scheme, dataset }
  const world = only === undefined && seed % 2 === 1 ? varied(plain, chance) : plain
  const evaluation = evaluate(compile(world.scheme), world.dataset)
  return { seed, full: full && world === plain, evaluation }
}

function walk(of: unknown, found: Set<string>): void {
  if (typeof of !== 'object' || of === null) return
  if ('kind' in of && 'modifiers' in of) {
    const rule = of as Rule
    found.add(rule.kind)
    for (const one of rule.modifiers) found.add(one.modifier)
  }
  for (const inside of Object.values(of)) walk(inside, found)
}

/** The kinds, combiners and modifiers in a rule and in the rules inside it. */
export function constructsIn(rule: Rule | undefined): ReadonlySet<string> {
  const found = new Set<string>()
  walk(rule, found)
  return found
}
