import { unzipSync } from 'fflate'
import type { Core } from './core.ts'

/** Bytes that the files of a bundle may have together: a province of 3,000 units has about a tenth. */
const MOST_BYTES = 1_000_000_000

/** The files of a bundle, by their path in it. */
export type Unpacked = ReadonlyMap<string, Uint8Array>

/**
 * Takes the zip of a bundle apart, nothing of which is believed yet.
 * @throws Error when it is no whole zip; RangeError when it would be too large to be a bundle
 */
export function unpack(zip: Uint8Array): Unpacked {
  let total = 0
  const filter = ({ originalSize }: { readonly originalSize: number }): boolean => {
    total += originalSize
    if (total > MOST_BYTES) throw new RangeError('too large for a bundle')
    return true
  }
  return new Map(Object.entries(unzipSync(zip, { filter })))
}

/** The core among the files of a bundle, as text. */
export function coreIn(files: Unpacked): Core {
  return [...files]
    .filter(([path]) => path.startsWith('core/'))
    .map(([path, bytes]) => ({ path, text: new TextDecoder().decode(bytes) }))
}
