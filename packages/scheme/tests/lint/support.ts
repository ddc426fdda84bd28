import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compile } from '@kaohe/engine'
import {
  type Finding,
  type FolderOptions,
  type FolderResult,
  lint,
  readSchemeFolder,
} from '../../src/index.ts'

export const ROOT = join(import.meta.dirname, '..', '..', '..', '..')

export const NOTICES = ['ganzhou-2023', 'guiyang-2021', 'neimenggu-2020', 'dongguan-2017'] as const
export type Notice = (typeof NOTICES)[number]

/** A scheme of schemes/ with its readings. */
export function readNotice(id: Notice, options: FolderOptions = {}): FolderResult {
  const files = ['scheme.yaml', 'readings.yaml'].map((name) => ({
    path: `schemes/${id}/${name}`,
    text: readFileSync(join(ROOT, 'schemes', id, name), 'utf8'),
  }))
  return readSchemeFolder(files, { ...options, main: `schemes/${id}/scheme.yaml` })
}

/** What the linter finds in something that must be readable. */
export function findingsIn(
  { scheme, where, diagnostics }: FolderResult,
  lang: 'zh' | 'en' = 'zh',
): readonly Finding[] {
  if (scheme === undefined)
    throw new Error(
      diagnostics.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'),
    )
  return lint(scheme, compile(scheme), where, { lang })
}

/** A finding as tests compare it: what and where, not in which words. */
export function keyOf({ check, path }: Pick<Finding, 'check' | 'path'>): string {
  return `${check} ${path}`
}

export function keysIn(result: FolderResult): readonly string[] {
  return findingsIn(result).map(keyOf).toSorted()
}
