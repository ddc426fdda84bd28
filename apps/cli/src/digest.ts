import { createHash } from 'node:crypto'
import { canonicalJson } from '@kaohe/engine'

/** SHA-256 over canonical JSON, in hexadecimal. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex')
}
