import type { Program } from '@kaohe/engine'
import type { StoredScheme } from '@kaohe/storage'
import { filesOf } from './files.ts'
import { lookAt } from './look.ts'

/** The program of a stored scheme. @throws Error when it cannot be read: what is published always can */
export function programOf(scheme: StoredScheme): Program {
  const { program, read } = lookAt(filesOf(scheme))
  if (program === undefined)
    throw new Error(`${scheme.title}: ${read.diagnostics.map(({ message }) => message).join('; ')}`)
  return program
}
