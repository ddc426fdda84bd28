import { identityOf, takingPart } from '@kaohe/bundle'
import { type Results, type ScoreJson, scoreJson } from '@kaohe/documents'
import { sha256 } from './digest.ts'
import { type Dataset, type Evaluation, evaluate, prove } from '@kaohe/engine'
import type { Given } from './command.ts'
import { factsPaths, loadFacts } from './load-facts.ts'
import { type LoadedScheme, compiled, loadScheme } from './load-scheme.ts'
import type { Session } from './session.ts'

export interface Evaluated {
  readonly loaded: LoadedScheme
  readonly dataset: Dataset
  readonly evaluation: Evaluation
}

/** Reads a scheme and facts from the positionals and computes them. */
export async function evaluated(given: Given, session: Session): Promise<Evaluated> {
  const [schemePath = '', ...rest] = given.positionals
  const loaded = await loadScheme(schemePath, given, session)
  const paths = await factsPaths(rest, schemePath, session)
  const dataset = await loadFacts(paths, loaded.scheme, session, given.flag('quiet'))
  const program = compiled(loaded, session)
  return { loaded, dataset, evaluation: evaluate(program, dataset) }
}

/** What exports are made of. */
export function resultsOf({ loaded, evaluation }: Evaluated, session: Session): Results {
  return {
    scheme: loaded.scheme,
    units: evaluation.results(),
    proofs: takingPart(evaluation).map((unit) => prove(evaluation, unit)),
    language: session.language,
  }
}

/** The result of an evaluation in its published form. */
export function scoreOf({ loaded, evaluation }: Evaluated): ScoreJson {
  const { scheme, files, read } = loaded
  const identity = identityOf({ scheme, files, chosen: read.chosen }, sha256)
  return scoreJson(identity, evaluation.results())
}
