import type { Block } from '../block.ts'
import { addressee, blank, closing, heading, note, signature, text, title } from '../words.ts'
import { official } from './kind.ts'
import { byLoss, figure, frameOf, ordinal, sayOutcome, sayRatified } from './say.ts'
import type { ToldCategory, ToldUnit } from './told.ts'

const MOST_NAMED = 5
const named = (words: readonly string[]): string =>
  `${words.slice(0, MOST_NAMED).join('、')}${words.length > MOST_NAMED ? `等${words.length}项` : ''}`

/** What went well and what did not in a category, in one sentence. */
function sayCategory({ name, points, full, items }: ToldCategory): string {
  const whole = items.filter(({ lost, full: most, points: got }) => lost === null && most === got)
  const lost = byLoss(items)
  const well = whole.length === 0 ? [] : [`得满分的有${named(whole.map((one) => one.name))}`]
  const badly = lost.map((one) => `${one.name}失${figure(one.lost ?? '')}分`)
  const said = [...well, badly.length === 0 ? '没有失分' : `失分较多的有${named(badly)}`]
  return `${name}得${figure(points)}分${full === null ? '' : `，满分${full}分`}。${said.join('；')}。`
}

function partsOf(unit: ToldUnit): Block[][] {
  const outcome = sayOutcome(unit)
  const { categories, comment } = unit
  const sections: [string, readonly string[]][] = [
    ['考核结果', outcome === null ? [] : [`${unit.name}${outcome}`]],
    ['各类工作的成绩和不足', (categories ?? []).map(sayCategory)],
    ['综合评定意见', comment === null ? [] : [comment]],
  ]
  return sections
    .filter(([, said]) => said.length > 0)
    .map(([name, said], at) => [
      heading(1, `${ordinal(at)}、${name}`),
      ...said.flatMap((one) => text(one)),
    ])
}

/** 反馈函: what the leader in charge of a unit is told of its result. */
export const feedback = official({
  id: 'feedback',
  name: '反馈函',
  about: 'unit',
  paper: ({ office, units }) => {
    const unit = units[0]!
    const opening = `${sayRatified(office)}，现将${unit.name}${office.title}的结果函告如下。`
    const children = [
      title(`关于反馈${unit.name}\n${office.title}结果的函`),
      blank(),
      addressee(unit.leader),
      ...text(opening),
      ...partsOf(unit).flat(),
      closing('特此函告。'),
      signature(office.issuer, office.signedOn),
      ...(office.contact === '' ? [] : [note(office.contact)]),
    ]
    const name = `关于反馈${unit.name}${office.title}结果的函`
    return { ...frameOf(office), form: 'letter', name, children }
  },
})
