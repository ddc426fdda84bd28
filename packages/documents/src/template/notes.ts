import type { EventDeclaration, FactDeclaration, Item } from '@kaohe/engine'
import type { Judged } from '../layout/index.ts'
import { PERIODICITY_NAMES } from './names.ts'
import type { Context } from './context.ts'

function partyName(context: Context, id: string | undefined): string | undefined {
  return id === undefined
    ? undefined
    : ((context.scheme.parties ?? []).find((p) => p.id === id)?.name ?? id)
}

function usesNote(items: readonly Item[] | undefined): string | undefined {
  if (items === undefined || items.length === 0) return undefined
  return `用于：${items.map((i) => i.name + (i.clause === undefined ? '' : `（${i.clause}）`)).join('、')}`
}

type Declared = Pick<FactDeclaration, 'clause' | 'supplier' | 'evidence'>

function evidenceNote({ evidence }: Declared): string | undefined {
  if (evidence === undefined) return undefined
  return `支撑材料：${evidence.map((e) => e.name + (e.required === true ? '（必交）' : '')).join('、')}`
}

function lines(...all: (string | undefined)[]): string {
  return all.filter((line) => line !== undefined).join('\n')
}

const line = (label: string, text: string | undefined): string | undefined =>
  text === undefined ? undefined : `${label}：${text}`

/** The note of a fact's column: clause, what it is used for, who supplies it, on what evidence. */
export function factNote(fact: FactDeclaration, context: Context): string {
  const period = fact.period === undefined ? undefined : PERIODICITY_NAMES[fact.period]
  return lines(
    fact.name,
    line('依据', fact.clause),
    line('单位', fact.unit),
    line('周期', period),
    line('分母', fact.per),
    line('提供', partyName(context, fact.supplier)),
    evidenceNote(fact),
    usesNote(context.uses.get(fact.id)),
    '空着是未知，0 是零。',
  )
}

/** The note of an event's sheet. */
export function eventNote(event: EventDeclaration, context: Context): string {
  return lines(
    `${event.name}：每件一行`,
    line('依据', event.clause),
    line('提供', partyName(context, event.supplier)),
    evidenceNote(event),
    usesNote(context.uses.get(event.id)),
  )
}

/** The note of a column of marks. */
export function markNote(judged: Judged, evaluator: string | null, context: Context): string {
  const most =
    judged.item.full === undefined
      ? undefined
      : `${Number(judged.item.full.num) / Number(judged.item.full.den)}分`
  return lines(
    judged.name,
    line('依据', judged.item.clause),
    line('分值', most),
    line('打分人', partyName(context, evaluator ?? undefined)),
    line('标准', judged.basis),
    judged.reasoned ? '打了分就要写理由。' : undefined,
  )
}
