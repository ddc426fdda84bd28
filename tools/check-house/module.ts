import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { parseSync, type Program } from 'oxc-parser'
import { isTest } from './tree.ts'

export interface Import {
  /** As written. */
  readonly specifier: string
  /** The path of the module meant, below the root, when it is one of this tree's files by its path. */
  readonly path: string | undefined
  readonly line: number
}

export interface Module {
  readonly path: string
  readonly test: boolean
  readonly source: string
  readonly program: Program
  readonly imports: readonly Import[]
  readonly errors: readonly string[]
}

export function lineAt(source: string, offset: number): number {
  return source.slice(0, offset).split('\n').length
}

interface Request {
  readonly specifier: string
  readonly start: number
}

type Parsed = ReturnType<typeof parseSync>

function staticRequests({ module }: Parsed): Request[] {
  const exported = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest }) => moduleRequest ?? []),
  )
  const imported = module.staticImports.map(({ moduleRequest }) => moduleRequest)
  return [...imported, ...exported].map(({ value, start }) => ({ specifier: value, start }))
}

/** `import('./x.ts')` counts when what it imports is written out; a computed name cannot be judged here. */
function dynamicRequests({ module }: Parsed, source: string): Request[] {
  return module.dynamicImports.flatMap(({ moduleRequest: { start, end } }) => {
    const written = /^(['"`])([^'"`$]+)\1$/.exec(source.slice(start, end))?.[2]
    return written === undefined ? [] : [{ specifier: written, start }]
  })
}

function importsOf(path: string, source: string, parsed: Parsed): Import[] {
  const requests = [...staticRequests(parsed), ...dynamicRequests(parsed, source)]
  return requests.map(({ specifier, start }) => ({
    specifier,
    path: specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : undefined,
    line: lineAt(source, start),
  }))
}

function parseModule(path: string, source: string): Module {
  const parsed = parseSync(path, source)
  return {
    path,
    test: isTest(path),
    source,
    program: parsed.program,
    imports: importsOf(path, source, parsed),
    errors: parsed.errors.map(({ message }) => message),
  }
}

export function readModule(root: string, path: string): Module {
  return parseModule(path, readFileSync(join(root, path), 'utf8'))
}
