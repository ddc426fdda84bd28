import {
  type Document,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
} from 'yaml'

/** A place in a draft: keywords and positions from its top, and of each keyword those beside it in their order. */
export interface Place {
  readonly path: readonly (string | number)[]
  readonly orders: readonly (readonly string[])[]
}

export const TOP: Place = { path: [], orders: [] }

/** A place right below another; `order` names the keywords of the mapping in which it stands. */
export function below(place: Place, at: string | number, order: readonly string[] = []): Place {
  return { path: [...place.path, at], orders: [...place.orders, order] }
}

export const keyOf = ({ path }: Place): string => path.join('/')

/** What is written at a place: words, lists and groups of them. */
export type Content = string | readonly Content[] | { readonly [keyword: string]: Content }

// Every scalar is text as it was written: 5 stays 5, and 60% stays 60%.
const OPTIONS = { schema: 'failsafe', uniqueKeys: false } as const
const AS_WRITTEN = { lineWidth: 0, flowCollectionPadding: false } as const

/** A draft as a tree; undefined when it cannot be read as one group of keywords. */
export function open(text: string): Document | undefined {
  const doc = parseDocument(text, OPTIONS)
  return doc.errors.length === 0 && isMap(doc.contents) ? doc : undefined
}

const print = (doc: Document): string => doc.toString(AS_WRITTEN)

/** What stands at a place, if anything. */
export function nodeAt(doc: Document, { path }: Place): Node | undefined {
  const found = path.length === 0 ? doc.contents : doc.getIn(path, true)
  return isNode(found) ? found : undefined
}

// With this schema every scalar is text, or nothing.
const wordsOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The words at a place, empty when there is nothing; undefined when it is no line of words. */
export function wordsAt(doc: Document, place: Place): string | undefined {
  const node = nodeAt(doc, place)
  if (node === undefined) return ''
  return isScalar(node) ? wordsOf(node.value) : undefined
}

/** The members of a list at a place, as places. */
export function membersAt(doc: Document, place: Place): Place[] {
  const node = nodeAt(doc, place)
  return isSeq(node) ? node.items.map((_, i) => below(place, i)) : []
}

/** The keywords of a group at a place, in the order written. */
export function keywordsAt(doc: Document, place: Place): string[] {
  const node = nodeAt(doc, place)
  return isMap(node) ? node.items.map(({ key }) => String(isScalar(key) ? key.value : key)) : []
}

const isRow = (content: Content): boolean =>
  typeof content === 'object' && Object.values(content).every((one) => typeof one === 'string')

function nodeOf(doc: Document, content: Content, inList: boolean): Node {
  const node = doc.createNode(content)
  // Rows of a table and lists of words stand in one line, as in the schemes that are shipped.
  if (isCollection(node) && isRow(content) && (inList || isSeq(node))) node.flow = true
  return node
}

const rankIn = (order: readonly string[], key: string): number => {
  const at = order.indexOf(key)
  return at === -1 ? order.length : at
}

function insert(doc: Document, place: Place, node: Node): void {
  const parent = nodeAt(doc, { path: place.path.slice(0, -1), orders: [] })
  const key = place.path.at(-1)!
  if (isSeq(parent)) {
    parent.items.splice(Number(key), 0, node)
    return
  }
  if (!isMap(parent)) return
  // An empty group was written as {}; filled, it goes line by line unless it is a row.
  if (parent.items.length === 0) parent.flow = typeof place.path.at(-2) === 'number'
  const order = place.orders.at(-1) ?? []
  const rank = rankIn(order, String(key))
  const at = parent.items.findIndex(
    (pair) => rankIn(order, String(isScalar(pair.key) ? pair.key.value : pair.key)) > rank,
  )
  parent.items.splice(at === -1 ? parent.items.length : at, 0, doc.createPair(key, node) as Pair)
}

