/** An exact number n/d in lowest terms, d above zero. */
export interface Num {
  readonly n: bigint
  readonly d: bigint
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b)
}

export function num(n: bigint, d: bigint = 1n): Num {
  const g = gcd(n, d) * (d < 0n ? -1n : 1n)
  return { n: n / g, d: d / g }
}

export const plus = (a: Num, b: Num): Num => num(a.n * b.d + b.n * a.d, a.d * b.d)
export const times = (a: Num, b: Num): Num => num(a.n * b.n, a.d * b.d)
export const over = (a: Num, b: Num): Num => num(a.n * b.d, a.d * b.n)

/** Below zero, zero or above as a is less than, equal to or more than b. */
export function order(a: Num, b: Num): number {
  const difference = a.n * b.d - b.n * a.d
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** The one text of a number: a decimal without needless zeros where one ends, else a fraction. */
export function write({ n, d }: Num): string {
  let digits = 0
  let scale = 1n
  while (scale % d !== 0n && digits < d.toString(2).length) {
    scale *= 10n
    digits += 1
  }
  if (scale % d !== 0n) return `${n}/${d}`
  const all = `${(n < 0n ? -n : n) * (scale / d)}`.padStart(digits + 1, '0')
  const whole = all.slice(0, all.length - digits)
  return `${n < 0n ? '-' : ''}${whole}${digits === 0 ? '' : `.${all.slice(-digits)}`}`
}

/** Reads a number written as `write` does, and nothing else. */
export function read(text: unknown): Num | undefined {
  const match = typeof text === 'string' ? /^(-?\d+)(?:\.(\d+)|\/(\d+))?$/.exec(text) : null
  if (match === null || match[3] === '0') return undefined
  const [, whole = '', decimals = '', below] = match
  const value = num(
    BigInt(whole + decimals),
    below === undefined ? 10n ** BigInt(decimals.length) : BigInt(below),
  )
  return write(value) === text ? value : undefined
}

const floor = (n: bigint, d: bigint): bigint => (n % d < 0n ? n / d - 1n : n / d)

/** The multiple of `to` that a value is taken to. */
export function rounded(value: Num, to: Num, mode: string): Num {
  const { n, d } = over(value, to)
  const [below, above] = [floor(n, d), -floor(-n, d)]
  const half = order(num(2n * n, d), num(below + above))
  const [inward, outward] = n < 0n ? [above, below] : [below, above]
  const steps: Readonly<Record<string, bigint>> = {
    floor: below,
    ceiling: above,
    down: inward,
    up: outward,
    'half-up': half < 0 ? below : half > 0 ? above : outward,
    'half-even': half < 0 ? below : half > 0 ? above : below % 2n === 0n ? below : above,
  }
  const found = steps[mode]
  if (found === undefined) throw new RangeError(`rounding ${mode}`)
  return times(num(found), to)
}
