import { readFileSync } from 'node:fs'
import { compile, type Dataset, evaluate, prove, type Scheme } from '@kaohe/engine'
import { readFacts } from '@kaohe/intake'
import { readSchemeFolder } from '@kaohe/scheme'
import type { Results } from '../../src/index.ts'

const root = new URL('../../../../schemes/', import.meta.url)

/** The notices that score units and have a year of demonstration facts. */
export const NOTICES = ['ganzhou-2023', 'guiyang-2021', 'neimenggu-2020', 'dongguan-2017'] as const

const read = (path: string): Uint8Array => readFileSync(new URL(path, root))

/** A notice with the readings that were adopted. */
export function schemeOf(name: string): Scheme {
  const files = ['scheme.yaml', 'readings.yaml'].map((path) => ({
    path,
    text: Buffer.from(read(`${name}/${path}`)).toString(),
  }))
  const { scheme, diagnostics } = readSchemeFolder(files)
  if (scheme === undefined) throw new Error(diagnostics.map((d) => d.message).join('\n'))
  return scheme
}

export function yearOf(name: string, scheme: Scheme): Dataset {
  const file = { path: 'year.json', bytes: read(`${name}/facts/year.json`) }
  const { dataset, diagnostics } = readFacts([file], scheme)
  if (dataset === undefined) throw new Error(diagnostics.map((d) => d.message).join('\n'))
  return dataset
}

/** The results of a notice over its year, with the proofs of the first few units. */
export function resultsOf(name: string, proofs = 5): Results {
  const scheme = schemeOf(name)
  const evaluation = evaluate(compile(scheme), yearOf(name, scheme))
  const units = evaluation.results()
  return { scheme, units, proofs: units.slice(0, proofs).map((u) => prove(evaluation, u.unit)) }
}