function makeParents(doc: Document, { path, orders }: Place): void {
  for (let depth = 1; depth < path.length; depth += 1) {
    const place = { path: path.slice(0, depth), orders: orders.slice(0, depth) }
    if (!isCollection(nodeAt(doc, place))) {
      const node = doc.createNode(typeof path[depth] === 'number' ? [] : {})
      if (typeof path[depth - 1] === 'number') node.flow = true
      if (nodeAt(doc, place) !== undefined) doc.deleteIn(place.path)
      insert(doc, place, node)
    }
  }
}

// A group or a list with nothing in it says nothing; a row that is being filled in stays.
function sweep(doc: Document, place: Place): void {
  const path = place.path.slice(0, -1)
  if (path.length === 0 || typeof path.at(-1) === 'number') return
  const node = nodeAt(doc, { path, orders: [] })
  if (!isCollection(node) || node.items.length > 0) return
  doc.deleteIn(path)
  sweep(doc, { path, orders: [] })
}

/** The text with something else at a place, or without it; everything else, comments too, stays. */
export function write(text: string, place: Place, content: Content | undefined): string {
  const doc = open(text)
  if (doc === undefined) return text
  const before = nodeAt(doc, place)
  if (content === undefined || content === '') {
    if (before !== undefined || doc.hasIn(place.path)) doc.deleteIn(place.path)
    sweep(doc, place)
    return print(doc)
  }
  if (typeof content === 'string' && isScalar(before)) {
    before.value = content
    return print(doc)
  }
  if (before !== undefined || doc.hasIn(place.path)) doc.deleteIn(place.path)
  makeParents(doc, place)
  insert(doc, place, nodeOf(doc, content, typeof place.path.at(-1) === 'number'))
  return print(doc)
}

/** The text with a member, written elsewhere, at the end of a list. */
export function append(text: string, place: Place, member: string): string {
  const doc = open(text)
  const contents = parseDocument(member, OPTIONS).contents
  if (doc === undefined || contents === null) return text
  const at = below(place, membersAt(doc, place).length)
  makeParents(doc, at)
  insert(doc, at, contents)
  return print(doc)
}

/** The text with another word for the keyword of a table's row; what it says stays. */
export function rename(text: string, place: Place, position: number, to: string): string {
  const doc = open(text)
  const node = doc && nodeAt(doc, place)
  if (doc === undefined || !isMap(node)) return text
  const pair = node.items[position]
  if (isScalar(pair?.key)) pair.key.value = to
  return print(doc)
}

/** The text with one keyword for another in the same place: what stands below it is given anew. */
export function exchange(text: string, from: Place, to: Place, content: Content): string {
  return write(write(text, from, undefined), to, content)
}

function keysTo(node: unknown, offset: number): (string | number)[] {
  const holds = (one: unknown): boolean =>
    isNode(one) && !!one.range && one.range[0] <= offset && offset <= one.range[1]
  if (isMap(node))
    for (const { key, value } of node.items)
      if (holds(key) || holds(value))
        return [String(isScalar(key) ? key.value : key), ...keysTo(value, offset)]
  if (isSeq(node)) {
    const at = node.items.findIndex(holds)
    if (at !== -1) return [at, ...keysTo(node.items[at], offset)]
  }
  return []
}

/** Which place stands at a line and column of a text, both from 1. */
export function placeAtLine(text: string, line: number, column: number): string {
  const lines = new LineCounter()
  const doc = parseDocument(text, { ...OPTIONS, lineCounter: lines })
  const start = lines.lineStarts[line - 1] ?? 0
  return keysTo(doc.contents, start + column - 1).join('/')
}

/** A place as the linter names it (`要求/first`, `段/2`), with positions from nought as places have them. */
export function placeAtPath(doc: Document, path: string): string {
  const steps: (string | number)[] = []
  for (const segment of path.split('/').filter((one) => one !== '')) {
    const node = nodeAt(doc, { path: steps, orders: [] })
    const named = isSeq(node)
      ? node.items.findIndex((one) => isMap(one) && one.get('编号') === segment)
      : -1
    if (named !== -1) steps.push(named)
    else if (isSeq(node)) steps.push(Number(segment) - 1)
    else steps.push(segment)
  }
  return steps.join('/')
}
