/** A number that is not negative, as unsigned LEB128. */
export function unsigned(n: number): number[] {
  const bytes: number[] = []
  let rest = n
  for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128)
  bytes.push(rest)
  return bytes
}

/** Bytes one after another, with the number formats of WebAssembly. */
export class Bytes {
  readonly all: number[] = []

  /** Unsigned LEB128. */
  unsigned(n: number): void {
    if (n < 128) this.all.push(n)
    else this.all.push(...unsigned(n))
  }

  /** Signed LEB128. */
  signed(n: number): void {
    let rest = n
    for (; rest > 63 || rest < -64; rest >>= 7) this.all.push((rest & 127) | 128)
    this.all.push(rest & 127)
  }
}
