import { type RawBuilder, sql } from 'kysely'

/** A column of names in the order in which people look them up: by pinyin, numbers by their value. */
export function byName(column: string): RawBuilder<string> {
  return sql<string>`${sql.ref(column)} COLLATE kaohe_names`
}
