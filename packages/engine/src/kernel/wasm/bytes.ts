/** Bytes that grow, with the number formats of WebAssembly. */
export class Bytes {
  #bytes: Uint8Array<ArrayBuffer>
  length = 0

  constructor(capacity = 1 << 12) {
    this.#bytes = new Uint8Array(capacity)
  }

  push(byte: number): void {
    if (this.length === this.#bytes.length) this.#grow(1)
    this.#bytes[this.length++] = byte
  }

  #grow(by: number): void {
    const wider = new Uint8Array(Math.max(this.#bytes.length * 2, this.length + by))
    wider.set(this.#bytes)
    this.#bytes = wider
  }

  /** Unsigned LEB128. */
  unsigned(n: number): void {
    let rest = n >>> 0
    for (; rest > 127; rest >>>= 7) this.push((rest & 127) | 128)
    this.push(rest)
  }

  /** Signed LEB128. */
  signed(n: number): void {
    let rest = n
    for (; rest > 63 || rest < -64; rest >>= 7) this.push((rest & 127) | 128)
    this.push(rest & 127)
  }

  /** ASCII text after its length. */
  text(t: string): void {
    this.unsigned(t.length)
    for (let k = 0; k < t.length; k++) this.push(t.charCodeAt(k))
  }

  append(other: Bytes): void {
    if (this.length + other.length > this.#bytes.length) this.#grow(other.length)
    this.#bytes.set(other.bytes(), this.length)
    this.length += other.length
  }

  bytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes.subarray(0, this.length)
  }
}
