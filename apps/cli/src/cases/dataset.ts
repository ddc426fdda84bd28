import type { Dataset, Scheme } from '@kaohe/engine'
import { readFacts } from '@kaohe/intake'
import { Refusal } from '../command.ts'
import { datasetOfCase } from './expand.ts'
import type { PlainRecord } from './plain.ts'

/** The facts of a case. @throws Refusal with every mistake in them */
export function datasetIn(record: PlainRecord, scheme: Scheme): Dataset {
  const bytes = new TextEncoder().encode(JSON.stringify(datasetOfCase(record, scheme)))
  const { dataset, diagnostics } = readFacts([{ path: 'case.json', bytes }], scheme)
  if (dataset !== undefined) return dataset
  const errors = diagnostics.filter((d) => d.severity === 'error')
  throw new Refusal(errors.map((d) => d.message).join('\n'))
}
