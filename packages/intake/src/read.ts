import type { Dataset, Scheme } from '@kaohe/engine'
import { Draft } from './draft/draft.ts'
import { openJson, readJsonEntries, readJsonUnits } from './json/index.ts'
import { type Limits, LIMITS } from './limits.ts'
import { Catalogue } from './names/index.ts'
import { type InputFile, type Opened, openFile } from './open.ts'
import { type Plan, recognise } from './plan/index.ts'
import { placeOf } from './grid/index.ts'
import {
  type Diagnostic,
  fault,
  type Language,
  type Place,
  type Remark,
  say,
  warning,
} from './report/index.ts'
import { READERS, readLineage, readUnits, SheetReader, settleParents } from './tables/index.ts'

export interface FactsOptions {
  /** The language of messages; Chinese when not said. */
  readonly language?: Language
  readonly limits?: Limits
  /** False for examples, whose marks need no reason though the scheme asks one of real marks. */
  readonly asksReasons?: boolean
}

/** Somebody wrote 否 for 报齐; what was left blank says nothing. */
export interface Denied {
  readonly event: string
  readonly unit: string | null
}

export interface FactsRead {
  /** Absent when anything was refused: facts are taken whole or not at all. */
  readonly dataset?: Dataset
  /** Kinds of events that the workbook says are not complete (否), of one unit or of all. */
  readonly denied?: readonly Denied[]
  /** Errors first, then warnings, then notes. */
  readonly diagnostics: readonly Diagnostic[]
}

function readPlans(plans: readonly Plan[], draft: Draft): void {
  const of = (kind: Plan['sheet']['kind']): SheetReader[] =>
    plans.filter((p) => p.sheet.kind === kind).map((p) => new SheetReader(p, draft))
  settleParents(of('units').flatMap(readUnits))
  of('lineage').forEach(readLineage)
  if (draft.directory.units.length === 0) return
  for (const plan of plans) READERS[plan.sheet.kind]?.(new SheetReader(plan, draft))
}

/** Where units should have been listed: in the sheet for them when there is one, else in another. */
function noUnits(file: string, plans: readonly Plan[]): readonly [Place, Remark] {
  const own = plans.find((plan) => plan.sheet.kind === 'units')
  if (own === undefined) {
    const expected = say(
      '请加一张“单位”表：编号、名称、类别',
      'add a sheet 单位 with 编号, 名称, 类别',
    )
    return [
      { file },
      fault('no-units', say('没有单位名单', 'there is no list of units'), { expected }),
    ]
  }
  const first = own.headRow + 1
  const expected = say(
    `请从第 ${first} 行起，一行一个单位，写编号、名称和类别`,
    `from row ${first} on write one unit a row: 编号, 名称, 类别`,
  )
  const why = say('这张表里一个单位也没有填', 'no unit is listed in this sheet')
  return [placeOf(own.grid), fault('no-units', why, { expected })]
}

function complainWhole(
  opened: readonly Opened[],
  plans: readonly Plan[],
  files: readonly InputFile[],
  draft: Draft,
): void {
  const file = files.map(({ path }) => path.split(/[/\\]/).at(-1) ?? path).join('、')
  const { report, events, reported } = draft
  if (files.length === 0)
    report.add(
      { file: '-' },
      fault('no-files', say('没有给数据文件', 'no file of facts was given')),
    )
  else if (draft.directory.units.length === 0 && !report.failed) {
    report.add(...noUnits(file, plans))
  }
  if (opened.length === 0) return
  for (const event of draft.catalogue.events.all) {
    const count = events.filter((e) => e.event === event.id).length
    if (count === 0 || reported.has(event.id)) continue
    const why = say(
      `“${event.name}”读到 ${count} 件，但“事件报齐”里没有写“是”，各单位都按尚未报齐计算`,
      `${count} events “${event.name}” were read, but the sheet 事件报齐 does not say they are complete`,
    )
    report.add(
      { file },
      warning('not-complete', why, {
        expected: say(
          '报齐了请在“事件报齐”里写“是”',
          'write 是 in the sheet 事件报齐 once complete',
        ),
      }),
    )
  }
}

/**
 * Reads the facts of an assessment from workbooks (.xlsx), text tables (.csv) and JSON files.
 * @param files Their names, which appear in messages and origins, and their bytes.
 * @param scheme The checked scheme that declares the facts, events and marks.
 * @returns The dataset, or no dataset and every problem found with its place.
 * @example
 * const { dataset, diagnostics } = readFacts([{ path: '数据.xlsx', bytes }], scheme)
 */
export function readFacts(
  files: readonly InputFile[],
  scheme: Scheme,
  options: FactsOptions = {},
): FactsRead {
  const draft = new Draft(
    new Catalogue(scheme),
    options.language ?? 'zh',
    options.asksReasons ?? true,
  )
  const opened = files.map((file) => openFile(file, options.limits ?? LIMITS, draft.report))
  const plans = opened
    .flatMap(({ grids }) => grids)
    .map((grid) => recognise(grid, draft.catalogue, draft.report))
    .filter((p) => p !== undefined)
  const roots = openJson(
    opened.map((o) => o.json).filter((j) => j !== undefined),
    draft,
  )
  readJsonUnits(roots)
  readPlans(plans, draft)
  readJsonEntries(roots)
  complainWhole(opened, plans, files, draft)
  const diagnostics = draft.report.list()
  if (draft.report.failed) return { diagnostics }
  return { dataset: draft.finish(), denied: draft.denied, diagnostics }
}
