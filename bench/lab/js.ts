/** The same loops as JavaScript text, for where WebAssembly SIMD is not to be had. Masks, no branches. */
import { type Int, operands } from './ints.ts'
import type { Assign } from './simd.ts'

/** Text of an expression; a node used twice becomes a constant of the loop body. */
export function bodyOf(assigns: readonly Assign[], style: 'mask' | 'ternary' = 'mask'): string {
  const uses = new Map<Int, number>(),
    names = new Map<Int, string>(),
    lines: string[] = []
  const count = (e: Int): void => {
    const n = uses.get(e) ?? 0
    uses.set(e, n + 1)
    if (n === 0) operands(e).forEach(count)
  }
  for (const a of assigns) count(a.value)
  let next = 0
  const named = (value: string): string => {
    const name = `v${next++}`
    lines.push(`const ${name} = ${value};`)
    return name
  }
  const put = (e: Int): string => {
    const known = names.get(e)
    if (known) return known
    const value = fresh(e)
    if (e.op === 'constant' || (uses.get(e) ?? 0) < 2) return value
    const name = named(value)
    names.set(e, name)
    return name
  }
  const simple = (e: Int) => {
    const t = put(e)
    return /^(v\d+|\(?-?\d+\)?)$/.test(t) ? t : named(t)
  }
  const fresh = (e: Int): string => {
    switch (e.op) {
      case 'column':
        return `${e.column}[i]`
      case 'constant':
        return e.value < 0 ? `(${e.value})` : `${e.value}`
      case 'scale':
        return `Math.imul(${e.by}, ${put(e.a)})`
      case 'add':
        return `(${put(e.a)} + ${put(e.b)} | 0)`
      case 'mask':
        return `(${e.at - 1} - ${put(e.x)} >> 31)`
      case 'and':
        return `(${put(e.mask)} & ${put(e.a)})`
      case 'choose': {
        const m = simple(e.mask)
        return `((${put(e.then)} & ${m}) | (${put(e.otherwise)} & ~${m}))`
      }
      case 'divide':
        return `(${put(e.a)} / ${put(e.b)} | 0)`
      default: {
        const a = simple(e.a),
          b = simple(e.b)
        if (style === 'ternary') return `(${a} ${e.op === 'min' ? '<' : '>'} ${b} ? ${a} : ${b})`
        const d = named(`${a} - ${b} | 0`)
        return `(${b} + (${d} & ${e.op === 'min' ? '' : '~'}(${d} >> 31)) | 0)`
      }
    }
  }
  for (const a of assigns) {
    const t = put(a.value)
    lines.push(`${a.to}[i] = ${t};`)
  }
  return lines.join('\n')
}

export function columnsOf(assigns: readonly Assign[]): string[] {
  const found = new Set<string>(),
    seen = new Set<Int>()
  const walk = (e: Int): void => {
    if (seen.has(e)) return
    seen.add(e)
    if (e.op === 'column') found.add(e.column)
    operands(e).forEach(walk)
  }
  for (const a of assigns) {
    walk(a.value)
    found.add(a.to)
  }
  return [...found]
}

let serial = 0
/** A loop with its columns bound; its text occurs once in the program. */
export function compileLoop(
  columns: Record<string, unknown>,
  assigns: readonly Assign[],
  style?: 'mask' | 'ternary',
) {
  const names = columnsOf(assigns)
  const text = `"use strict"; return function loop_${serial++}(from, to) { for (let i = from; i < to; i++) {\n${bodyOf(assigns, style)}\n} }`
  return new Function(...names, text)(...names.map((n) => columns[n])) as (
    from: number,
    to: number,
  ) => void
}
