import { refuses, scores } from '../../tests/rules.ts'

scores('explicit_formula', '公式: {式: followers / students * 100分}', {}, [
  {
    note: 'a quarter',
    facts: { followers: 50, students: 200 },
    points: '25',
    told: '关注除以学生乘100分，得25分',
  },
  { note: 'a third, exactly', facts: { followers: 1, students: 3 }, points: '100/3' },
  { note: 'nobody to follow', facts: { followers: 0, students: 0 }, points: '..', status: 'open' },
  { note: 'unknown', facts: { followers: 50 }, points: '0..', status: 'provisional' },
])

scores('a bare figure counts as points', '公式: {式: "如果(built, 2, 0)"}', {}, [
  { note: 'said without a unit', facts: { built: true }, points: '2' },
])

refuses([['公式: {式: followers + students}', '人']])
