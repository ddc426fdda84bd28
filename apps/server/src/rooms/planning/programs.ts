import { compile, type Program } from '@kaohe/engine'
import { readSchemeFolder } from '@kaohe/scheme'
import type { StoredScheme } from '@kaohe/storage'

const KEPT = 50
const programs = new Map<string, Program>()

function compiled({ title, text, readings }: StoredScheme): Program {
  const files = [{ path: 'scheme.yaml', text }]
  if (readings !== null) files.push({ path: 'readings.yaml', text: readings })
  const { scheme, diagnostics } = readSchemeFolder(files, {})
  if (scheme === undefined)
    throw new Error(`${title}: ${diagnostics.map(({ message }) => message).join('; ')}`)
  return compile(scheme)
}

/** The program of a stored scheme; those used last are kept, since a version never changes. */
export function programOf(scheme: StoredScheme): Program {
  const key = `${scheme.id}/${scheme.version}`
  const program = programs.get(key) ?? compiled(scheme)
  programs.delete(key)
  programs.set(key, program)
  const [oldest] = programs.keys()
  if (programs.size > KEPT && oldest !== undefined) programs.delete(oldest)
  return program
}
