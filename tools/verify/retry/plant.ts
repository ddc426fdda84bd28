/**
 * The planted bug: the key of a write is not looked at, so that a repetition is a second write. Loaded with --import, it
 * changes the one place of the source where that is decided, as it is read.
 */
import { registerHooks } from 'node:module'

const WHERE = '/apps/server/src/http/again.ts'
const RIGHT = "if (key === undefined || endpoint.method === 'GET') return undefined"
const WRONG = 'if (endpoint.path.length > 0) return undefined'

registerHooks({
  load: (url, context, next) => {
    const loaded = next(url, context)
    if (!url.endsWith(WHERE)) return loaded
    const { source: bytes = '' } = loaded
    const source = typeof bytes === 'string' ? bytes : new TextDecoder().decode(bytes ?? undefined)
    if (!source.includes(RIGHT)) throw new Error(`${WHERE} has no place for the planted bug`)
    return { ...loaded, source: source.replace(RIGHT, WRONG) }
  },
})
