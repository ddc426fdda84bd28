import { sql } from 'kysely'
import type { Acting } from './acting.ts'

export interface StoredHolidays {
  readonly years: { readonly year: number; readonly source: string }[]
  readonly spans: {
    readonly from: string
    readonly to: string
    readonly kind: 'off' | 'worked'
    readonly name: string
  }[]
}

/** Our own table of holidays, from one year to another (both included). */
export async function holidaysOf(db: Acting, from: number, to: number): Promise<StoredHolidays> {
  const years = await db
    .selectFrom('holiday_year')
    .selectAll()
    .where('year', '>=', from)
    .where('year', '<=', to)
    .orderBy('year')
    .execute()
  const spans = await db
    .selectFrom('holiday')
    .select([sql<string>`from_on`.as('from'), sql<string>`to_on`.as('to'), 'kind', 'name'])
    .where('year', '>=', from)
    .where('year', '<=', to)
    .orderBy('from_on')
    .execute()
  return { years, spans }
}
