import { readFileSync } from 'node:fs'
import { compile, type Dataset, evaluate, prove, type Scheme } from '@kaohe/engine'
import type { Results } from '@kaohe/documents'
import { readFacts } from '@kaohe/intake'
import { readSchemeFolder } from '@kaohe/scheme'

export const NOTICES = ['ganzhou-2023', 'guiyang-2021', 'neimenggu-2020', 'dongguan-2017'] as const

const read = (path: string): Uint8Array =>
  readFileSync(new URL(`../../../schemes/${path}`, import.meta.url))

/** A notice with its year of facts and all its results and proofs. */
export interface Notice {
  readonly name: string
  readonly scheme: Scheme
  readonly year: Dataset
  readonly results: Results
}

/** @throws Error when facts are refused. */
export function factsOf(scheme: Scheme, path: string, bytes: Uint8Array): Dataset {
  const { dataset, diagnostics } = readFacts([{ path, bytes }], scheme)
  if (dataset !== undefined) return dataset
  throw new Error(`${path} is refused: ${diagnostics[0]?.message}`)
}

export function noticeOf(name: (typeof NOTICES)[number]): Notice {
  const files = ['scheme.yaml', 'readings.yaml'].map((path) => ({
    path,
    text: Buffer.from(read(`${name}/${path}`)).toString(),
  }))
  const { scheme } = readSchemeFolder(files)
  if (scheme === undefined) throw new Error(`${name} is refused`)
  const year = factsOf(scheme, 'year.json', read(`${name}/facts/year.json`))
  const evaluation = evaluate(compile(scheme), year)
  const units = evaluation.results()
  const results = { scheme, units, proofs: units.map((u) => prove(evaluation, u.unit)) }
  return { name, scheme, year, results }
}
