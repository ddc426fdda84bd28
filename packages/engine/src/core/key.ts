import type { Rational } from '../number/index.ts'
import type { Domain, Node, Piece } from './node.ts'

function rational(x: Rational | null): string {
  if (x === null) return ''
  return x.den === 1n ? `${x.num}` : `${x.num}/${x.den}`
}

const pieceKey = (p: Piece): string =>
  `${p.fromInclusive ? '[' : '('}${rational(p.from)},${rational(p.to)}${p.toInclusive ? ']' : ')'}${p.then}`

/**
 * A text that two nodes share when they are the same node. Every rule asks for many nodes, so this is
 * written out: the general way took most of the time of a compilation.
 */
export function nodeKey(node: Node): string {
  switch (node.op) {
    case 'constant':
      return `=${rational(node.value)}`
    case 'input':
      return `<${node.input}`
    case 'quotient':
      return `/${node.of},${node.by}`
    case 'piecewise':
      return `?${node.of}:${node.pieces.map(pieceKey).join(';')}`
    case 'round':
      return `~${node.of},${rational(node.rounding.to)},${node.rounding.mode}`
    case 'undecided':
      return `!${node.of.join()}:${node.question}`
    default:
      return `${node.op}${node.of.join()}`
  }
}

/** A text that two values of plain data share when they are equal, fields in the same order. */
export function dataKey(value: unknown): string {
  if (typeof value === 'bigint') return `${value}n`
  if (typeof value === 'string') return JSON.stringify(value)
  if (typeof value !== 'object' || value === null) return String(value)
  if (Array.isArray(value)) return `[${value.map(dataKey).join()}]`
  let key = '{'
  for (const name in value) key += `${name}:${dataKey((value as Record<string, unknown>)[name])},`
  return `${key}}`
}

function domainKey({ range, whole, unit, words }: Domain): string {
  const said = words === null ? '' : JSON.stringify(words)
  return `${rational(range.lo)},${rational(range.hi)},${whole},${unit},${said}`
}

/** The same for what is read, each with its domain. */
export function inputKey(input: { readonly domain: Domain }): string {
  let key = domainKey(input.domain)
  for (const name in input)
    if (name !== 'domain') key += `,${name}:${dataKey((input as Record<string, unknown>)[name])}`
  return key
}
