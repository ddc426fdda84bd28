import { type Scheme, type shape, schemeShape } from '@kaohe/engine'
import {
  type Diagnostic,
  type Language,
  type Problem,
  inOrder,
  tell,
} from '../diagnostic/diagnostic.ts'
import { load } from '../source/load.ts'
import type { Position } from '../source/origin.ts'
import { type Source, type Span, placeOf } from '../source/tree.ts'
import { SCHEME_KEYWORDS } from '../vocabulary.ts'
import { uncomputable } from './computable.ts'
import { FAILED, ROOT } from './context.ts'
import { cyclesIn } from './cycles.ts'
import { contextFor } from './decode.ts'
import { type Names, collectNames } from './names.ts'
import { sharedIds } from './shared.ts'

export interface ReadOptions {
  /** The name of the file in messages. */
  readonly file?: string
  readonly language?: Language
}

/** What was read, or why it could not be. There is a scheme only where there is no error. */
export interface ReadResult {
  readonly scheme?: Scheme
  readonly diagnostics: readonly Diagnostic[]
  /** Where a path stands, such as `指标/study/规则` or `items[3].rule`. */
  where(path: string): Position | undefined
  /** The tree of what was written, when the file could be understood as YAML at all. */
  readonly document: Source | undefined
}

/** Reads a tree as a shape: the value, or every problem found. */
export function decode<T>(
  of: shape.Shape<T>,
  root: Source,
  names?: Names,
): {
  readonly value?: T
  readonly problems: readonly Problem[]
  readonly places: ReadonlyMap<string, Span>
} {
  const context = contextFor(root, names)
  try {
    const value = context.read(of, root, ROOT, context)
    const { problems, places } = context
    return value === FAILED ? { problems, places } : { value: value as T, problems, places }
  } catch (error) {
    const problem: Problem = { code: 'internal', at: root, found: String(error) }
    return { problems: [...context.problems, problem], places: context.places }
  }
}

/** What is wrong between the parts of a scheme. */
function further(root: Source): readonly Problem[] {
  if (root.is !== 'mapping') return []
  try {
    return [...sharedIds(collectNames(root)), ...cyclesIn(root)]
  } catch (error) {
    return [{ code: 'internal', at: root, found: String(error) }]
  }
}

const isGrave = ({ severity }: Problem): boolean => severity !== 'warning'

/**
 * Checks and reads a whole tree as a scheme.
 * @param before problems with the text of the tree: what was read out of broken text may be no rule at all, and
 *   that the compiler stumbles over it is not worth telling
 */
export function decodeScheme(root: Source, before: readonly Problem[]) {
  const read = decode(schemeShape, root)
  const problems = [...read.problems, ...further(root)]
  if (problems.some(isGrave)) return { ...read, problems }
  const last =
    read.value === undefined
      ? [{ code: 'internal', at: root, found: '' } as const]
      : uncomputable(read.value, root, read.places)
  const told = before.some(isGrave) ? last.filter(({ code }) => code !== 'internal') : last
  return { ...read, problems: [...problems, ...told] }
}

export function locator(places: ReadonlyMap<string, Span>): ReadResult['where'] {
  return (path) => {
    const span = places.get(path)
    return span && placeOf(span)
  }
}

/** The answer to the caller: a scheme only where nothing is wrong. */
export function answer(
  parts: {
    readonly value?: Scheme
    readonly problems: readonly Problem[]
    readonly places: ReadonlyMap<string, Span>
  },
  document: Source | undefined,
  language: Language = 'zh',
): ReadResult {
  const diagnostics = inOrder(parts.problems.map((problem) => tell(problem, language)))
  const failed = diagnostics.some((one) => one.severity === 'error')
  const where = locator(parts.places)
  return parts.value === undefined || failed
    ? { diagnostics, where, document }
    : { scheme: parts.value, diagnostics, where, document }
}

/**
 * Reads the text of a scheme file. Never throws; reports every mistake it can find in one go.
 * @example
 * readScheme('方案: demo').diagnostics[0]?.code // 'missing-key'
 */
export function readScheme(
  text: string,
  { file = 'scheme.yaml', language = 'zh' }: ReadOptions = {},
): ReadResult {
  const loaded = load(file, text, SCHEME_KEYWORDS)
  const read =
    loaded.tree === undefined
      ? { problems: [], places: new Map<string, Span>() }
      : decodeScheme(loaded.tree, loaded.problems)
  return answer(
    { ...read, problems: [...loaded.problems, ...read.problems] },
    loaded.tree,
    language,
  )
}
