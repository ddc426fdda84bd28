import type { Row } from '../grid/index.ts'
import { plainOf } from '../grid/index.ts'
import type { Marked } from '../names/index.ts'
import type { Column } from '../plan/index.ts'
import { fault, type Phrase, type Remark, say, warning } from '../report/index.ts'
import { isBlank, saysNothing } from '../value/index.ts'
import type { SheetReader } from './sheet-reader.ts'

/** What was found where a reason belongs. */
export interface Reason {
  readonly text?: string
  /** A word that says nothing (无, /), which is no reason. */
  readonly nothing?: string
  /** True where the cell is wrong, which has been told. */
  readonly wrong?: true
}

/** A reason that was written down. */
export function reasonOf(text: string): Reason {
  if (text === '') return {}
  return saysNothing(text) ? { nothing: text } : { text }
}

/** Reads the reason in a cell. */
export function reasonIn(reader: SheetReader, row: Row, column: Column | undefined): Reason {
  if (column === undefined) return {}
  const raw = row.cell(column.index)
  const plain = plainOf(raw)
  if (typeof plain === 'string' && saysNothing(plain)) return { nothing: plain }
  const value = reader.value(row, column, { type: 'text' })
  if (value !== undefined && 'text' in value) return { text: reader.draft.shared.text(value.text) }
  return isBlank(raw) ? {} : { wrong: true }
}

/**
 * Why a mark cannot be taken for want of a reason (理由必填).
 * @param where What is to be done to write one.
 */
export function reasonFault(
  { judged, name }: Marked,
  reason: Reason,
  where: Phrase,
): Remark | undefined {
  if (!judged.reasoned || reason.text !== undefined || reason.wrong === true) return undefined
  const { basis } = judged
  const [zh, en] = basis === undefined ? ['', ''] : [`（${basis}）`, ` (${basis})`]
  const why = say(
    `给“${name}”打了分，没有写理由；方案要求打分必须写理由`,
    `“${name}” was marked without a reason, which the scheme asks for`,
  )
  const expected = say(
    `${where.zh}为什么打这个分、依据什么材料${zh}；还没有定的，分数也先空着`,
    `${where.en} why this mark was given and on what material${en}; leave the mark blank while undecided`,
  )
  return fault('no-reason', why, {
    expected,
    ...(reason.nothing === undefined ? {} : { found: reason.nothing }),
  })
}

/** A reason stands where nothing was marked. */
export function reasonAlone({ name }: Marked): Remark {
  return warning(
    'reason-alone',
    say(`写了理由，没有给“${name}”打分，理由没有用上`, `a reason for “${name}”, but no mark`),
    { expected: say('请补上打分，或删去理由', 'give the mark or remove the reason') },
  )
}

/** A reason stands beside a fact, which has none: only what somebody judges needs one. */
export function reasonUnread(name: string): Remark {
  return warning(
    'reason-unread',
    say(
      `“${name}”是数据，不是打分，理由没有读`,
      `“${name}” is a fact, not a mark; its reason is not read`,
    ),
    { expected: say('来历请写在支撑材料里', 'say where it comes from in the evidence') },
  )
}
