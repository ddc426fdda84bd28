/** The systems of the demonstration: which committee assesses, by which scheme folder, and in which period. */
export interface DemoSystem {
  readonly key: string
  readonly committee: string
  readonly kind: string
  readonly scheme: string
  readonly cycle: string
  readonly startsOn: string
  readonly endsOn: string
  /** The day it is in the demonstration on the day on which it is loaded; every later day is one later. */
  readonly today: string
  /** What a unit asks about a clause, and how the meeting ruled. Invented. */
  readonly question: {
    readonly clause: string
    readonly text: string
    readonly answer: string
    readonly body: string
  }
  /** The folder of its work points, if it has any. */
  readonly plan?: string
  /** The year before, concluded; made of the same folder, with the year written anew wherever it stands. */
  readonly before?: Pick<DemoSystem, 'cycle' | 'startsOn' | 'endsOn'>
}

export const demoSystems: readonly DemoSystem[] = [
  {
    key: 'neimenggu',
    committee: '共青团内蒙古自治区委员会',
    kind: '自治区团委',
    scheme: 'neimenggu-2020',
    cycle: '2020年度盟市团委考核',
    startsOn: '2020-01-01',
    endsOn: '2020-12-31',
    today: '2020-12-17',
    question: {
      clause: '三（五）',
      text: '同一个项目既是创新项目又受表彰，两项都能申报吗？',
      answer: '只能申报其中分数高的一项',
      body: '自治区团委书记会',
    },
    plan: 'neimenggu-2020-priorities',
    before: {
      cycle: '2019年度盟市团委考核',
      startsOn: '2019-01-01',
      endsOn: '2019-12-31',
    },
  },
  {
    key: 'dongguan',
    committee: '共青团东莞市委员会',
    kind: '市团委',
    scheme: 'dongguan-2017',
    cycle: '2017年度考核',
    startsOn: '2017-01-01',
    endsOn: '2017-12-31',
    today: '2018-01-19',
    question: {
      clause: '五（三）',
      text: '支撑材料报送以后发现缺页，补送算不算逾期？',
      answer: '截止日以前补齐的不算逾期',
      body: '团市委党组会',
    },
  },
  {
    key: 'ganzhou',
    committee: '共青团甘州区委员会',
    kind: '区团委',
    scheme: 'ganzhou-2023',
    cycle: '2023年度积分考核',
    startsOn: '2023-01-01',
    endsOn: '2023-12-31',
    today: '2023-07-12',
    question: {
      clause: '第九条',
      text: '同一人在两个单位参学，参学人数算在哪个单位？',
      answer: '算在团组织关系所在的单位',
      body: '团区委书记会',
    },
  },
  {
    key: 'guiyang',
    committee: '共青团贵阳市委员会',
    kind: '市团委',
    scheme: 'guiyang-2021',
    cycle: '2021年度社区团建考核',
    startsOn: '2021-01-01',
    endsOn: '2021-12-31',
    today: '2021-07-22',
    question: {
      clause: '第三条',
      text: '与辖区单位合办的活动，算不算当月的活动？',
      answer: '由社区团组织牵头的算',
      body: '团市委书记会',
    },
  },
]
