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
  missing: {
    fact: word('数据', 'fact'),
    event: word('事件', 'event'),
    mark: word('打分', 'mark'),
    previous: word('上年数据', 'last year'),
    peers: word('其他单位的数据', 'peers'),
    attribute: word('单位属性', 'attribute'),
  },
  part: {
    base: word('基本项', 'Base'),
    bonus: word('加分项', 'Bonus'),
    penalty: word('减分项', 'Penalty'),
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
