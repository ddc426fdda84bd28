import { blank, heading, text, title } from '../words.ts'
import { official } from './kind.ts'
import { frameOf, ordinal, sayOutcome, sayRatified } from './say.ts'

/** 综合评定意见: the outcome and the opinion on every unit, in one document. */
export const opinions = official({
  id: 'opinions',
  name: '综合评定意见',
  about: 'all',
  paper: ({ office, units }) => {
    const name = `${office.title}综合评定意见`
    const children = [
      title(name),
      blank(),
      ...text(`${sayRatified(office)}。共${units.length}个单位。`),
      ...units.flatMap((unit, at) => [
        heading(1, `${ordinal(at)}、${unit.name}`),
        ...text(sayOutcome(unit) ?? '等次还没有定。'),
        ...(unit.comment === null ? [] : text(unit.comment)),
      ]),
    ]
    return { ...frameOf(office), form: 'plain', name, children }
  },
})
