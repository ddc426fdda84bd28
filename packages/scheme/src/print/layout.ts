/** What is to be written, before it is laid out in lines; scalars are already quoted. */
export type Doc =
  | string
  | { readonly list: readonly Doc[] }
  | { readonly map: readonly (readonly [string, Doc])[] }

const WIDTH = 92

/** Columns that a text takes: Chinese characters take two. */
function width(text: string): number {
  let columns = 0
  for (const character of text) columns += (character.codePointAt(0) as number) > 0x2e7f ? 2 : 1
  return columns
}

/** On one line, in brackets. */
export function flow(doc: Doc): string {
  if (typeof doc === 'string') return doc
  if ('list' in doc) return `[${doc.list.map(flow).join(', ')}]`
  return `{${doc.map.map(([key, value]) => `${key}: ${flow(value)}`).join(', ')}}`
}

function depth(doc: Doc): number {
  if (typeof doc === 'string') return 0
  const inner = 'list' in doc ? doc.list : doc.map.map(([, value]) => value)
  return 1 + Math.max(0, ...inner.map(depth))
}

function isEmpty(doc: Doc): boolean {
  return typeof doc !== 'string' && ('list' in doc ? doc.list.length === 0 : doc.map.length === 0)
}

/** Short and shallow things stand on one line; a list of mappings always has a line for each. */
function fits(doc: Doc, room: number): boolean {
  if (typeof doc === 'string' || isEmpty(doc)) return true
  if ('list' in doc && doc.list.some((one) => typeof one !== 'string')) return false
  return depth(doc) <= 2 && width(flow(doc)) <= room
}

function member(doc: Doc, indent: number): string {
  const pad = ' '.repeat(indent)
  if (fits(doc, WIDTH - indent - 2)) return `${pad}- ${flow(doc)}\n`
  return `${pad}- ${block(doc, indent + 2).trimStart()}`
}

function entry([key, value]: readonly [string, Doc], indent: number): string {
  const lead = `${' '.repeat(indent)}${key}:`
  if (fits(value, WIDTH - width(lead) - 1)) return `${lead} ${flow(value)}\n`
  return `${lead}\n${block(value, indent + 2)}`
}

/** In lines, indented by two. */
export function block(doc: Doc, indent = 0): string {
  if (typeof doc === 'string' || isEmpty(doc)) return `${' '.repeat(indent)}${flow(doc)}\n`
  if ('list' in doc) return doc.list.map((one) => member(one, indent)).join('')
  return doc.map.map((one) => entry(one, indent)).join('')
}
