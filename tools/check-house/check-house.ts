import type { Finding, Site } from './check.ts'
import { checks } from './checks/list.ts'
import { exactFolders, floatingPointAllowed, floors } from './house.ts'
import { readModule } from './module.ts'
import { isModule, listTree } from './tree.ts'

export interface NamedFinding extends Finding {
  readonly check: string
}

export function readSite(root: string): Site {
  const paths = listTree(root)
  const modules = paths.filter(isModule).map((path) => readModule(root, path))
  return { floors, exactFolders, floatingPointAllowed, paths, modules }
}

export function checkSite(site: Site): NamedFinding[] {
  return checks.flatMap(({ name, find }) =>
    find(site).map((finding) => ({ ...finding, check: name })),
  )
}
