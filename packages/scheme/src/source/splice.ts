import { load } from './load.ts'
import { find, segmentsOf } from './path.ts'
import type { Position } from './origin.ts'
import { type Source, placeOf, textUnder, under } from './tree.ts'

const NO_KEYWORDS: ReadonlySet<string> = new Set()

function treeOf(text: string): Source | undefined {
  return load('scheme.yaml', text, NO_KEYWORDS).tree
}

/** How far into its line an offset is: what stands below must be written so far in. */
function depthAt(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1)
}

// The first line goes where the old text began; the others are moved in as far as it was.
function movedIn(block: string, depth: number): string {
  const [first = '', ...rest] = block.trimEnd().split('\n')
  return [first, ...rest.map((line) => (line === '' ? '' : ' '.repeat(depth) + line))].join('\n')
}

function movedOut(block: string, depth: number): string {
  const lines = block.trimEnd().split('\n')
  return lines
    .map((line, i) => (i === 0 ? line : line.slice(Math.min(depth, indent(line)))))
    .join('\n')
}

const indent = (line: string): number => line.length - line.trimStart().length

// A node in block form ends where the next begins: comments and blank lines between are not its own.
function endOf(text: string, { start, end }: Source): number {
  const lines = text.slice(start, end).split('\n')
  while (lines.length > 1 && /^\s*(?:#.*)?$/.test(lines.at(-1) as string)) lines.pop()
  return start + lines.join('\n').length
}

/**
 * The text of one part of a file, by a path such as `指标/study`, as if it stood alone.
 * @returns undefined when there is no such part, or the file is no YAML
 */
export function partOf(text: string, path: string): string | undefined {
  const tree = treeOf(text)
  const node = tree && find(tree, segmentsOf(path))
  if (node === undefined) return undefined
  return `${movedOut(text.slice(node.start, endOf(text, node)), depthAt(text, node.start))}\n`
}

/**
 * The file with one part written anew; everything else, comments too, stays as it was.
 * @returns undefined when there is no such part, or the file is no YAML
 */
export function replacePart(text: string, path: string, by: string): string | undefined {
  const tree = treeOf(text)
  const node = tree && find(tree, segmentsOf(path))
  if (node === undefined) return undefined
  const block = movedIn(by, depthAt(text, node.start))
  return text.slice(0, node.start) + block + text.slice(endOf(text, node))
}

/**
 * The file with a member at the end of one of its lists; a list that is not there yet is begun.
 * @returns undefined when the file is no YAML, or what stands there is no list in block form
 */
export function addMember(text: string, keyword: string, member: string): string | undefined {
  const tree = treeOf(text)
  if (tree?.is !== 'mapping') return undefined
  const list = under(tree, keyword)
  const line = (depth: number) => `${' '.repeat(depth)}- ${movedIn(member, depth + 2)}\n`
  if (list === undefined) return `${text.trimEnd()}\n\n${keyword}:\n${line(2)}`
  const last = list.is === 'sequence' ? list.items.at(-1) : undefined
  if (list.is !== 'sequence' || last === undefined || text[list.start] === '[') return undefined
  const end = endOf(text, last)
  const after = text.indexOf('\n', end)
  const at = after === -1 ? text.length : after + 1
  const before = text.slice(0, at)
  const depth = depthAt(text, list.start)
  return `${before}${before.endsWith('\n') ? '' : '\n'}${line(depth)}${text.slice(at)}`
}

/** Where a part of a file begins. @returns undefined when there is no such part, or the file is no YAML */
export function placeOfPart(text: string, path: string): Position | undefined {
  const tree = treeOf(text)
  const node = tree && find(tree, segmentsOf(path))
  return node && placeOf(node)
}

/** One member of a list of a file: its text as if it stood alone. */
export interface Member {
  readonly id: string
  readonly name: string
  readonly text: string
  /** The line of the file on which it begins, from 1. */
  readonly line: number
}

/** The members of one of a file's lists that have a 编号; none when there is no such list. */
export function membersOf(text: string, keyword: string): Member[] {
  const list = under(treeOf(text), keyword)
  if (list?.is !== 'sequence') return []
  return list.items.flatMap((node) => {
    const id = textUnder(node, '编号')
    if (id === undefined) return []
    const own = text.slice(node.start, endOf(text, node))
    const block = `${movedOut(own, depthAt(text, node.start))}\n`
    return [{ id, name: textUnder(node, '名称') ?? id, text: block, line: placeOf(node).line }]
  })
}

/**
 * The lines of a file without those of some of its keywords, each with its number in the file, from 1.
 * What stands in flow form `{…}` is left whole.
 */
export function linesWithout(
  text: string,
  keywords: ReadonlySet<string>,
): { readonly line: number; readonly text: string }[] {
  const lines = text.split('\n').map((line, i) => ({ line: i + 1, text: line }))
  const tree = treeOf(text)
  if (tree?.is !== 'mapping' || text[tree.start] === '{') return lines
  const taken = tree.pairs.filter(({ key }) => keywords.has(key.text))
  const spans = taken.map(({ key, value }) => {
    const last = text.slice(0, endOf(text, value)).split('\n').length
    return { from: placeOf(key).line, to: Math.max(last, placeOf(key).line) }
  })
  return lines.filter(({ line }) => !spans.some(({ from, to }) => from <= line && line <= to))
}
