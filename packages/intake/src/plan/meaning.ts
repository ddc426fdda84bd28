import {
  type ColumnMeaning,
  HEADINGS,
  PLAIN_COLUMNS,
  type PlainColumn,
  type SheetAnchor,
  type SheetKind,
} from '@kaohe/documents'
import { type Catalogue, inBrackets } from '../names/index.ts'
import { fold, readPeriod, tidy } from '../value/index.ts'

/** Columns that a sheet of a kind may have, besides facts, marks and attributes. */
const ALLOWED: Readonly<Record<SheetKind, readonly PlainColumn[]>> = {
  notes: [],
  units: ['unit-id', 'unit', 'type', 'parent', 'group', 'level', 'short', 'former', 'ignored'],
  long: [
    'unit-id',
    'unit',
    'fact',
    'period',
    'value',
    'clause',
    'evidence',
    'by',
    'at',
    'evaluator',
    'item',
    'reason',
    'ignored',
  ],
  facts: ['unit-id', 'unit', 'evidence', 'by', 'at', 'period', 'clause', 'ignored'],
  previous: [
    'unit-id',
    'unit',
    'fact',
    'period',
    'value',
    'evidence',
    'by',
    'at',
    'clause',
    'ignored',
  ],
  event: ['event-id', 'unit-id', 'unit', 'date', 'evidence', 'by', 'at', 'clause', 'ignored'],
  marks: [
    'unit-id',
    'unit',
    'item',
    'evaluator',
    'value',
    'reason',
    'by',
    'at',
    'evidence',
    'clause',
    'ignored',
  ],
  reported: ['unit-id', 'unit', 'event', 'reported', 'pending', 'ignored'],
  history: ['unit-id', 'unit', 'year', 'total', 'rank', 'grade', 'met', 'ignored'],
  lineage: ['unit-id', 'unit', 'from', 'since', 'ignored'],
  decisions: [
    'unit-id',
    'unit',
    'matter',
    'decided',
    'body',
    'date',
    'number',
    'reason',
    'evidence',
    'by',
    'at',
    'ignored',
  ],
}

const UNIT_SHEET: Readonly<Record<string, PlainColumn>> = {
  编号: 'unit-id',
  id: 'unit-id',
  名称: 'unit',
  name: 'unit',
}

function plainMeaning(text: string, sheet: SheetAnchor): PlainColumn | undefined {
  const word = fold(text)
  if (sheet.kind === 'units' && UNIT_SHEET[word] !== undefined) return UNIT_SHEET[word]
  if (sheet.kind === 'event' && (word === '编号' || word === 'id')) return 'event-id'
  if (word === '时间' && sheet.kind !== 'event') return 'at'
  return PLAIN_COLUMNS.find(
    (column) =>
      ALLOWED[sheet.kind].includes(column) && HEADINGS[column].some((h) => fold(h) === word),
  )
}

function attributeMeaning(
  text: string,
  sheet: SheetAnchor,
  names: Catalogue,
): ColumnMeaning | undefined {
  const owned =
    sheet.kind === 'event'
      ? names.eventAttributes(sheet.id ?? '')
      : sheet.kind === 'units'
        ? names.attributes
        : undefined
  const attribute = owned?.findHeading(text)
  return attribute === undefined ? undefined : { column: 'attribute', id: attribute.id }
}

function periodOf(
  text: string,
  factId: string,
  names: Catalogue,
  current: boolean,
): string | undefined {
  const fact = names.facts.find(factId)
  if (fact === undefined || !names.isDated(fact)) return undefined
  // A period outside the covered period is still a period: it is refused where its values stand.
  const free = readPeriod(text, text, { ...names.periodsOf(fact, false), list: null })
  const reading = names.readPeriod(fact, text, text, false, current)
  return 'fault' in reading ? ('fault' in free ? undefined : free.value) : reading.value
}

