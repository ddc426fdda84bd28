import type { Directory } from '../names/index.ts'
import type { Column, Plan } from '../plan/index.ts'
import { plainOf, type Row } from '../grid/index.ts'
import { note, type Remark, say } from '../report/index.ts'
import { fold, tidy } from '../value/index.ts'

const TOTAL =
  /^(全?[省市县区镇乡]|本页|以上|各.*)?(合计|小计|总计|共计|累计|汇总|平均|平均值|平均数)(数|行)?[:：]?$/
const NOTE =
  /^(注|备注|说明|附注|附件|填表说明|填表人|填报人|填表单位|填表日期|填报日期|审核|审核人|制表|单位负责人|分管领导|主要负责人|联系人|联系电话|盖章|（盖章）|\(盖章\)|※|\*)/

function textOf(row: Row, index: number): string {
  const plain = plainOf(row.cell(index))
  return typeof plain === 'string' ? tidy(plain) : ''
}

function headingsAgain(row: Row, lead: Column | undefined, plan: Plan): boolean {
  if (lead === undefined || fold(textOf(row, lead.index)) !== fold(lead.heading)) return false
  const same = plan.columns.filter((c) => fold(textOf(row, c.index)) === fold(c.heading)).length
  return same >= 2 && same * 2 > plan.columns.length
}

function spokenReason(words: readonly string[]): Remark | undefined {
  const total = words.find((w) => TOTAL.test(w))
  if (total !== undefined)
    return note('total-row', say('是合计行，没有读', 'a row of totals; not read'), { found: total })
  const remark = words.find((w) => NOTE.test(w))
  if (remark === undefined) return undefined
  return note('note-row', say('是表下的注，没有读', 'a note below the table; not read'), {
    found: remark,
  })
}

/** Why a row holds no data of a unit: a total, a note below, headings again; undefined when it does. */
export function skipReason(
  row: Row,
  lead: Column | undefined,
  plan: Plan,
  units: Directory,
): Remark | undefined {
  const { first } = row
  const places = lead === undefined || lead.index === first ? [first] : [first, lead.index]
  const words = places.map((i) => textOf(row, i).replaceAll(' ', '')).filter((w) => w !== '')
  const spoken = words.some((w) => units.knows(w)) ? undefined : spokenReason(words)
  if (spoken !== undefined) return spoken
  if (headingsAgain(row, lead, plan))
    return note('headings-again', say('是重复的标题，没有读', 'headings again; not read'))
  return undefined
}
