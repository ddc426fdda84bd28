import type { Block } from '../block.ts'
import { table } from '../tables.ts'
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
import { byRank, frameOf, ordinal, sayRatified } from './say.ts'
import type { Told, ToldUnit } from './told.ts'

const names = (units: readonly ToldUnit[]): string => units.map(({ name }) => name).join('、')

/** Grades, the best first, each with its units in the order of the list, which tells no rank. */
function grades({ grades: all, units }: Told): string[] {
  const groups = all.flatMap((grade) => {
    const mine = units.filter((one) => one.grade === grade)
    return mine.length === 0 ? [] : [`${grade}（${mine.length}个）：${names(mine)}。`]
  })
  const adjusted = units.filter(({ computedGrade }) => computedGrade !== undefined)
  const said = adjusted.map(
    ({ name, grade, computedGrade }) => `${name}（按得分计算为${computedGrade}，调整为${grade}）`,
  )
  return said.length === 0 ? groups : [...groups, `经会议调整的：${said.join('、')}。`]
}

function commendations({ units }: Told): string[] {
  const all = [...new Set(units.flatMap(({ commended }) => commended))]
  return all.map(
    (one) => `${one}：${names(units.filter(({ commended }) => commended.includes(one)))}。`,
  )
}

function outside({ units }: Told): string[] {
  const all = units.filter(({ out }) => out !== null)
  return all.length === 0 ? [] : [`${names(all)}。`]
}

const ATTACHED = '名次表'

function ranks({ units }: Told): Block[] {
  const placed = byRank(units)
  const hasTotal = placed.every(({ total }) => total !== null)
  const hasGroups = placed.some(({ rank }) => rank!.among !== null)
  const columns = [
    ...(hasGroups ? [{ heading: '组别', share: 20 }] : []),
    { heading: '名次', share: 10, figures: true as const },
    { heading: '单位', share: 40 },
    { heading: '等次', share: 15, figures: true as const },
    ...(hasTotal ? [{ heading: '总分', share: 15, figures: true as const }] : []),
  ]
  const rows = placed.map(({ name, rank, grade, total }) => [
    ...(hasGroups ? [rank!.among ?? ''] : []),
    `${rank!.at}`,
    name,
    grade ?? '',
    ...(hasTotal ? [total ?? ''] : []),
  ])
  return [attached(), title(ATTACHED), blank(), table(columns, rows)]
}

/** 通报: the grades of all units by groups, commendations, and ranks where these are told to all. */
export const circular = official({
  id: 'circular',
  name: '通报',
  about: 'all',
  paper: (told) => {
    const { office, ranking } = told
    const sections = (
      [
        ['考核等次', grades(told)],
        ['表彰', commendations(told)],
        ['不参加评定的单位', outside(told)],
      ] as const
    ).filter(([, said]) => said.length > 0)
    const copied = {
      copies: office.copies,
      printer: `${office.issuer}办公室`,
      day: office.signedOn,
    }
    const children = [
      title(`关于${office.title}结果的通报`),
      blank(),
      addressee('各有关单位'),
      ...text(`${sayRatified(office)}，现将${office.title}的结果通报如下。`),
      ...sections.flatMap(([name, said], at) => [
        heading(1, `${ordinal(at)}、${name}`),
        ...said.flatMap((one) => text(one)),
      ]),
      closing('特此通报。'),
      ...attachments(ranking ? [ATTACHED] : []),
      signature(office.issuer, office.signedOn),
      ...(office.contact === '' ? [] : [note(office.contact)]),
      ...(ranking ? ranks(told) : []),
    ]
    const name = `关于${office.title}结果的通报`
    return { ...frameOf(office), form: 'document', name, children, colophon: copied }
  },
})
