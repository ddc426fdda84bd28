export type Language = 'zh' | 'en'

/** A word that screens and files say in either language. */
export type Word = Readonly<Record<Language, string>>

const word = (zh: string, en: string): Word => ({ zh, en })

/** Words for what results say, by kind and by what code calls them. */
export const WORDS = {
  status: {
    scored: word('已定', 'scored'),
    provisional: word('暂定', 'provisional'),
    open: word('待定口径', 'open'),
    'not-applicable': word('不适用', 'not applicable'),
    'target-only': word('只有目标', 'target only'),
    'no-rule': word('无规则', 'no rule'),
  },
  met: {
    yes: word('是', 'yes'),
    no: word('否', 'no'),
    undecided: word('待定', 'undecided'),
  },
  reached: {
    yes: word('达到', 'reached'),
    no: word('未达到', 'not reached'),
    undecided: word('待定', 'undecided'),
  },
  missing: {
    fact: word('数据', 'fact'),
    event: word('事件', 'event'),
    mark: word('评分', 'mark'),
    previous: word('上年数据', 'last year’s fact'),
    peers: word('其他单位的数据', 'facts of peers'),
    attribute: word('单位属性', 'attribute'),
  },
  part: {
    source: word('评价方式', 'source'),
    category: word('类别', 'category'),
    base: word('基本分', 'base'),
    bonus: word('加分', 'bonus'),
    penalty: word('减分', 'penalty'),
  },
  measure: {
    commend: word('表彰', 'commendation'),
    recommend: word('推荐', 'recommendation'),
    money: word('奖金', 'money award'),
    funding: word('经费', 'funding'),
    circular: word('通报', 'circular'),
    talk: word('约谈', 'admonitory talk'),
    rectify: word('整改', 'rectification'),
    reassign: word('组织调整', 'reassignment'),
    ineligible: word('取消评优', 'no honours'),
    'cut-quota': word('削减名额', 'fewer places'),
    'add-quota': word('增加名额', 'more places'),
    publish: word('公布', 'publication'),
    feedback: word('反馈', 'feedback'),
    other: word('其他', 'other'),
  },
  column: {
    unit: word('单位', 'Unit'),
    total: word('总分', 'Total'),
    rank: word('名次', 'Rank'),
    grade: word('等次', 'Grade'),
    item: word('指标', 'Indicator'),
    points: word('得分', 'Score'),
    full: word('分值', 'Points'),
    clause: word('条款', 'Clause'),
    reasons: word('理由', 'Reasons'),
    unbounded: word('不限', 'unbounded'),
  },
} as const

/**
 * A word in a language.
 * @example
 * say('status', 'scored', 'zh') // '已定'
 */
export function say<K extends keyof typeof WORDS>(
  kind: K,
  code: keyof (typeof WORDS)[K],
  language: Language,
): string {
  return (WORDS[kind][code] as Word)[language]
}
