import type { Table } from '@kaohe/documents'
import type { Scheme } from '@kaohe/engine'
import { type Change, diffSchemes } from '@kaohe/scheme'
import { columnsOf } from './columns.ts'
import { type Move, hasMoved, movesJson } from './moves.ts'
import { movesTable } from './moves-table.ts'
import { asText } from './output.ts'
import { many } from './plural.ts'
import type { Session } from './session.ts'

/** Two schemes, and what the same facts come to under each; no moves where there are no facts. */
export interface Effect {
  readonly schemes: readonly [Scheme, Scheme]
  readonly moves: readonly Move[] | undefined
}

function changesTable(changes: readonly Change[], session: Session): Table {
  return {
    id: 'changes',
    title: session.say({ zh: '改动', en: 'Changes' }),
    columns: columnsOf(session, ['改动', 'Change'], ['位置', 'Place']),
    rows: changes.map((c) => [c.sentence, c.path]),
  }
}

function nobodyMoves(moves: readonly Move[], session: Session): string {
  return session.say({
    zh: `${moves.length} 个单位的分数、名次和等次都不变。`,
    en: `No change in the points, ranks or grades of ${many(moves.length, 'unit')}.`,
  })
}

/** What differs between the schemes in meaning, and what that does: as data, as tables and as text. */
export function effectReport({ schemes, moves }: Effect, session: Session) {
  const changes = diffSchemes(...schemes, session.language)
  const moved = moves?.filter(hasMoved)
  const changed = changesTable(changes, session)
  const effect = moved && movesTable(moved, schemes, session)
  const same = session.say({
    zh: '两个方案的意思相同，没有改动。',
    en: 'The two schemes mean the same; nothing differs.',
  })
  const paragraphs = async () => [
    changes.length === 0 ? `${same}\n` : await asText([changed]),
    ...(moves && effect
      ? [effect.rows.length === 0 ? `${nobodyMoves(moves, session)}\n` : await asText([effect])]
      : []),
  ]
  return {
    changes,
    moved: moved ?? [],
    report: {
      json: () => ({
        changes,
        ...(moves && moved ? { units: moves.length, moved: movesJson(moved) } : {}),
      }),
      tables: () => (effect ? [changed, effect] : [changed]),
      text: async () => (await paragraphs()).join('\n'),
    },
  }
}
