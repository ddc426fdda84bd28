import { scores } from '../../tests/rules.ts'

scores('unscored_target 只有目标无分值', '状态: {条件: league-rate >= 97%}', {}, [
  {
    note: 'on the target',
    facts: { 'league-rate': '97%' },
    points: '0',
    status: 'target-only',
    reached: true,
    told: '建团率不少于97%：达到',
  },
  {
    note: 'below',
    facts: { 'league-rate': '96.9%' },
    points: '0',
    status: 'target-only',
    reached: false,
  },
  { note: 'unknown', points: '0', status: 'target-only' },
  {
    note: 'not applicable',
    facts: { 'league-rate': '不适用' },
    points: '0',
    status: 'not-applicable',
  },
])
