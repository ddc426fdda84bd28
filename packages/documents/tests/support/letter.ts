import type { EvaluationLetter } from '../../src/index.ts'

/** A letter to the leader of a place, as tests change it. */
export const letterTo = (place: string): EvaluationLetter => ({
  issuer: '共青团示范县委员会',
  number: null,
  body: `中共${place}委员会`,
  leader: '李四',
  post: '党委副书记',
  unit: `${place}团委`,
  subject: '2023年度考核',
  source: '党委评价',
  clause: '第三条（二）',
  asked: [
    { name: '工作评价', range: '0—100分，可以有一位小数' },
    { name: '等次', range: '好、较好、一般、差' },
  ],
  remark: 300,
  link: 'https://kaohe.example.cn/letter#token',
  dueOn: '2024-02-01',
  day: '2024-01-20',
  contact: '张三 0797-1234567',
  reminder: false,
})
