import { type Check, isBelow, type Site } from '../check.ts'
import type { Module } from '../module.ts'
import { findUsage } from '../usage.ts'

const FORBIDDEN = new Set([
  'parseFloat',
  'Number.parseFloat',
  '.toFixed',
  '.toPrecision',
  '.toExponential',
  'Math.round',
])
const REASON = 'scores are exact, and rounded only where the scheme says so'

function mustBeExact(site: Site, { path, test }: Module): boolean {
  return (
    !test &&
    site.exactFolders.some((folder) => isBelow(path, folder)) &&
    !site.floatingPointAllowed.some((exception) => path.startsWith(exception.path))
  )
}

export const exact: Check = {
  name: 'exact',
  rule: 'no binary floating point in a score',
  find: (site) =>
    site.modules
      .filter((module) => mustBeExact(site, module))
      .flatMap((module) => findUsage(module, FORBIDDEN, REASON)),
}
