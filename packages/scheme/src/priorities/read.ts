import { type Diagnostic, type Language, inOrder, tell } from '../diagnostic/diagnostic.ts'
import { collectNames } from '../read/names.ts'
import { type ReadResult, decode, locator } from '../read/scheme.ts'
import { load } from '../source/load.ts'
import type { Source, Span } from '../source/tree.ts'
import { keywordsOf } from '../vocabulary.ts'
import { type Priorities, prioritiesShape } from './shapes.ts'

const KEYWORDS = keywordsOf(prioritiesShape)

const DECLARED = { level: ['层级'], party: ['参与方'], category: ['章'], task: ['要点'] } as const

export interface PrioritiesResult {
  readonly priorities?: Priorities
  readonly diagnostics: readonly Diagnostic[]
  where: ReadResult['where']
}

function decoded(tree: Source | undefined) {
  if (!tree) return { problems: [], places: new Map<string, Span>() }
  return decode(prioritiesShape, tree, collectNames(tree, DECLARED))
}

/**
 * Reads the text of a plan of work (工作要点). Never throws; there is a result only without errors.
 * @example
 * readPriorities('工作要点: plan').diagnostics[0]?.code // 'missing-key'
 */
export function readPriorities(
  text: string,
  {
    file = 'priorities.yaml',
    language = 'zh',
  }: { readonly file?: string; readonly language?: Language } = {},
): PrioritiesResult {
  const loaded = load(file, text, KEYWORDS)
  const read = decoded(loaded.tree)
  const diagnostics = inOrder(
    [...loaded.problems, ...read.problems].map((problem) => tell(problem, language)),
  )
  const failed = diagnostics.some((one) => one.severity === 'error')
  const where = locator(read.places)
  const value = 'value' in read ? read.value : undefined
  return value === undefined || failed
    ? { diagnostics, where }
    : { priorities: value, diagnostics, where }
}
