const FEW = 64

/** Finds things by a hash among places in a list: eight bytes for each, twice over. */
export class HashTable {
  #hashes = new Int32Array(FEW)
  // One more than the place; 0 where there is none.
  #places = new Int32Array(FEW)
  #size = 0

  get size(): number {
    return this.#size
  }

  /**
   * The place of the thing with this hash that is the same; else `place` is kept for it.
   * @param same Whether what stands at a place with the same hash is the same thing.
   * @returns undefined when it was not there before.
   */
  find(hash: number, same: (place: number) => boolean, place: number): number | undefined {
    const mask = this.#places.length - 1
    let at = hash & mask
    for (; this.#places[at] !== 0; at = (at + 1) & mask) {
      const met = (this.#places[at] as number) - 1
      if (this.#hashes[at] === (hash | 0) && same(met)) return met
    }
    this.#hashes[at] = hash
    this.#places[at] = place + 1
    this.#size += 1
    if (this.#size * 2 > this.#places.length) this.#grow()
    return undefined
  }

  #grow(): void {
    const [hashes, places] = [this.#hashes, this.#places]
    this.#hashes = new Int32Array(hashes.length * 2)
    this.#places = new Int32Array(places.length * 2)
    const mask = this.#places.length - 1
    for (let i = 0; i < places.length; i += 1) {
      if (places[i] === 0) continue
      let at = (hashes[i] as number) & mask
      while (this.#places[at] !== 0) at = (at + 1) & mask
      this.#hashes[at] = hashes[i] as number
      this.#places[at] = places[i] as number
    }
  }
}
