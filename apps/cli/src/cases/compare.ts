import {
  type ItemResult,
  type Met,
  type UnitResult,
  compare,
  equal,
  formatRational,
  parseRational,
} from '@kaohe/engine'
import type { Difference } from './difference.ts'
import {
  type Plain,
  type PlainRecord,
  knownAt,
  listAt,
  onlyKeys,
  recordAt,
  textAt,
} from './plain.ts'

type Check = (expected: Plain, unit: UnitResult) => Omit<Difference, 'unit'>[]
type Range = ItemResult['range']

const MET: Record<string, Met> = { 是: 'yes', 否: 'no', 待定: 'undecided' }
const MET_WORD: Record<Met, string> = { yes: '是', no: '否', undecided: '待定' }
const PART: Record<string, string> = { 基本: 'base', 加分: 'bonus', 减分: 'penalty' }
const RANGE = /^\[\s*(.+?)\s*[,，]\s*(.+?)\s*\]$/

const endText = (end: Range['lo']) => (end === null ? '无界' : formatRational(end))

/** Points as a case writes them: exact, or a range. */
export function sayRange(range: Range): string {
  const exact = range.lo !== null && range.hi !== null && compare(range.lo, range.hi) === 0
  return exact ? endText(range.lo) : `[${endText(range.lo)}, ${endText(range.hi)}]`
}

function sameEnd(text: string, end: Range['lo']): boolean {
  if (text === '无界') return end === null
  const expected = parseRational(text)
  return expected !== undefined && end !== null && equal(expected, end)
}

function rangeHolds(expected: string, range: Range): boolean {
  const match = RANGE.exec(expected)
  if (match !== null) return sameEnd(match[1] ?? '', range.lo) && sameEnd(match[2] ?? '', range.hi)
  return sameEnd(expected, range.lo) && sameEnd(expected, range.hi)
}

function sayItem(item: ItemResult): string {
  if (item.status === 'not-applicable') return '不适用'
  if (item.status === 'target-only')
    return item.reached === undefined ? '待定' : item.reached ? '达到' : '未达到'
  return sayRange(item.range)
}

function itemHolds(expected: string, item: ItemResult): boolean {
  if (expected === '待定')
    return (
      item.points === undefined && item.status !== 'not-applicable' && item.reached === undefined
    )
  if (expected === '达到' || expected === '未达到') return item.reached === (expected === '达到')
  if (expected === '不适用') return item.status === 'not-applicable'
  return item.status !== 'not-applicable' && rangeHolds(expected, item.range)
}

type Named = { readonly id: string }

/** What is expected of things by their ids; an id that nothing has is a mistake of the case itself. */
function* wantedOf<T extends Named>(
  expected: Plain,
  word: string,
  all: readonly T[],
  idOf: (word: string) => string = (id) => id,
  more: readonly string[] = [],
): Iterable<readonly [string, string, T]> {
  const record = recordAt(expected, word)
  const known = [...all.map(({ id }) => id), ...more]
  for (const [id, value] of Object.entries(record)) {
    knownAt(record, id, known, `期望/${word}`)
    const found = all.find((one) => one.id === idOf(id))
    if (found !== undefined) yield [id, textAt(value, `期望/${word}/${id}`), found]
  }
}

/** What stands in place of figures that a unit does not have. */
const NONE = '无'

const same = (what: string, expected: string, found: string) =>
  expected === found ? [] : [{ what, expected, found }]

// A unit that takes no part has no figures, whatever is asked of them.
const noneOf = (expected: Plain, word: string) =>
  Object.entries(recordAt(expected, word)).flatMap(([id, want]) =>
    same(`${word}/${id}`, textAt(want, `期望/${word}/${id}`), NONE),
  )

const items: Check = (expected, unit) => {
  if (unit.eligible === 'no') return noneOf(expected, '指标')
  return [...wantedOf(expected, '指标', unit.items)].flatMap(([id, want, item]) =>
    itemHolds(want, item) ? [] : [{ what: `指标/${id}`, expected: want, found: sayItem(item) }],
  )
}

