/**
 * The planted bug: a transaction is acknowledged a moment before it is committed, so long that every kill meets some.
 * Loaded with --import.
 */
import { planted } from '../planting/planted.ts'

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

planted([{ where: '/packages/storage/src/acting.ts', right: RIGHT, wrong: WRONG }])
