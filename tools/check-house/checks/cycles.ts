import type { Check, Finding } from '../check.ts'
import type { Module } from '../module.ts'

type Graph = ReadonlyMap<string, Module>

/** Visits below `path`; returns a chain that leads back into itself, once for each cycle met. */
function search(graph: Graph, path: string, trail: string[], done: Set<string>): string[][] {
  const start = trail.indexOf(path)
  if (start >= 0) return [trail.slice(start)]
  const module = graph.get(path)
  if (module === undefined || done.has(path)) return []
  trail.push(path)
  const found = module.imports.flatMap((imported) =>
    imported.path === undefined ? [] : search(graph, imported.path, trail, done),
  )
  trail.pop()
  done.add(path)
  return found
}

function toFinding(cycle: readonly string[]): Finding {
  const [path = ''] = cycle
  return { path, line: 1, message: [...cycle, path].join(' -> ') }
}

export const cycles: Check = {
  name: 'cycles',
  rule: 'no file imports itself by way of others, not even types',
  find({ modules }) {
    const graph = new Map(modules.map((module) => [module.path, module]))
    const done = new Set<string>()
    return modules.flatMap(({ path }) => search(graph, path, [], done)).map(toFinding)
  },
}
