import { type Sort, broken } from './sort.ts'

const RULE = '规则: {达标: {条件: staffed 且 trained > 30人, 得: 6}}'

export const rules: readonly Sort[] = [
  {
    sort: 'a rule without a kind',
    code: 'no-kind',
    files: [
      broken(RULE, '规则: ‹{›上限: 6}'),
      broken(RULE, '规则: ‹{›下限: 0, 上限: 6}'),
      broken(RULE, '规则: ‹{›}'),
      broken(RULE, '规则: ‹{›舍入: {到: 1, 方式: 进一}}'),
      broken(RULE, '规则: ‹{›不得分: staffed}'),
    ],
  },
  {
    sort: 'a rule of two kinds',
    code: 'several-kinds',
    files: [
      broken(RULE, '规则: {达标: {条件: staffed, 得: 6}, ‹状态›: {条件: staffed}}'),
      broken('      上限: 10', '      ‹达标›: {条件: staffed, 得: 1}'),
      broken(RULE, '规则: {打分: {最高: 5, 依据: 台账}, ‹公式›: {式: 2分}}'),
      broken(
        RULE,
        '规则: {就高: {项: [{达标: {条件: staffed, 得: 6}}]}, ‹合计›: {项: [{达标: {条件: staffed, 得: 6}}]}}',
      ),
      broken(RULE, '规则: {达标: {条件: staffed, 得: 6}, 上限: 5, ‹打分›: {最高: 5, 依据: 台账}}'),
    ],
  },
  {
    sort: 'a kind that is misspelt',
    code: 'unknown-key',
    files: [
      broken('      分级: {事件', '      ‹分级计›: {事件', '分级'),
      broken(RULE, '规则: {‹达飙›: {条件: staffed, 得: 6}}', '达标'),
      broken('      分段:\n', '      ‹分断›:\n', '分段'),
      broken('      上限: 10', '      ‹上线›: 10', '上限'),
      broken(RULE, '规则: {‹按比列›: {量: trained, 目标: 30人, 满分: 5}}', '按比例'),
    ],
  },
  {
    sort: 'a parameter beside the kind instead of under it',
    code: 'misplaced-key',
    files: [
      broken('        未达标扣: 1.5', '      ‹未达标扣›: 1.5'),
      broken(
        '按: level, 得: {区级: 2, 市级: 4}}',
        '按: level, 得: {区级: 2, 市级: 4}}\n      ‹条件›: people > 2人',
      ),
      broken(RULE, '规则: {达标: {条件: staffed, 得: 6}, ‹未达标得›: 1}'),
      broken('      上限: 10', '      ‹读法›: 取一'),
      broken(RULE, '规则: {打分: {最高: 5, 依据: 台账}, ‹步长›: 1}'),
    ].map((one, i) =>
      i === 1
        ? broken(
            '      分级: {事件: volunteer, 按: level, 得: {区级: 2, 市级: 4}}',
            '      分级: {事件: volunteer, 按: level, 得: {区级: 2, 市级: 4}}\n      ‹条件›: people > 2人',
          )
        : one,
    ),
  },
  {
    sort: 'a modifier among the parameters of a kind',
    code: 'misplaced-key',
    files: [
      broken('得: {区级: 2, 市级: 4}}', '得: {区级: 2, 市级: 4}, ‹上限›: 5}'),
      broken(RULE, '规则: {达标: {条件: staffed, 得: 6, ‹下限›: 0}}'),
      broken(RULE, '规则: {每次: {量: meetings, 得: 1, ‹最多扣›: 3}}'),
      broken(RULE, '规则: {打分: {最高: 6, 依据: 台账, ‹不得分›: staffed}}'),
      broken('        未达标扣: 1.5', '        未达标扣: 1.5\n        ‹前提›: {条件: staffed}'),
    ],
  },
  {
    sort: 'a rule where the word for its place is left out',
    code: 'misplaced-key',
    files: [
      broken(RULE, '规则: {逐期: {‹达标›: {条件: staffed, 得: 6}, 取: 合计}}'),
      broken(RULE, '规则: {减扣: {起评: 6, ‹每次›: {量: meetings, 扣: 1}, 扣完为止: 是}}'),
      broken(RULE, '规则: {就高: {‹达标›: {条件: staffed, 得: 6}}}'),
      broken(
        RULE,
        '规则: {合计: {项: [{达标: {条件: staffed, 得: 6}}], ‹每次›: {量: meetings, 得: 1}}}',
      ),
      broken(
        '      达标:\n        条件: meetings >= 4次\n        得: 5\n        未达标扣: 1.5',
        '      逐期:\n        取: 合计\n        ‹达标›: {条件: meetings >= 4次, 得: 5}',
      ),
    ],
  },
  {
    sort: 'a range where a whole band belongs',
    code: 'misplaced-key',
    files: [
      broken('{范围: 不足100%, 扣: 2}', '{‹不足100%›: 2}', '{范围: 不足100%, 得: 2}'),
      broken('{范围: 100%及以上, 得: 3}', '{‹100%及以上›: 3}', '{范围: 100%及以上, 得: 3}'),
      broken('{范围: 不足100%, 扣: 2}', '{‹80%—90%›: 2}', '{范围: 80%—90%, 得: 2}'),
      broken('{范围: 不足100%, 扣: 2}', '‹其他›: 2', '{范围: 其他, 得: 2}'),
      broken('{范围: 不足100%, 扣: 2}', '{‹超过90%不足95%›: 2}', '{范围: 超过90%不足95%, 得: 2}'),
    ],
  },
  {
    sort: 'a word of notices where a kind must be named',
    code: 'unknown-key',
    files: [
      broken(RULE, '规则: {‹扣分›: {事件: volunteer, 扣: 1}}'),
      broken(RULE, '规则: {‹加分›: {事件: volunteer, 得: 1}, 上限: 5}'),
      broken(RULE, '规则: {‹得分›: {条件: staffed, 得: 6}}'),
      broken(RULE, '规则: {‹计分›: 6}'),
      broken(RULE, '规则: {‹评分›: {最高: 6}}'),
    ],
  },
  {
    sort: 'a sum of events inside a rule that counts each of them',
    code: 'rule-mistake',
    says: ['次数', '合计', '平均', '次数', '最高'],
    files: [
      broken(RULE, '规则: {每次: ‹{›事件: volunteer, 得: 次数(volunteer) * 1分}}'),
      broken(RULE, '规则: {每次: ‹{›事件: volunteer, 得: 合计(volunteer.people) / 10人 * 1分}}'),
      broken(
        RULE,
        '规则: {每次: ‹{›事件: volunteer, 条件: people > 平均(volunteer.people), 得: 1}}',
      ),
      broken(
        RULE,
        '规则: {分级: ‹{›事件: volunteer, 按: level, 条件: 次数(volunteer) > 2次, 得: {区级: 1, 市级: 2}}}',
      ),
      broken(RULE, '规则: {每次: ‹{›事件: volunteer, 得: 最高(volunteer.people) / 1人 * 1分}}'),
    ],
  },
  {
    sort: 'both 得 and 扣, or neither',
    code: 'rule-mistake',
    says: ['又得又扣', '又得又扣', '得', '又得又扣', '得'],
    files: [
      broken('得: 3}', '得: 3, 扣: ‹1›}'),
      broken('        得: 5\n        未达标扣: 1.5', '        得: 5\n        扣: ‹1.5›'),
      broken('{范围: 100%及以上, 得: 3}', '‹{›范围: 100%及以上}'),
      broken('得: {区级: 2, 市级: 4}}', '得: {区级: 2, 市级: 4}, 扣: ‹{›区级: 1}}'),
      broken(RULE, '规则: {每次: ‹{›事件: volunteer}}'),
    ],
  },
  {
    sort: 'a table or bands that do not fit the measure',
    code: 'rule-mistake',
    says: ['“人”', '区县', '“次”', '3次', '七星'],
    files: [
      broken('范围: 不足100%', '范围: ‹不足100人›'),
      broken('得: {区级: 2, 市级: 4}', '得: {‹区县›: 2, 市级: 4}'),
      broken('范围: 100%及以上, 得', '范围: ‹100次及以上›, 得'),
      broken('得: {区级: 2, 市级: 4}', '得: {‹3次›: 2, 市级: 4}'),
      broken(RULE, '规则: {对照: {量: star, 得: {五星: 3, ‹七星›: 5}}}'),
    ],
  },
]
