import { refuses, scores } from '../../tests/rules.ts'

scores('all_or_nothing 达标得满分', '达标: {条件: staffed, 得: 满分}', { full: '15' }, [
  {
    note: 'reached',
    facts: { staffed: true },
    points: '15',
    reached: true,
    told: '配备完善：是，得15分',
  },
  { note: 'missed', facts: { staffed: false }, points: '0', reached: false },
  { note: 'unknown', points: '0..15', status: 'provisional' },
])

scores('all_or_nothing, the symmetric swing', '达标: {条件: rate >= 95%, 得: 3, 未达标扣: 3}', {}, [
  { note: 'on the line', facts: { rate: '95%' }, points: '3' },
  { note: 'below', facts: { rate: '94.9%' }, points: '-3' },
  { note: 'unknown', points: '-3..3' },
  { note: 'not applicable', facts: { rate: '不适用' }, points: '0', status: 'not-applicable' },
])

scores('a fault once', '达标: {条件: entered-late, 扣: 2}', {}, [
  { note: 'late', facts: { 'entered-late': true }, points: '-2' },
  { note: 'in time', facts: { 'entered-late': false }, points: '0' },
])

scores('less for those who miss', '达标: {条件: brands >= 2个, 得: 5, 未达标得: 1}', {}, [
  { note: 'reached', facts: { brands: 2 }, points: '5' },
  { note: 'missed', facts: { brands: 1 }, points: '1' },
])

refuses([
  ['达标: {条件: staffed}', '没有写得几分或扣几分'],
  ['达标: {条件: staffed, 得: 满分}', '满分'],
  ['达标: {条件: staffed, 得: 1, 未达标得: 1, 未达标扣: 1}', '未达标又得又扣'],
])