/** A heading such as `参学率`, `参学率（4月）`, or `4月` under 参学率. */
function factMeaning(
  top: string,
  sub: string,
  sheet: SheetAnchor,
  names: Catalogue,
): ColumnMeaning | undefined {
  const current = sheet.kind !== 'previous'
  const fact =
    names.facts.findHeading(sub) ?? names.facts.findHeading(top) ?? names.facts.find(sheet.id ?? '')
  if (fact === undefined) return undefined
  if (!names.isDated(fact)) {
    const named = names.facts.findHeading(sub) ?? names.facts.findHeading(top)
    return named === undefined ||
      (sub !== '' && top !== '' && names.facts.findHeading(sub) === undefined && sub !== top)
      ? undefined
      : { column: 'fact-value', fact: fact.id, period: null }
  }
  const words = [sub, inBrackets(sub), inBrackets(top), top]
  for (const word of words) {
    const period =
      word === undefined || word === '' ? undefined : periodOf(word, fact.id, names, current)
    if (period !== undefined) return { column: 'fact-value', fact: fact.id, period }
  }
  return undefined
}

function markMeaning(top: string, sub: string, names: Catalogue): ColumnMeaning | undefined {
  const mark = names.marks.findHeading(sub) ?? names.marks.findHeading(top)
  if (mark === undefined) return undefined
  const words = [sub, inBrackets(sub), inBrackets(top)].filter((w) => w !== undefined && w !== '')
  const party = words.map((w) => names.parties.find(w as string)).find((p) => p !== undefined)
  return { column: 'mark-value', item: mark.id, evaluator: party?.id ?? mark.judged.onlyEvaluator }
}

const REASON = /[的·:：/]?[（([]?(?:打分|评分|加分|扣分)?(?:理由|原因)[）)\]]?$/

// `典型经验理由`, `典型经验（组织部）的理由`, 理由 or 组织部理由 under 典型经验.
function reasonMeaning(top: string, sub: string, names: Catalogue): ColumnMeaning | undefined {
  const own = sub === '' ? top : sub
  if (!REASON.test(own) || names.marks.find(own) !== undefined) return undefined
  const rest = tidy(own.replace(REASON, ''))
  const mark = sub === '' ? markMeaning(rest, '', names) : markMeaning(top, rest, names)
  return mark?.column === 'mark-value' ? { ...mark, column: 'mark-reason' } : undefined
}

/**
 * What a column means by its headings.
 * @param top The heading, or the upper of two.
 * @param sub The lower of two headings, else empty.
 */
export function meaningOf(
  top: string,
  sub: string,
  sheet: SheetAnchor,
  names: Catalogue,
): ColumnMeaning | undefined {
  const reason = sheet.kind === 'marks' ? reasonMeaning(top, sub, names) : undefined
  if (reason !== undefined) return reason
  const plain = plainMeaning(sub === '' ? top : sub, sheet)
  // 分数 under the name of what is marked is the mark itself.
  const under =
    sheet.kind === 'marks' && plain === 'value' ? markMeaning(top, '', names) : undefined
  if (under !== undefined) return under
  if (plain !== undefined && plain !== 'ignored') return { column: plain }
  const special =
    attributeMeaning(sub === '' ? top : sub, sheet, names) ?? valueMeaning(top, sub, sheet, names)
  return special ?? (plain === undefined ? undefined : { column: plain })
}

function valueMeaning(
  top: string,
  sub: string,
  sheet: SheetAnchor,
  names: Catalogue,
): ColumnMeaning | undefined {
  if (sheet.kind === 'facts' || sheet.kind === 'previous')
    return factMeaning(top, sub, sheet, names)
  return sheet.kind === 'marks' ? markMeaning(top, sub, names) : undefined
}

/** Headings that the sheet could have, for naming the nearest. */
export function headingsFor(sheet: SheetAnchor, names: Catalogue): readonly string[] {
  const plain = ALLOWED[sheet.kind]
    .filter((c) => c !== 'ignored')
    .flatMap((c) => HEADINGS[c].slice(0, 1))
  if (sheet.kind === 'event')
    return [...plain, ...names.eventAttributes(sheet.id ?? '').all.map((a) => a.name)]
  if (sheet.kind === 'units') return [...plain, ...names.attributes.all.map((a) => a.name)]
  if (sheet.kind === 'marks')
    return [...plain, ...names.marks.all.flatMap((m) => [m.name, `${m.name}理由`])]
  return sheet.kind === 'facts' || sheet.kind === 'previous'
    ? [...plain, ...names.facts.all.map((f) => f.name)]
    : plain
}
