import { type ParsedNode, isScalar, parseAllDocuments } from 'yaml'
import type { Problem } from '../diagnostic/diagnostic.ts'
import { Converter } from './convert.ts'
import { unreadable } from './guard.ts'
import { slipsOf } from './hygiene.ts'
import { type Origin, originOf } from './origin.ts'
import { repair } from './repair.ts'
import type { Source } from './tree.ts'
import { yamlProblem } from './yaml-errors.ts'

/** A file as a tree. Without `tree` nothing in it could be understood, and `problems` say why. */
export interface Loaded {
  readonly origin: Origin
  readonly tree: Source | undefined
  readonly problems: readonly Problem[]
}

function parse(text: string) {
  const documents = parseAllDocuments<ParsedNode>(text, {
    schema: 'failsafe',
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  })
  return Array.isArray(documents) ? documents : []
}

/** A document that only starts, with nothing in it. */
function isBlank(node: ParsedNode): boolean {
  return isScalar(node) && node.type === 'PLAIN' && node.source === ''
}

function contents(
  origin: Origin,
  keywords: ReadonlySet<string>,
  problems: Problem[],
): Source | undefined {
  const slips = slipsOf(origin, keywords)
  problems.push(...slips.map((one) => one.problem))
  const { text, back } = repair(
    origin,
    slips.map((one) => one.repair),
  )
  const [first, second] = parse(text)
  if (first?.contents == null || isBlank(first.contents)) {
    problems.push({ code: 'empty-file', at: { origin, start: 0, end: 0 }, found: '' })
    return undefined
  }
  if (second) {
    const start = back(text.indexOf('---', first.range[1]))
    problems.push({
      code: 'several-documents',
      at: { origin, start, end: start + 3 },
      found: '---',
    })
  }
  const errors = first.errors.map((error) => yamlProblem(error, origin, back))
  problems.push(...errors)
  const converter = new Converter(origin, back)
  const tree = converter.node(first.contents, 0)
  problems.push(...converter.problems)
  // A tree built around a syntax error is a guess: nothing further is said about it.
  return errors.length > 0 ? undefined : tree
}

/**
 * Reads YAML into a tree with places; every scalar stays text. Never throws.
 * @param keywords words after which a full-width colon is certainly a slip
 */
export function load(file: string, text: string, keywords: ReadonlySet<string>): Loaded {
  const origin = originOf(file, text)
  const bad = unreadable(origin)
  if (bad) return { origin, tree: undefined, problems: [bad] }
  const problems: Problem[] = []
  if (text.startsWith('\u{feff}')) {
    problems.push({
      code: 'byte-order-mark',
      at: { origin, start: 0, end: 1 },
      found: 'BOM',
      severity: 'warning',
    })
  }
  try {
    return { origin, tree: contents(origin, keywords, problems), problems }
  } catch (error) {
    problems.push({ code: 'internal', at: { origin, start: 0, end: 0 }, found: String(error) })
    return { origin, tree: undefined, problems }
  }
}
