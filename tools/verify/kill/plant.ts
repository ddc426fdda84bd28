/**
 * The planted bug: a transaction is acknowledged a moment before it is committed, so long that every kill meets some. Loaded with --import, it changes the one
 * place of the source where that is decided, as it is read; without that place it refuses to go on.
 */
import { registerHooks } from 'node:module'

const WHERE = '/packages/storage/src/acting.ts'
const RIGHT = `return db.transaction().execute(async (transaction) => {
    // What was said in an earlier transaction of the connection ended with it: nobody asks until it is said.
    if (Object.keys(asker).length > 0) await askAs(transaction, asker)
    return work(transaction)
  })`
const WRONG = `return new Promise((resolve, reject) => {
    db.transaction().execute(async (transaction) => {
      await askAs(transaction, asker)
      resolve(await work(transaction))
      await new Promise((later) => setTimeout(later, 200))
    }).catch(reject)
  })`

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
