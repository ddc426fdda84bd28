/** Bytes one after another, with the number formats of WebAssembly. */
export class Bytes {
  readonly all: number[] = []

  /** Unsigned LEB128. */
  unsigned(n: number): void {
    let rest = n
    for (; rest > 127; rest >>>= 7) this.all.push((rest & 127) | 128)
    this.all.push(rest)
  }

  /** Signed LEB128. */
  signed(n: number): void {
    let rest = n
    for (; rest > 63 || rest < -64; rest >>= 7) this.all.push((rest & 127) | 128)
    this.all.push(rest & 127)
  }

  /** Letters of ASCII, after how many they are. */
  text(t: string): void {
    this.unsigned(t.length)
    for (let k = 0; k < t.length; k++) this.all.push(t.charCodeAt(k))
  }
}
