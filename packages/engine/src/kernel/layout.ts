/** A column as it lies in memory: where it starts in a chunk, and in how many bytes a unit is kept. */
export interface Place {
  readonly offset: number
  readonly bytes: 1 | 2 | 4
  readonly signed: boolean
}

/** The narrowest storage for a range of whole numbers. */
export function storage(lo: number, hi: number): Pick<Place, 'bytes' | 'signed'> {
  if (lo >= -128 && hi <= 127) return { bytes: 1, signed: true }
  if (lo >= 0 && hi <= 255) return { bytes: 1, signed: false }
  return { bytes: lo >= -32768 && hi <= 32767 ? 2 : 4, signed: true }
}

/**
 * How columns share memory: in chunks of units, in each of which every column has the same fixed
 * place, so that addresses are constants of the code and one module serves any number of units.
 */
export interface Layout {
  readonly places: readonly Place[]
  /** Units of a chunk, a power of two. */
  readonly chunk: number
  /** Units of a block: what is computed before the next rules are. */
  readonly block: number
  readonly chunkBytes: number
}

const LINE = 64

/**
 * Long runs of each column, however many columns there are: memory is read ahead along a run, and that
 * is worth more than to have all columns of a block in cache at once.
 */
const CHUNK = 16_384
const BLOCK = 4_096

/** Each column starts a cache line further on than a multiple of the page: equal offsets evict one another. */
export function layoutOf(ranges: readonly { readonly lo: number; readonly hi: number }[]): Layout {
  let offset = 0
  const places = ranges.map(({ lo, hi }): Place => {
    const place = { ...storage(lo, hi), offset }
    offset += CHUNK * place.bytes + LINE
    return place
  })
  return { places, chunk: CHUNK, block: BLOCK, chunkBytes: (offset + 4_095) & ~63 }
}

export type Column = Int8Array | Uint8Array | Int16Array | Int32Array

/** A column of a chunk that starts at `base` of a buffer. */
export function viewOf(buffer: ArrayBuffer, base: number, place: Place, units: number): Column {
  const at = base + place.offset
  if (place.bytes === 4) return new Int32Array(buffer, at, units)
  if (place.bytes === 2) return new Int16Array(buffer, at, units)
  return place.signed ? new Int8Array(buffer, at, units) : new Uint8Array(buffer, at, units)
}