const parts: Check = (expected, unit) => {
  if (unit.eligible === 'no') return noneOf(expected, '部分')
  return [
    ...wantedOf(expected, '部分', unit.parts, (id) => PART[id] ?? id, Object.keys(PART)),
  ].flatMap(([id, want, part]) =>
    rangeHolds(want, part.range)
      ? []
      : [{ what: `部分/${id}`, expected: want, found: sayRange(part.range) }],
  )
}

const total: Check = (expected, unit) => {
  const want = textAt(expected, '总分')
  if (unit.range === undefined) return same('总分', want, NONE)
  const holds = want === '待定' ? unit.total === undefined : rangeHolds(want, unit.range)
  return holds ? [] : [{ what: '总分', expected: want, found: sayRange(unit.range) }]
}

const rank: Check = (expected, unit) => {
  const want = textAt(expected, '名次')
  const [best, worst] = unit.rankRange
  const found = unit.rank !== undefined ? `${unit.rank}` : best === 0 ? NONE : `[${best}, ${worst}]`
  return want.replace(/\s/g, '') === found.replace(/\s/g, '')
    ? []
    : [{ what: '名次', expected: want, found }]
}

const sameSet = (what: string, expected: readonly string[], found: readonly string[]) => {
  const text = (of: readonly string[]) => [...new Set(of)].toSorted().join('、')
  return same(what, text(expected), text(found))
}

const consequences: Check = (expected, unit) =>
  [...wantedOf(expected, '后果', unit.consequences)].flatMap(([id, want, { met }]) =>
    MET[want] === met ? [] : [{ what: `后果/${id}`, expected: want, found: MET_WORD[met] }],
  )

// Money is told exactly, or that there is none; what is reached but not known yet is open.
function sayAmount({ met, amount }: UnitResult['consequences'][number]): string {
  if (amount !== undefined) return formatRational(amount)
  return met === 'no' ? '无' : '待定'
}

function sameAmount(want: string, of: UnitResult['consequences'][number]): boolean {
  const expected = parseRational(want.replace(/元$/, ''))
  if (expected === undefined || of.amount === undefined) return want === sayAmount(of)
  return equal(expected, of.amount)
}

const amounts: Check = (expected, unit) =>
  [...wantedOf(expected, '金额', unit.consequences)].flatMap(([id, want, found]) =>
    sameAmount(want, found)
      ? []
      : [{ what: `金额/${id}`, expected: want, found: sayAmount(found) }],
  )

// No grade is another thing than one that is not settled yet.
function sayGrade({ grade, gradeOpen }: UnitResult): string {
  return grade ?? (gradeOpen ? '待定' : '无')
}

const CHECKS: Readonly<Record<string, Check>> = {
  指标: items,
  部分: parts,
  总分: total,
  名次: rank,
  等次: (expected, unit) => same('等次', textAt(expected, '等次'), sayGrade(unit)),
  参评: (expected, unit) => same('参评', textAt(expected, '参评'), MET_WORD[unit.eligible]),
  后果: consequences,
  金额: amounts,
  否决: (expected, unit) =>
    sameSet(
      '否决',
      listAt(expected, '否决').map((v) => textAt(v, '否决')),
      unit.vetoes,
    ),
  缺: (expected, unit) =>
    sameSet(
      '缺',
      listAt(expected, '缺').map((v) => textAt(v, '缺')),
      unit.missing.map((m) => m.id),
    ),
  待定口径: (expected, unit) =>
    sameSet(
      '待定口径',
      listAt(expected, '待定口径').map((v) => textAt(v, '待定口径')),
      unit.questions,
    ),
}

/** What came out otherwise than a case expects; only what is written is compared. */
export function compareUnit(expected: PlainRecord, unit: UnitResult): Difference[] {
  onlyKeys(expected, Object.keys(CHECKS), `期望/${unit.unit}`)
  return Object.entries(expected).flatMap(([key, value]) =>
    (CHECKS[key] as Check)(value, unit).map((difference) => ({ unit: unit.unit, ...difference })),
  )
}
