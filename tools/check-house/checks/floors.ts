import { type Check, type Finding, floorOf, isBelow, type Site } from '../check.ts'
import type { Floor } from '../house.ts'
import type { Import, Module } from '../module.ts'

const isOurs = (specifier: string) => specifier.startsWith('@kaohe/')
const doorOf = (specifier: string) => specifier.split('/').slice(0, 2).join('/')

function isAllowedOutside({ outside }: Floor, specifier: string): boolean {
  if (outside === 'anything') return true
  return outside.some(
    (name) =>
      specifier === name ||
      specifier.startsWith(`${name}/`) ||
      (name === 'node:*' && specifier.startsWith('node:')),
  )
}

function aboutOurs(module: Module, floor: Floor | undefined, specifier: string) {
  const door = doorOf(specifier)
  if (specifier !== door) return `reaches behind the door of ${door}`
  if (floor === undefined || module.test) return undefined
  return floor.ours.includes(door) ? undefined : `${floor.folder} does not look at ${door}`
}

function aboutOutside(module: Module, floor: Floor | undefined, specifier: string) {
  if (floor === undefined || module.test || isAllowedOutside(floor, specifier)) return undefined
  return `${floor.folder} does not import ${specifier}`
}

/** The package or app that a path belongs to, or the first folder of anything else. */
const homeOf = (path: string) => /^((packages|apps)\/[^/]+|[^/]+)/.exec(path)?.[0] ?? path

/** A verification is a test that takes long, and may run what the tests of a package run. */
const isVerification = ({ path }: Module) => isBelow(path, 'tools/verify')

function aboutPath(module: Module, target: string, tests: ReadonlySet<string>) {
  const [from, to] = [homeOf(module.path), homeOf(target)]
  if (isVerification(module) && tests.has(target)) return undefined
  if (!module.test && tests.has(target)) return `imports a test: ${target}`
  if (from === to || (module.test && to === 'tools')) return undefined
  return `leaves ${from} by a path: ${target}`
}

function messageFor(site: Site, tests: ReadonlySet<string>, module: Module, imported: Import) {
  const floor = floorOf(site.floors, module.path)
  const { specifier, path } = imported
  if (path !== undefined) return aboutPath(module, path, tests)
  if (isOurs(specifier)) return aboutOurs(module, floor, specifier)
  return aboutOutside(module, floor, specifier)
}

function isInHouse(path: string): boolean {
  return isBelow(path, 'packages') || isBelow(path, 'apps')
}

function strangers({ floors, modules }: Site): Finding[] {
  const unknown = modules.filter(({ path }) => isInHouse(path) && !floorOf(floors, path))
  return unknown.map(({ path }) => ({
    path,
    line: 1,
    message: `${homeOf(path)} has no row in the table of floors`,
  }))
}

export const floors: Check = {
  name: 'floors',
  rule: 'floors look down, through the door of the package below, and nothing imports an app',
  find(site) {
    const tests = new Set(site.modules.filter(({ test }) => test).map(({ path }) => path))
    const found = site.modules.flatMap((module) =>
      module.imports.flatMap((imported) => {
        const message = messageFor(site, tests, module, imported)
        return message === undefined ? [] : [{ path: module.path, line: imported.line, message }]
      }),
    )
    return [...strangers(site), ...found]
  },
}
