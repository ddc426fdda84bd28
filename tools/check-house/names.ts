/** Which names a file declares, and which it uses: enough of scopes for the checks, and no more. */
import { Visitor } from 'oxc-parser'
import type { Module } from './module.ts'

interface Node {
  readonly type: string
  readonly start: number
  readonly [part: string]: unknown
}

export interface Use {
  /** A name; or `owner.member` and `.member` of a member; or `new Name` when nothing is given to it. */
  readonly name: string
  readonly start: number
}

const asNode = (part: unknown): Node | undefined =>
  typeof part === 'object' && part !== null ? (part as Node) : undefined

function nameOf(part: unknown): string | undefined {
  const node = asNode(part)
  return node?.type === 'Identifier' ? String(node.name) : undefined
}

/** The names that a pattern binds: `a`, `{ a, b: c }`, `[a, ...b]`, `a = 1`. */
function boundNames(part: unknown): string[] {
  const node = asNode(part)
  if (node === undefined) return []
  if (Array.isArray(node)) return node.flatMap(boundNames)
  const name = nameOf(node)
  if (name !== undefined) return [name]
  return [node.properties, node.elements, node.value, node.left, node.argument].flatMap(boundNames)
}

/** A parameter called `performance` is not the clock. */
export function declaredNames(module: Module): ReadonlySet<string> {
  const names = new Set<string>()
  const add = (part: unknown) => {
    for (const name of boundNames(part)) names.add(name)
  }
  const visitor = new Visitor({
    VariableDeclarator: ({ id }) => add(id),
    FunctionDeclaration: ({ id, params }) => add([id, params]),
    FunctionExpression: ({ params }) => add(params),
    ArrowFunctionExpression: ({ params }) => add(params),
    ImportSpecifier: ({ local }) => add(local),
  })
  visitor.visit(module.program)
  return names
}

/** Where names stand that are only labels: the key of a property, the member after a dot. */
function labels(module: Module): ReadonlySet<number> {
  const starts = new Set<number>()
  const addKey = (node: { key: { start: number }; computed: boolean; shorthand?: boolean }) => {
    if (!node.computed && node.shorthand !== true) starts.add(node.key.start)
  }
  const visitor = new Visitor({
    Property: addKey,
    PropertyDefinition: addKey,
    MethodDefinition: addKey,
    TSPropertySignature: addKey,
    TSMethodSignature: addKey,
    MemberExpression: ({ property, computed }) => {
      if (!computed) starts.add(property.start)
    },
  })
  visitor.visit(module.program)
  return starts
}

export function usedNames(module: Module): readonly Use[] {
  const uses: Use[] = []
  const passed = labels(module)
  const visitor = new Visitor({
    Identifier: ({ name, start }) => {
      if (!passed.has(start)) uses.push({ name, start })
    },
    NewExpression: ({ callee, arguments: given, start }) => {
      if (given.length === 0) uses.push({ name: `new ${nameOf(callee)}`, start })
    },
    MemberExpression: ({ object, property, start }) => {
      const [owner, member] = [nameOf(object) ?? '', nameOf(property)]
      if (member !== undefined) uses.push({ name: `.${member}`, start })
      if (owner !== '' && member !== undefined) uses.push({ name: `${owner}.${member}`, start })
    },
  })
  visitor.visit(module.program)
  return uses
}
