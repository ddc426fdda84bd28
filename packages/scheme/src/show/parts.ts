import {
  type Scheme,
  type Step,
  shape,
  totalShape,
  rankingShape,
  consequenceShape,
  gradeShape,
  overrideShape,
} from '@kaohe/engine'
import type { Fielded, Teller } from './say.ts'

/** The head of the text: name, issue, period, and who is assessed. */
export function beginning(scheme: Scheme): string[] {
  const { issue, period } = scheme
  return [
    `# ${scheme.name}`,
    '',
    ...(scheme.summary === undefined ? [] : [scheme.summary, '']),
    `- 发文：${[issue.body, issue.number, issue.signed].filter((one) => one !== undefined).join('，')}`,
    `- 考核时段：${period ? `${period.from} 至 ${period.to}` : '原文没有写明'}`,
    `- 考核对象：${scheme.assessees.map((one) => one.name).join('、')}`,
    '',
  ]
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length > 0 ? [`## ${title}`, '', ...lines, ''] : []
}

/** What is left of an object when its heading is taken out, in one sentence. */
function rest(of: Fielded, value: object, teller: Teller, without: readonly string[]): string {
  const fields = Object.fromEntries(
    Object.entries(of.fields).filter(([name]) => !without.includes(name)),
  )
  return teller.say(shape.object(fields), value)
}

function named(
  of: Fielded,
  list: readonly { readonly name: string }[] | undefined,
  teller: Teller,
): string[] {
  return (list ?? []).map((one) => {
    const said = rest(of, one, teller, ['id', 'name'])
    return `- ${one.name}${said === '' ? '' : `：${said}`}`
  })
}

// `2023-12-10 12:00`, `每月15`, `报送之后10个工作日`.
function whenOf(step: Step, teller: Teller): string {
  const hour = step.hour === undefined ? '' : ` ${step.hour}`
  const dates = [step.from, step.due].filter((one) => one !== undefined).join(' 至 ')
  if (dates !== '') return `${dates}${hour}`
  if (step.monthly !== undefined) return `每月${step.monthly}${hour}`
  if (step.relative !== undefined && step.days !== undefined) {
    const unit = step.workdays === true ? '个工作日' : '天'
    return `${teller.nameOf(step.relative, 'step')}之后${step.days}${unit}${hour}`
  }
  return step.event ?? step.wording ?? '时间没有写明'
}

function steps(scheme: Scheme, teller: Teller): string[] {
  return (scheme.calendar ?? []).map((step) => {
    const when = whenOf(step, teller)
    const who = step.owner
      ? `（${step.owner.map((id) => teller.nameOf(id, 'party')).join('、')}）`
      : ''
    return `- ${when}：${step.name}${who}`
  })
}

/** What follows the score: total, rank, grades, vetoes, consequences, the calendar and the texts referred to. */
export function afterwards(scheme: Scheme, teller: Teller): string[] {
  const total = scheme.total ? [`- ${teller.say(totalShape, scheme.total)}`] : []
  const ranking = scheme.ranking
    ? [`- ${teller.filled('ranking', rankingShape, scheme.ranking)}`]
    : []
  const texts = (scheme.texts ?? []).map(
    (one) =>
      `- ${one.name}${one.number ?? ''}：${one.supplied ? '已有' : '**未取得**'}${one.needed === undefined ? '' : `，用于${one.needed}`}`,
  )
  return [
    ...section('总分', total),
    ...section('排名', ranking),
    ...section('等次', named(gradeShape, scheme.grading?.grades, teller)),
    ...section('否决和降等', named(overrideShape, scheme.overrides, teller)),
    ...section('结果运用', named(consequenceShape, scheme.consequences, teller)),
    ...section('日程', steps(scheme, teller)),
    ...section('引用文件', texts),
  ]
}
