/** One thing that does not hold: where, what stands there, what it should be. */
export interface Fault {
  readonly at: string
  readonly found: string
  readonly expected: string
}

export function text(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '')
}
