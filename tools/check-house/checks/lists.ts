import { posix } from 'node:path'
import { type Check, isBelow } from '../check.ts'
import type { Module } from '../module.ts'

/** The door of the room shows the list to others; tests try it. Neither is a member. */
const isMember = ({ path, test }: Module) => !test && posix.basename(path) !== 'index.ts'

export const lists: Check = {
  name: 'lists',
  rule: 'a list imports its members; a member never imports its list',
  find: ({ modules }) =>
    modules.filter(isMember).flatMap((module) =>
      module.imports.flatMap(({ path, line }) => {
        if (path === undefined || posix.basename(path) !== 'list.ts') return []
        if (!isBelow(module.path, posix.dirname(path))) return []
        return [{ path: module.path, line, message: `a member imports its list ${path}` }]
      }),
    ),
}
