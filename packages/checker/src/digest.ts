import { sha256 } from './sha256.ts'

/**
 * JSON with sorted keys and no spaces; of numbers only integers.
 * @throws RangeError for any other number
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const keys = Object.keys(value).toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    const of = value as Readonly<Record<string, unknown>>
    return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(of[key])}`).join(',')}}`
  }
  if (typeof value === 'number' && !Number.isSafeInteger(value))
    throw new RangeError(`number ${value}`)
  return JSON.stringify(value)
}

/** SHA-256 of the canonical JSON, in hexadecimal. @throws RangeError as `canonical` does */
export function digest(value: unknown): string {
  return sha256(new TextEncoder().encode(canonical(value)))
}
