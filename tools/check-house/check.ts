import type { Exception, Floor } from './house.ts'
import type { Module } from './module.ts'

export interface Finding {
  readonly path: string
  readonly line: number
  readonly message: string
}

/** What every check is given: the tables, the paths of the tree, and its modules, read once. */
export interface Site {
  readonly floors: readonly Floor[]
  readonly exactFolders: readonly string[]
  readonly floatingPointAllowed: readonly Exception[]
  readonly paths: readonly string[]
  readonly modules: readonly Module[]
}

export interface Check {
  readonly name: string
  /** The rule, as one sentence. */
  readonly rule: string
  readonly find: (site: Site) => Finding[]
}

export function isBelow(path: string, folder: string): boolean {
  return path.startsWith(`${folder}/`)
}

export function floorOf(floors: readonly Floor[], path: string): Floor | undefined {
  return floors.find(({ folder }) => isBelow(path, folder))
}

/** The source proper of the pure floors: their tests may read files, roll dice and look at clocks. */
export function isPureSource(site: Site, module: Module): boolean {
  return floorOf(site.floors, module.path)?.pure === true && !module.test
}
