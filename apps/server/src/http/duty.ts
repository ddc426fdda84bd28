import type { Endpoint } from '@kaohe/contract'
import type { Stop } from './problem.ts'
import type { Standing } from './versions.ts'

/** What the database may refuse at the commit, and how that is told. */
export interface Refusal {
  is(error: unknown): boolean
  told(): Stop
}

/** What every handler owes. One that forgets to ask, or to write into the log, is our fault and changes nothing. */
export class Duty {
  permitted = false
  recorded = 0
  readonly refusals: Refusal[] = []
  standing: Standing | undefined

  /** What a person is told of an error that the handler foresaw. */
  refusal(error: unknown): Stop | undefined {
    return this.refusals.find(({ is }) => is(error))?.told()
  }

  /** @throws when something is owed, which undoes the transaction */
  check(endpoint: Endpoint): void {
    if (!this.permitted) throw new Error(`${endpoint.path}: nobody asked the policies`)
    const expected = endpoint.method === 'GET' || endpoint.passing === true ? 0 : 1
    if (this.recorded !== expected)
      throw new Error(`${endpoint.path}: ${this.recorded} entries in the log, not ${expected}`)
  }
}
