import type { Block } from '../block.ts'
import {
  addressee,
  attached,
  attachments,
  blank,
  closing,
  heading,
  note,
  signature,
  text,
  title,
} from '../words.ts'
import { official } from './kind.ts'
import { pointsTable } from './points-table.ts'
import { figure, frameOf, lostIn, ordinal, sayItem, sayOutcome, sayRatified } from './say.ts'
import type { ToldItem, ToldUnit } from './told.ts'

function sayLoss(item: ToldItem, at: number): string {
  const { points, full, lost, lines } = item
  const of = full === null ? '' : `满分${full}分，得${figure(points)}分，`
  const why = lines[0] === undefined ? '' : `：${lines[0]}`
  return `${at + 1}.${sayItem(item)}，${of}失${figure(lost ?? '')}分${why}。`
}

function partsOf(unit: ToldUnit): Block[] {
  const lost = unit.categories && lostIn(unit.categories)
  const outcome = sayOutcome(unit)
  const sections: [string, readonly string[]][] = [
    ['考核结果', outcome === null ? [] : [`你单位${outcome}`]],
    ['失分情况', lost === null ? [] : lost.length === 0 ? ['各项都没有失分。'] : lost.map(sayLoss)],
    ['综合评定意见', unit.comment === null ? [] : [unit.comment]],
  ]
  return sections
    .filter(([, said]) => said.length > 0)
    .flatMap(([name, said], at) => [
      heading(1, `${ordinal(at)}、${name}`),
      ...said.flatMap((one) => text(one)),
    ])
}

const ATTACHED = '各项得分表'

function pointsOf({ name, categories }: ToldUnit): Block[] {
  if (categories === null) return []
  return [attached(), title(`${name}${ATTACHED}`), blank(), pointsTable(categories)]
}

/** 结果通知: what a unit is told of its own result, with what it lost and why. */
export const notice = official({
  id: 'notice',
  name: '结果通知',
  about: 'unit',
  paper: ({ office, units }) => {
    const unit = units[0]!
    const children = [
      title(`关于${office.title}结果的通知`),
      blank(),
      addressee(unit.name),
      ...text(`${sayRatified(office)}，现将你单位${office.title}的结果通知如下。`),
      ...partsOf(unit),
      closing('特此通知。'),
      ...attachments(unit.categories === null ? [] : [ATTACHED]),
      signature(office.issuer, office.signedOn),
      ...(office.contact === '' ? [] : [note(office.contact)]),
      ...pointsOf(unit),
    ]
    const name = `关于${unit.name}${office.title}结果的通知`
    return { ...frameOf(office), form: 'document', name, children }
  },
})
