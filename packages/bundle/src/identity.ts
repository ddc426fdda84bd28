import type { SchemeIdentity } from '@kaohe/documents'
import { canonicalJson, type Scheme } from '@kaohe/engine'
import type { FileText } from '@kaohe/scheme'

/** SHA-256 of a text's UTF-8 bytes, in hexadecimal; a browser and Node have each their own. */
export type Hash = (text: string) => string

interface Read {
  readonly scheme: Scheme
  readonly files: readonly FileText[]
  /** The option that counts for each reading. */
  readonly chosen: Readonly<Record<string, string>>
}

/** Which scheme gives a result: its texts, wherever they lie, and the readings chosen. */
export function identityOf({ scheme, files, chosen }: Read, hash: Hash): SchemeIdentity {
  const texts = files.map(({ path, text }) => ({ name: path.split('/').at(-1), text }))
  const digest = hash(canonicalJson({ files: texts, readings: chosen }))
  return { id: scheme.id, version: scheme.version, digest }
}
