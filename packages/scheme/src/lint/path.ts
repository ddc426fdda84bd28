import type { Position } from '../source/origin.ts'
import type { Where } from './finding.ts'

/** Where a path stands, or the nearest thing around it that is written at all. */
export function locate(where: Where, path: string): Position | undefined {
  for (let at = path; at !== ''; at = at.includes('/') ? at.slice(0, at.lastIndexOf('/')) : '') {
    const found = where(at)
    if (found !== undefined) return found
  }
  return where('')
}

/** The keyword that a path ends with. */
export function lastOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
