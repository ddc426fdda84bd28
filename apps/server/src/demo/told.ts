/** The data of a scheme folder's demonstration, as rows are made of them. */
import { type Acting, findScheme, listCycles } from '@kaohe/storage'
import { programOf } from '../rooms/planning/programs.ts'
import type { DemoSystem } from './systems.ts'

export type Told = number | string | boolean

/** A year of a scheme folder. */
export interface DemoYear {
  readonly facts: readonly {
    readonly unit: string
    readonly fact: string
    readonly period?: string | null
    readonly value: Told
    readonly evaluator?: string
  }[]
  readonly events?: readonly {
    readonly unit: string
    readonly event: string
    readonly date: string
    readonly attributes: Readonly<Record<string, Told>>
  }[]
  /** Kinds of events of which all were told. */
  readonly reported?: readonly string[]
}

const AT_ONCE = 500

export function sayTold(value: Told): string {
  if (typeof value === 'boolean') return value ? '是' : '否'
  return `${value}`
}

/** Many rows in statements of a bearable size. */
export async function inParts<T>(
  rows: readonly T[],
  insert: (part: T[]) => Promise<unknown>,
): Promise<void> {
  for (let at = 0; at < rows.length; at += AT_ONCE)
    // One statement after another, in the one transaction.
    await insert(rows.slice(at, at + AT_ONCE))
}

/** The cycle of a system as it was stored, with its scheme. */
export async function programIn({
  db,
  system,
  org,
}: {
  readonly db: Acting
  readonly system: DemoSystem
  readonly org: string
}) {
  const cycle = (await listCycles(db)).find((one) => one.org === org && one.title === system.cycle)
  const scheme = cycle && (await findScheme(db, cycle.scheme))
  if (cycle === undefined || scheme === undefined) throw new Error(`${system.key}: no cycle`)
  return { cycle, scheme, program: programOf(scheme) }
}
