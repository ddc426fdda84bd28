import type { Phrase } from '../model/index.ts'

/** Why what is written cannot stand in a rule that is applied to one row by itself. */
export const ROW_PHRASES = {
  ownOnly: {
    zh: '逐条计分的算式只看这一条自己的属性，不能再汇总；按总数计分用“公式”，按条件计分用“前提”',
    en: 'a formula told row by row sees the attributes of its row only, and folds nothing; use 公式 for points by a total, 前提 for points on a condition',
  },
  noFolds: {
    zh: '逐条计分的规则里不能再汇总',
    en: 'a rule told row by row cannot fold rows again',
  },
  noPrevious: {
    zh: '逐条计分的规则里不能与上年比较',
    en: 'a rule told row by row cannot compare with last year',
  },
  noTypes: {
    zh: '逐条计分的规则里不能区分考核对象类别',
    en: 'a rule told row by row cannot tell kinds of assessees apart',
  },
  noPeers: {
    zh: '逐条计分的规则里不能与其他单位比较',
    en: 'a rule told row by row cannot compare with other units',
  },
  noMarks: {
    zh: '逐条计分的规则里不能打分',
    en: 'nobody can give marks in a rule told row by row',
  },
} as const satisfies Readonly<Record<string, Phrase>>
