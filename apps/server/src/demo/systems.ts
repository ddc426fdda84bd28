/** The systems of the demonstration: which committee assesses, by which scheme folder, and in which period. */
export interface DemoSystem {
  readonly key: string
  readonly committee: string
  readonly kind: string
  readonly scheme: string
  readonly cycle: string
  readonly startsOn: string
  readonly endsOn: string
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
  },
  {
    key: 'dongguan',
    committee: '共青团东莞市委员会',
    kind: '市团委',
    scheme: 'dongguan-2017',
    cycle: '2017年度考核',
    startsOn: '2017-01-01',
    endsOn: '2017-12-31',
  },
  {
    key: 'ganzhou',
    committee: '共青团甘州区委员会',
    kind: '区团委',
    scheme: 'ganzhou-2023',
    cycle: '2023年度积分考核',
    startsOn: '2023-01-01',
    endsOn: '2023-12-31',
  },
  {
    key: 'guiyang',
    committee: '共青团贵阳市委员会',
    kind: '市团委',
    scheme: 'guiyang-2021',
    cycle: '2021年度社区团建考核',
    startsOn: '2021-01-01',
    endsOn: '2021-12-31',
  },
]
