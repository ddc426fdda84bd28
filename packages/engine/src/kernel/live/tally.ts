/** How many of a set of whole numbers are greater than one of them, while they come and go: a Fenwick tree. */
export class Tally {
  readonly #tree: Int32Array
  readonly #hi: number
  readonly #reach: number

  /** @param counts how often each number occurs, from `lo` upwards */
  constructor(counts: Int32Array, lo: number) {
    const n = counts.length
    this.#hi = lo + n
    this.#reach = n
    const tree = new Int32Array(n + 1)
    for (let v = 0; v < n; v++) tree[n - v] = counts[v] as number
    for (let at = 1; at <= n; at++) {
      const up = at + (at & -at)
      if (up <= n) tree[up] = (tree[up] as number) + (tree[at] as number)
    }
    this.#tree = tree
  }

  add(value: number, by: number): void {
    const tree = this.#tree
    for (let at = this.#hi - value; at <= this.#reach; at += at & -at)
      tree[at] = (tree[at] as number) + by
  }

  /** How many are greater than a value. */
  above(value: number): number {
    const tree = this.#tree
    let found = 0
    for (let at = this.#hi - value - 1; at > 0; at &= at - 1) found += tree[at] as number
    return found
  }
}
