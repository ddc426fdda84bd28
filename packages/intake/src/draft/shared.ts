import type { Value } from '@kaohe/engine'

/** Beyond so many different ones, sharing costs more than it saves. */
const MOST = 20_000
const TRUE: Value = { truth: true }
const FALSE: Value = { truth: false }
const NA: Value = { na: true }

function once<K, V>(known: Map<K, V>, key: K, value: V): V {
  const before = known.get(key)
  if (before !== undefined) return before
  if (known.size < MOST) known.set(key, value)
  return value
}

/** Values that stand in thousands of rows, kept once: days, words, small numbers, yes and no. */
export class Shared {
  readonly #words = new Map<string, Value>()
  readonly #dates = new Map<string, Value>()
  readonly #numbers = new Map<bigint, Value>()
  readonly #texts = new Map<string, string>()

  value(value: Value): Value {
    if ('number' in value)
      return value.number.den === 1n ? once(this.#numbers, value.number.num, value) : value
    if ('word' in value) return once(this.#words, value.word, value)
    if ('date' in value) return once(this.#dates, value.date, value)
    if ('truth' in value) return value.truth ? TRUE : FALSE
    return 'na' in value ? NA : value
  }

  text(text: string): string {
    return once(this.#texts, text, text)
  }
}
