import { type Node, type ParsedNode, isAlias, isMap, isScalar, isSeq } from 'yaml'
import type { Problem } from '../diagnostic/diagnostic.ts'
import { type Rejoined, rejoinedItems, rejoinedPairs } from './cut.ts'
import type { Origin } from './origin.ts'
import type { Pair, Scalar, Source, Span } from './tree.ts'

/** Turns the nodes of the YAML library into our tree, refusing what a scheme file has no use for. */
export class Converter {
  readonly problems: Problem[] = []
  readonly #origin: Origin
  readonly #back: (offset: number) => number

  constructor(origin: Origin, back: (offset: number) => number) {
    this.#origin = origin
    this.#back = back
  }

  #span(from: number, to: number): Span {
    const start = this.#back(from)
    return { origin: this.#origin, start, end: Math.max(start, this.#back(to)) }
  }

  #refuse(code: Problem['code'], at: Span, found: Problem['found']): void {
    this.problems.push({ code, at, found })
  }

  #properties(node: Node, at: Span): void {
    if ('anchor' in node && node.anchor) this.#refuse('yaml-anchor', at, `&${node.anchor}`)
    // A plain or quoted value has no tag of its own; only a written one is kept by the library.
    if (node.tag && node.tag !== '?' && node.tag !== '!')
      this.#refuse('yaml-tag', at, node.tag.replace('tag:yaml.org,2002:', '!!'))
  }

  #scalar(text: string, style: Scalar['style'], at: Span, inFlow: boolean): Scalar {
    return { is: 'scalar', text, style, inFlow, ...at }
  }

  /** The node at `from` when there is none: an empty text. */
  empty(from: number, inFlow = false): Scalar {
    return this.#scalar('', 'plain', this.#span(from, from), inFlow)
  }

  node(node: ParsedNode | null, from: number, inFlow = false): Source {
    if (node === null) return this.empty(from, inFlow)
    const [start, end] = node.range
    const at = this.#span(start, end)
    this.#properties(node, at)
    if (isAlias(node)) {
      this.#refuse('yaml-alias', at, `*${node.source}`)
      return this.#scalar('', 'plain', at, inFlow)
    }
    if (isScalar(node))
      return this.#scalar(
        typeof node.value === 'string' ? node.value : (node.source ?? ''),
        styleOf(node.type),
        at,
        inFlow,
      )
    const flow = inFlow || node.flow === true
    if (isSeq(node)) {
      const items = node.items.map((item) => this.node(item, start, flow))
      return { is: 'sequence', items: flow ? this.#whole(rejoinedItems(items)) : items, ...at }
    }
    if (isMap(node)) {
      const pairs = node.items.flatMap((pair) => this.#pair(pair, flow))
      return { is: 'mapping', pairs: flow ? this.#whole(rejoinedPairs(pairs)) : pairs, ...at }
    }
    return this.empty(start)
  }

  #whole<T>({ members, problems }: Rejoined<T>): readonly T[] {
    this.problems.push(...problems)
    return members
  }

  #pair(pair: { key: ParsedNode; value: ParsedNode | null }, flow: boolean): Pair[] {
    const key = this.node(pair.key, 0, flow)
    if (key.is !== 'scalar') {
      this.#refuse('bad-key', key, {
        zh: key.is === 'mapping' ? '一组内容' : '一个列表',
        en: `a ${key.is}`,
      })
      return []
    }
    const end = pair.key?.range?.[1] ?? 0
    return [{ key, value: this.node(pair.value, end, flow) }]
  }
}

function styleOf(type: string | undefined | null): Scalar['style'] {
  if (type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE') return 'quoted'
  return type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED' ? 'block' : 'plain'
}
