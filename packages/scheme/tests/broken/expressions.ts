import { type Broken, type Sort, broken } from './sort.ts'

/** A condition in the place of the one that stands in the sound file; quoted, so that any text is YAML. */
function when(condition: string, nearest?: string): Broken {
  return broken('条件: meetings >= 4次', `条件: '${condition}'`, nearest)
}

export const expressions: readonly Sort[] = [
  {
    sort: 'a name that nothing has',
    code: 'unknown-name',
    files: [
      when('‹meeting› >= 4次', 'meetings'),
      when('staffed 且 ‹trianed› > 30人', 'trained'),
      broken('量: rate', '量: ‹raet›', 'rate'),
      when('次数(‹volunter›) >= 2次', 'volunteer'),
      when('合计(‹volunteer.peple›) > 2人', 'volunteer.people'),
    ],
  },
  {
    sort: 'the date of an event',
    code: 'unknown-name',
    says: ['“day”', '“day”', 'date', 'date', 'date'],
    files: ['day', 'day', 'time', 'time', 'when'].map((name, i) =>
      broken(
        '{达标: {条件: staffed 且 trained > 30人, 得: 6}}',
        `{每次: {事件: volunteer, ${i % 2 === 0 ? '得: 1, ' : '扣: 1, '}条件: ‹${name}› > 2024-06-30}}`,
      ),
    ),
  },
  {
    sort: 'a truth compared with 是 or 否',
    code: 'unknown-name',
    says: ['非 plan', '非 plan', '非 plan', '非 plan', '非 plan'],
    files: [
      when('staffed = ‹是›'),
      when('staffed = ‹否›'),
      when('staffed ≠ ‹是›'),
      when('staffed = ‹有›'),
      when('meetings > 3次 且 staffed = ‹是›'),
    ],
  },
  {
    sort: 'persons against times',
    code: 'unit-mismatch',
    says: ['次与人', '人与次', '次与人', '次与人', '人与次'],
    files: [
      when('meetings >= ‹4人›'),
      when('trained > ‹30次›'),
      when('meetings > ‹trained›'),
      when('次数(volunteer) >= ‹2人›'),
      when('合计(volunteer.people) >= ‹2次›'),
    ],
  },
  {
    sort: 'percent against percentage points',
    code: 'percent-or-point',
    says: ['%与百分点', '百分点与%', '百分点与%', '百分点与%', '%与百分点'],
    files: [
      when('rate >= ‹5百分点›'),
      when('growth > ‹5%›'),
      when('growth > ‹rate›'),
      when('rate - rate > ‹5%›'),
      when('rate >= ‹growth›'),
    ],
  },
  {
    sort: 'a bare number for a percentage',
    code: 'missing-unit',
    files: [
      when('rate >= ‹100›'),
      when('rate >= ‹0.9›'),
      when('rate >= ‹3/5›'),
      when('growth > ‹5›'),
      when('staffed 且 rate < ‹80›'),
      when('‹90› < rate'),
    ],
  },
  {
    sort: 'no condition',
    code: 'not-a-condition',
    says: ['以次计的数', '以次计的数', '以人计的数', '以%计的数', '以次计的数'],
    files: [
      when('‹meetings›'),
      when('‹meetings + 2›'),
      when('staffed 且 ‹trained›'),
      when('非 ‹rate›'),
      when('‹4次›'),
    ],
  },
  {
    sort: 'no number',
    code: 'not-a-number',
    says: ['条件', '词', '条件', '条件', '条件'],
    files: [
      when('‹staffed› + 1 > 2'),
      when('‹"好"› > 3'),
      when('meetings > ‹staffed›'),
      when('最大(meetings, ‹staffed›) > 3次'),
      when('meetings * ‹staffed› > 3次'),
    ],
  },
  {
    sort: 'a parenthesis without its other',
    code: 'unclosed-parenthesis',
    files: [
      when('‹(›meetings > 3次'),
      when('次数‹(›volunteer > 3次'),
      when('meetings > 3次‹)›'),
      when('staffed 且 ‹(›meetings > 3次'),
      when('最大‹(›meetings, 3次 > 2'),
    ],
  },
  {
    sort: 'an expression that ends too soon',
    code: 'unfinished-expression',
    files: [
      when('meetings >=‹›'),
      when('staffed 且‹›'),
      when('非‹›'),
      when('meetings > 3次 或‹›'),
      when('meetings +‹›'),
    ],
  },
  {
    sort: 'a function that is none',
    code: 'unknown-function',
    files: [
      when('‹次素›(volunteer) > 2', '次数'),
      when('‹求和›(meetings) > 2'),
      when('‹合记›(volunteer.people) > 2人', '合计'),
      when('‹绝对直›(meetings) > 2次', '绝对值'),
      when('‹如国›(staffed, 1, 2) > 1', '如果'),
    ],
  },
  {
    sort: 'a function used wrongly',
    code: 'wrong-arguments',
    says: ['“如果”', '“次数”', '“合计”', '“绝对值”', '“次数”'],
    files: [
      when('‹如果(staffed, 1)› > 1'),
      when('‹次数(volunteer.people)› > 2'),
      when('‹合计(volunteer)› > 2'),
      when('‹绝对值(meetings, trained)› > 2'),
      when('‹次数(1)› > 2'),
    ],
  },
  {
    sort: 'a character that belongs to no expression',
    code: 'bad-token',
    files: [
      when('meetings ‹?› 3'),
      when('meetings > 3 ‹;› staffed'),
      when('meetings ‹!› 3'),
      when('‹$›meetings > 3'),
      when('1 < meetings ‹<› 5次'),
    ],
  },
  {
    sort: 'a look-alike in an expression',
    code: 'look-alike',
    files: [
      when('m‹е›etings > 3次'),
      when('meetings > ‹３›次'),
      when('meetings ‹－› 3次 > 0次'),
      when('meetings ‹–› 3次 > 0次'),
      when('‹ｍ›eetings > 3次'),
    ],
  },
  {
    sort: 'a word that the choice does not have',
    code: 'unknown-word',
    says: ['五新', '六星', '市集', '省级', '以次计的数'],
    files: [
      when('star = ‹"五新"›', '"五星"'),
      when('star ≠ ‹"六星"›'),
      when('次数(volunteer, level = ‹"市集"›) > 1', '"市级"'),
      when('次数(volunteer, level = ‹"省级"›) > 1'),
      when('star = ‹3次›'),
    ],
  },
]
