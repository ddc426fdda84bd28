/** How bugs are planted: one place of the source is another as it is read, and nothing on the disk is touched. */
import { registerHooks } from 'node:module'

/** A place of the source, as it stands and as it is to be read. */
export interface Planted {
  /** How the path of the file ends. */
  readonly where: string
  readonly right: string
  readonly wrong: string
}

/** Plants bugs in what is loaded from now on. Where a place is not found, loading fails: else nothing would be proved. */
export function planted(places: readonly Planted[]): void {
  registerHooks({
    load: (url, context, next) => {
      const loaded = next(url, context)
      const here = places.filter(({ where }) => url.endsWith(where))
      if (here.length === 0) return loaded
      const { source: bytes = '' } = loaded
      const text = typeof bytes === 'string' ? bytes : new TextDecoder().decode(bytes ?? undefined)
      const source = here.reduce((read, { where, right, wrong }) => {
        if (!read.includes(right)) throw new Error(`${where} has no place for the planted bug`)
        return read.replaceAll(right, wrong)
      }, text)
      return { ...loaded, source }
    },
  })
}
