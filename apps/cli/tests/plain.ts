import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A scheme of which every name is ASCII, with its readings, facts and cases. */
export const PLAIN = join(import.meta.dirname, 'plain')
export const SCHEME = readFileSync(join(PLAIN, 'scheme.yaml'), 'utf8')
