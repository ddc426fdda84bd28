import { type TableColumn, column } from '@kaohe/documents'
import type { Session } from './session.ts'

/** A column by its heading in both languages; the English one, in small letters, is its name. */
export type Head = readonly [zh: string, en: string, type?: TableColumn['type']]

/** Columns of a table in the language of the session. */
export function columnsOf(session: Session, ...heads: readonly Head[]): TableColumn[] {
  return heads.map(([zh, en, type]) =>
    column(en.toLowerCase(), session.say({ zh, en }), type ?? 'text'),
  )
}
