import { scoreJson } from '@kaohe/documents'
import { canonicalJson, compile, type Dataset, evaluate } from '@kaohe/engine'
import { readDataset, writeDataset } from '@kaohe/intake'
import { type FileText, readSchemeFolder } from '@kaohe/scheme'
import { type Hash, identityOf } from './identity.ts'
import { papersOf } from './papers.ts'
import { selfContained } from './whole.ts'

const FOLDER = 'core/'
const SCHEME = `${FOLDER}scheme/`
/** Where the parts of a result lie in a bundle. */
export const CORE = {
  main: `${SCHEME}scheme.yaml`,
  facts: `${FOLDER}facts.json`,
  result: `${FOLDER}result.json`,
  proofs: `${FOLDER}proofs.json`,
} as const

/** Why a bundle cannot be made or computed again, in Chinese. */
export class BundleFault extends Error {}

/** A result with all that it is computed from. Every file is text. */
export type Core = readonly FileText[]

const pretty = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

function readScheme(files: readonly FileText[]) {
  const read = readSchemeFolder(files, { main: CORE.main })
  if (read.scheme === undefined)
    throw new BundleFault(
      `方案读不懂：${read.diagnostics.map(({ message }) => message).join('；')}`,
    )
  return { scheme: read.scheme, files, chosen: read.chosen }
}

function factsIn(text: string, scheme: ReturnType<typeof readScheme>['scheme']): Dataset {
  const { dataset, diagnostics } = readDataset(text, scheme, CORE.facts)
  if (dataset === undefined)
    throw new BundleFault(`数据读不懂：${diagnostics.map(({ message }) => message).join('；')}`)
  return dataset
}

/** Result and proofs, computed from scheme and facts as they are written, by nothing else. */
function computed(files: readonly FileText[], facts: string, hash: Hash): Core {
  const read = readScheme(files)
  const evaluation = evaluate(compile(read.scheme), factsIn(facts, read.scheme))
  const result = scoreJson(identityOf(read, hash), evaluation.results())
  return [
    ...files,
    { path: CORE.facts, text: facts },
    { path: CORE.result, text: pretty(result) },
    { path: CORE.proofs, text: pretty(papersOf(evaluation, hash)) },
  ]
}

// Beside the own folder stand those of the schemes it is drawn from: `../a1b2/scheme.yaml`.
function placed({ path, text }: FileText): FileText {
  return { path: path.startsWith('../') ? `${FOLDER}${path.slice(3)}` : `${SCHEME}${path}`, text }
}

/**
 * The core of a bundle: the scheme's files, the facts, the result and its proofs, as text. It is a function of
 * scheme and dataset; the same give the same bytes.
 *
 * @param files the scheme's, its own by their names, those of its bases as `../folder/name`
 * @throws BundleFault when what is written could not be read again
 */
export function coreOf(files: readonly FileText[], dataset: Dataset, hash: Hash): Core {
  const own = files.map(placed)
  const { scheme } = readScheme(own)
  return computed(own, writeDataset(selfContained(dataset), scheme), hash)
}

/**
 * Computes a core again from its scheme and facts alone.
 * @returns paths of files that then differ; none when result and proofs are the same to the byte
 * @throws BundleFault when it cannot be computed
 */
export function recomputed(core: Core, hash: Hash): readonly string[] {
  const derived: readonly string[] = [CORE.facts, CORE.result, CORE.proofs]
  const files = core.filter(({ path }) => !derived.includes(path))
  const facts = core.find(({ path }) => path === CORE.facts)
  if (facts === undefined) throw new BundleFault(`缺少 ${CORE.facts}`)
  const before = new Map(core.map(({ path, text }) => [path, text]))
  return computed(files, facts.text, hash)
    .filter(({ path, text }) => before.get(path) !== text)
    .map(({ path }) => path)
}

/** What a bundle says of its core: the hash of every file, and one digest over all of these. */
export function manifestOf(core: Core, hash: Hash) {
  const format = 'kaohe-bundle/1'
  const files = core
    .map(({ path, text }) => ({ path, sha256: hash(text) }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1))
  return { format, files, digest: hash(canonicalJson({ format, files })) }
}
