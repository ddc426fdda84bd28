import { createHash } from 'node:crypto'
import { BundleFault, CORE, type Core, coreOf, manifestOf, withoutNames } from '@kaohe/bundle'
import { type ScoreJson, scoreJson } from '@kaohe/documents'
import { filesOf } from '../planning/files.ts'
import type { SeenSnapshot } from './seen.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

type Seen = Pick<SeenSnapshot, 'scheme' | 'dataset' | 'evaluation'>

/**
 * What of a snapshot goes into a bundle: nobody's name.
 * @throws BundleFault when it could not be read again, or would say anything else than the pages do
 */
export function coreOfSnapshot({ scheme, dataset, evaluation }: Seen): Core {
  const core = coreOf(filesOf(scheme), withoutNames(dataset), sha256)
  const written = core.find(({ path }) => path === CORE.result)!
  const result = JSON.parse(written.text) as ScoreJson
  const shown = scoreJson(result.scheme, evaluation.results())
  if (JSON.stringify(shown) !== JSON.stringify(result))
    throw new BundleFault('写成文件再读回来，结果与页面上的不同')
  return core
}

/** The hashes of a core's files, and the digest over them. */
export const manifest = (core: Core) => manifestOf(core, sha256)

/**
 * The digest of the bundle that a snapshot makes, for the log's entry of its ratification; null where none can
 * be made, which must not keep a meeting from ratifying.
 */
export function sealOf(seen: Seen): string | null {
  try {
    return manifest(coreOfSnapshot(seen)).digest
  } catch (error) {
    if (error instanceof BundleFault) return null
    throw error
  }
}
