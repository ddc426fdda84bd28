import type { Table } from '@kaohe/documents'
import type { Scheme } from '@kaohe/engine'
import { type Change, diffSchemes } from '@kaohe/scheme'
import { columnsOf } from './columns.ts'
import { followingTable } from './followed.ts'
import { type Move, hasMoved, movesJson, standsOtherwise } from './moves.ts'
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
    zh: `${moves.length} 个单位的分数、名次、等次和结果运用都不变。`,
    en: `No change in the points, ranks, grades or consequences of ${many(moves.length, 'unit')}.`,
  })
}

/** The tables in which anything stands, or that nobody moves. */
async function effectText(effects: readonly Table[], moves: readonly Move[], session: Session) {
  const told = effects.filter(({ rows }) => rows.length > 0)
  return told.length === 0 ? `${nobodyMoves(moves, session)}\n` : asText(told)
}

/** What differs between the schemes in meaning, and what that does: as data, as tables and as text. */
export function effectReport({ schemes, moves }: Effect, session: Session) {
  const changes = diffSchemes(...schemes, session.language)
  const moved = moves?.filter(hasMoved)
  const changed = changesTable(changes, session)
  const effects = moved && [
    movesTable(moved.filter(standsOtherwise), schemes, session),
    followingTable(moved, schemes, session),
  ]
  const same = session.say({
    zh: '两个方案的意思相同，没有改动。',
    en: 'The two schemes mean the same; nothing differs.',
  })
  const paragraphs = async () => [
    changes.length === 0 ? `${same}\n` : await asText([changed]),
    ...(moves && effects ? [await effectText(effects, moves, session)] : []),
  ]
  return {
    changes,
    moved: moved ?? [],
    report: {
      json: () => ({
        changes,
        ...(moves && moved ? { units: moves.length, moved: movesJson(moved) } : {}),
      }),
      tables: () => [changed, ...(effects ?? [])],
      text: async () => (await paragraphs()).join('\n'),
    },
  }
}
