import { readFileSync } from 'node:fs'
import { type Scheme, compile, evaluate, prove } from '@kaohe/engine'
import { readFacts } from '@kaohe/intake'
import { chanceFrom, randomDataset, randomScheme, readSchemeFolder } from '@kaohe/scheme'

const folder = (name: string) => new URL(`../../../schemes/${name}/`, import.meta.url)

function schemeIn(name: string): Scheme {
  const files = ['scheme.yaml', 'readings.yaml'].map((path) => ({
    path,
    text: readFileSync(new URL(path, folder(name)), 'utf8'),
  }))
  const { scheme } = readSchemeFolder(files)
  if (scheme === undefined) throw new Error(`${name} cannot be read`)
  return scheme
}

/** The proofs of a demonstration year of one of the published schemes, as they are written to a file. */
export function publishedProofs(name: string): unknown[] {
  const scheme = schemeIn(name)
  const path = 'facts/year.json'
  const { dataset } = readFacts(
    [{ path, bytes: readFileSync(new URL(path, folder(name))) }],
    scheme,
  )
  if (dataset === undefined) throw new Error(`the facts of ${name} cannot be read`)
  const evaluation = evaluate(compile(scheme), dataset)
  return evaluation.readings.map((r) => written(prove(evaluation, r.unit.id)))
}

/** The proofs of a random scheme with random facts; one in so many of them missing, or none. */
export function randomProofs(seed: number, missing?: number): unknown[] {
  const chance = chanceFrom(seed)
  const scheme = randomScheme(chance)
  const dataset = randomDataset(chance, scheme, {
    units: 2,
    ...(missing === undefined ? {} : { missing }),
  })
  const evaluation = evaluate(compile(scheme), dataset)
  return evaluation.readings.map((r) => written(prove(evaluation, r.unit.id)))
}

const written = (proof: unknown): unknown => JSON.parse(JSON.stringify(proof))
