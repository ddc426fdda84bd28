const MOST = 20

/** The database keeps no U+0000, and half of a pair of surrogates is no character. */
const isUnkept = (text: string): boolean => text.includes('\u0000') || !text.isWellFormed()

interface Place {
  readonly value: unknown
  readonly name: string
  readonly up: Place | undefined
}

function pathTo(place: Place): string[] {
  const path: string[] = []
  for (let at = place; at.up !== undefined; at = at.up) path.push(at.name)
  return path.toReversed()
}

/**
 * Where texts stand that could not be stored as they were sent, values and names of fields alike.
 * @returns their paths, so many at the most that a person would read them
 * @example
 * unkeptIn({ body: { name: '团\u0000委' } }) // [['body', 'name']]
 */
export function unkeptIn(sent: unknown): readonly (readonly string[])[] {
  const found: string[][] = []
  // Not by calling itself: what is sent may be nested deeper than calls can be.
  const left: Place[] = [{ value: sent, name: '', up: undefined }]
  for (let up = left.pop(); up !== undefined && found.length < MOST; up = left.pop()) {
    const { value } = up
    if (typeof value === 'string' && isUnkept(value)) found.push(pathTo(up))
    if (typeof value !== 'object' || value === null) continue
    for (const [name, one] of Object.entries(value))
      if (isUnkept(name)) found.push(pathTo(up))
      else left.push({ value: one, name, up })
  }
  return found
}
