import type { Program } from '@kaohe/engine'
import { type Acting, findScheme, type Standing, type StoredScheme } from '@kaohe/storage'
import { notFound } from '../../http/problem.ts'
import { filesOf } from './files.ts'
import { lookAt } from './look.ts'

/** The program of a stored scheme. @throws Error when it cannot be read: what is published always can */
export function programOf(scheme: StoredScheme): Program {
  const { program, read } = lookAt(filesOf(scheme))
  if (program === undefined)
    throw new Error(`${scheme.title}: ${read.diagnostics.map(({ message }) => message).join('; ')}`)
  return program
}

const KEPT = 100
// By scheme and version. What is published never changes, so its text need not be fetched again.
const published = new Map<string, Program>()

/** The program of the scheme that a cycle stands on, once the cycle was found. @throws Stop 404 */
export async function standingProgram(db: Acting, standing: Standing): Promise<Program> {
  const { scheme, scheme_state: state, scheme_version: version } = standing
  const key = `${scheme} ${version}`
  const known = published.get(key)
  if (state === 'published' && known !== undefined) return known
  const stored = await findScheme(db, scheme)
  if (stored === undefined) throw notFound()
  const program = programOf(stored)
  if (state === 'published') published.set(key, program)
  const [oldest] = published.keys()
  if (published.size > KEPT && oldest !== undefined) published.delete(oldest)
  return program
}
