/** Cases beside a scheme, read in the plainest way, so that oracles can be held against them. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { type Scalar, type Sheet, type SheetEvent, type SheetFact, monthsBetween } from './sheet.ts'

export interface Expected {
  readonly 指标?: Readonly<Record<string, string | number>>
  readonly 部分?: Readonly<Record<string, string | number>>
  readonly 总分?: string | number
  readonly 名次?: string | number
  readonly 后果?: Readonly<Record<string, string>>
  readonly 缺?: readonly string[]
}

type Row = Readonly<Record<string, Scalar>>
type Values = Scalar | Readonly<Record<string, Scalar>>

interface CaseUnit {
  readonly 编号: string
  readonly 名称?: string
  readonly 类别?: string
  readonly 上级?: string
  readonly 层级?: string
  readonly 个数?: number
}

export interface Case {
  readonly 名称: string
  readonly 口径?: string | Readonly<Record<string, string>>
  readonly 单位: readonly CaseUnit[]
  readonly 数据?: Readonly<Record<string, Readonly<Record<string, Values>>>>
  readonly 事件?: Readonly<Record<string, Readonly<Record<string, readonly Row[]>>>>
  readonly 未报?: readonly (string | { readonly 事件: string; readonly 单位: string })[]
  readonly 历年?: readonly {
    readonly 单位: string
    readonly 年: number
    readonly 命中?: readonly string[]
  }[]
  readonly 沿革?: readonly { readonly 单位: string; readonly 原: string; readonly 自: number }[]
  readonly 期望: Readonly<Record<string, Expected>>
  readonly 算式: readonly string[]
}

/** All cases of a scheme's folder, in the order of its files. */
export function readCases(folder: string): readonly Case[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .flatMap((name) => parse(readFileSync(join(folder, name), 'utf8')) as Case | Case[])
}

// A run such as 7—9 or 2021-11..2022-02, or a single period.
function periodsOf(key: string, all: readonly string[]): readonly string[] {
  if (key === '其余') return all
  const months = /^(\d{4}-\d\d)\.\.(\d{4}-\d\d)$/.exec(key)
  if (months !== null) return monthsBetween(`${months[1]}-01`, `${months[2]}-01`)
  const run = /^(\d+)(?:—|-|\.\.)(\d+)$/.exec(key)
  if (run === null || key.length > 6) return [key]
  const from = Number(run[1])
  return Array.from({ length: Number(run[2]) - from + 1 }, (_, i) => String(from + i))
}

function factRows(fact: string, unit: string, values: Values, all: readonly string[]): SheetFact[] {
  if (typeof values !== 'object') return [{ unit, fact, period: null, value: values }]
  const byPeriod = new Map<string, Scalar>()
  for (const [key, value] of Object.entries(values).toSorted(([a], [b]) =>
    a === '其余' ? -1 : b === '其余' ? 1 : 0,
  ))
    for (const period of periodsOf(key, all)) byPeriod.set(period, value)
  return [...byPeriod].map(([period, value]) => ({ unit, fact, period, value }))
}

function datesOf(row: Row): readonly string[] {
  const run = /^(\d{4}-\d\d)\.\.(\d{4}-\d\d)$/.exec(String(row['逐月'] ?? ''))
  if (run === null) return [String(row['日期'])]
  const day = String(row['日'] ?? 1).padStart(2, '0')
  return monthsBetween(`${run[1]}-01`, `${run[2]}-01`).map((m) => `${m}-${day}`)
}

const NOT_ATTRIBUTES = ['日期', '逐月', '日', '次']

function eventRows(event: string, unit: string, rows: readonly Row[]): SheetEvent[] {
  const made: Omit<SheetEvent, 'id'>[] = rows.flatMap((row) => {
    const attributes = Object.fromEntries(
      Object.entries(row).filter(([key]) => !NOT_ATTRIBUTES.includes(key)),
    )
    return datesOf(row).flatMap((date) =>
      Array.from({ length: Number(row['次'] ?? 1) }, () => ({ unit, event, date, attributes })),
    )
  })
  return made.map((e, i) => ({ id: `${unit}-${event}-${i + 1}`, ...e }))
}

function unitIds(unit: CaseUnit): readonly string[] {
  if (unit.个数 === undefined) return [unit.编号]
  return Array.from({ length: unit.个数 }, (_, i) => `${unit.编号}${i + 1}`)
}

/**
 * The dataset of a case.
 * @param periods the periods of a fact that “其余” stands for
 * @param events every kind of event of the scheme
 */
export function sheetOf(
  one: Case,
  periods: Readonly<Record<string, readonly string[]>>,
  events: readonly string[],
): Sheet {
  const ids = new Map(one.单位.map((u) => [u.编号, unitIds(u)]))
  const idsOf = (id: string) => ids.get(id) ?? [id]
  const open = one.未报 ?? []
  return {
    units: one.单位.flatMap((u) =>
      unitIds(u).map((id) => ({
        id,
        name: u.名称 ?? id,
        type: u.类别 ?? null,
        ...(u.上级 === undefined ? {} : { parent: u.上级 }),
        ...(u.层级 === undefined ? {} : { level: u.层级 }),
      })),
    ),
    facts: Object.entries(one.数据 ?? {}).flatMap(([fact, byUnit]) =>
      Object.entries(byUnit).flatMap(([unit, values]) =>
        idsOf(unit).flatMap((id) => factRows(fact, id, values, periods[fact] ?? [])),
      ),
    ),
    events: Object.entries(one.事件 ?? {}).flatMap(([event, byUnit]) =>
      Object.entries(byUnit).flatMap(([unit, rows]) =>
        idsOf(unit).flatMap((id) => eventRows(event, id, rows)),
      ),
    ),
    reported: events.filter((e) => !open.includes(e)),
    pending: open
      .filter((o) => typeof o === 'object')
      .map((o) => ({ unit: o.单位, event: o.事件 })),
    history: (one.历年 ?? []).map((h) => ({ unit: h.单位, year: h.年, met: h.命中 ?? [] })),
    lineage: (one.沿革 ?? []).map((l) => ({ unit: l.单位, from: l.原, since: l.自 })),
    previous: [],
  }
}

/** The readings that a case chooses; undefined when some are left open, which an oracle cannot follow. */
export function choicesOf(one: Case): Readonly<Record<string, string>> | undefined {
  const { 口径: chosen = {} } = one
  if (typeof chosen === 'string' || Object.values(chosen).includes('不定')) return undefined
  return chosen
}
