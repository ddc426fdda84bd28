import type { Finding } from './check.ts'
import { lineAt, type Module } from './module.ts'
import { declaredNames, usedNames } from './names.ts'

/** The owner of `Math.round`, the class of `new Date`; nobody's, of `.toFixed`. */
const ownerOf = (name: string): string => name.replace(/^new /, '').split('.')[0] ?? ''

/** Findings for every use in `module` of a forbidden name that the file does not declare itself. */
export function findUsage(
  module: Module,
  forbidden: ReadonlySet<string>,
  reason: string,
): Finding[] {
  const declared = declaredNames(module)
  return usedNames(module)
    .filter(({ name }) => forbidden.has(name) && !declared.has(ownerOf(name)))
    .map(({ name, start }) => ({
      path: module.path,
      line: lineAt(module.source, start),
      message: `${name}: ${reason}`,
    }))
}
