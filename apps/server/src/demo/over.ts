import type { Program } from '@kaohe/engine'
import type { Acting, StoredCycle, StoredScheme } from '@kaohe/storage'
import type { FileStore } from '../files/index.ts'
import type { Cast } from './people.ts'
import type { DemoSystem } from './systems.ts'
import type { DemoYear } from './told.ts'

/** A year of a committee that is over. */
export interface Before {
  readonly db: Acting
  readonly files: FileStore
  readonly system: DemoSystem
  readonly org: string
  readonly units: ReadonlyMap<string, { readonly id: string; readonly path: readonly string[] }>
  /** The kind of assessee of each unit that is assessed. */
  readonly types: ReadonlyMap<string, string>
  readonly year: DemoYear
}

/** The same with what was stored for it. */
export interface Concluding extends Before {
  readonly cycle: StoredCycle
  readonly scheme: StoredScheme
  readonly program: Program
  readonly people: Cast
}
