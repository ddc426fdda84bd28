/** The engine's results for a scheme of the repository, to be held against an oracle. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type UnitResult, compile, evaluate } from '@kaohe/engine'
import { type FolderOptions, type FolderResult, readSchemeFolder } from '../../src/index.ts'
import type { Case } from './case-file.ts'
import { datasetOf } from './dataset.ts'
import type { Sheet } from './sheet.ts'

/** A scheme of the repository with its readings, read under the options given. */
export function schemeIn(folder: string, options: FolderOptions = {}): FolderResult {
  const files = ['scheme.yaml', 'readings.yaml'].map((name) => ({
    path: name,
    text: readFileSync(join(folder, name), 'utf8'),
  }))
  return readSchemeFolder(files, options)
}

/** The readings that a case asks for. */
export function optionsOf(one: Case): FolderOptions {
  if (typeof one.口径 === 'string') return { asWritten: true }
  return { choose: one.口径 ?? {} }
}

/** Scores a sheet with the engine. */
export function engineResults(
  folder: string,
  sheet: Sheet,
  options: FolderOptions = {},
): ReadonlyMap<string, UnitResult> {
  const { scheme, diagnostics } = schemeIn(folder, options)
  if (scheme === undefined) throw new Error(diagnostics.map((d) => d.message).join('\n'))
  const results = evaluate(compile(scheme), datasetOf(sheet, scheme)).results()
  return new Map(results.map((r) => [r.unit, r]))
}
