import { type Sort, broken } from './sort.ts'

export const words: readonly Sort[] = [
  {
    sort: 'a word that is not among the choices',
    code: 'unknown-word',
    files: [
      broken('名称: 办公室, 身份: 部门', '名称: 办公室, 身份: ‹部们›', '部门'),
      broken('方式: 四舍五入', '方式: ‹四舍伍入›', '四舍五入'),
      broken('措施: 表彰', '措施: ‹表扬›', '表彰'),
      broken('并列: 并列占位', '并列: ‹并列›'),
      broken('名称: 星级, 类型: 选项', '名称: 星级, 类型: ‹选向›', '选项'),
    ],
  },
  {
    sort: 'a word that people use for one of the choices',
    code: 'unknown-word',
    files: [
      broken('名称: 参学率, 类型: 数值', '名称: 参学率, 类型: ‹百分比›', '数值'),
      broken('名称: 培训人数, 类型: 数值', '名称: 培训人数, 类型: ‹整数›', '数值'),
      broken('名称: 配备到位, 类型: 是否', '名称: 配备到位, 类型: ‹布尔›', '是否'),
      broken('名称: 会议, 类型: 数值', '名称: 会议, 周期: ‹月度›, 类型: 数值', '每月'),
      broken('评价方式: desk, 性质: 基本', '评价方式: desk, 性质: ‹加分项›', '加分'),
    ],
  },
  {
    sort: 'neither 是 nor 否',
    code: 'unknown-word',
    files: [
      broken('单位: 人}\n  - {编号: staffed', '单位: 人, 整数: ‹true›}\n  - {编号: staffed', '是'),
      broken('单位: 人}\n  - {编号: staffed', '单位: 人, 整数: ‹yes›}\n  - {编号: staffed', '是'),
      broken('单位: 百分点}', '单位: 百分点, 可不适用: ‹false›}', '否'),
      broken('单位: 百分点}', '单位: 百分点, 可不适用: ‹无›}', '否'),
      broken('单位: 百分点}', '单位: 百分点, 可不适用: ‹也许›}'),
    ],
  },
  {
    sort: 'a day that does not exist',
    code: 'no-such-day',
    files: [
      broken('起: 2023-01-01', '起: ‹2023-02-30›'),
      broken('起: 2023-01-01', '起: ‹2023-13-01›'),
      broken('起: 2023-01-01', '起: ‹2023-00-10›'),
      broken('成文日期: 2023-01-05', '成文日期: ‹2023-02-29›'),
      broken('止: 2023-12-10', '止: ‹2023-11-31›'),
    ],
  },
  {
    sort: 'a stretch of days that ends before it begins',
    code: 'reversed-window',
    files: [
      broken('止: 2023-12-31', '止: ‹2022-12-31›'),
      broken('止: 2023-12-31', '止: ‹2022-12-30›'),
      broken('起: 2023-01-01\n  止: 2023-12-31', '起: 2023-12-31\n  止: ‹2023-01-01›'),
      broken('    分值: 8\n', '    分值: 8\n    时段: {起: 2023-06-01, 止: ‹2023-05-31›}\n'),
      broken('    分值: 8\n', '    分值: 8\n    时段: {止: ‹2023-02-01›, 起: 2023-03-01}\n'),
    ],
  },
  {
    sort: 'a date in another form',
    code: 'bad-date',
    files: [
      broken('起: 2023-01-01', '起: ‹2023.1.1›', '2023-01-01'),
      broken('起: 2023-01-01', '起: ‹2023年1月1日›', '2023-01-01'),
      broken('起: 2023-01-01', '起: ‹2023/01/01›', '2023-01-01'),
      broken('成文日期: 2023-01-05', '成文日期: ‹2023-1-5›', '2023-01-05'),
      broken('止: 2023-12-10', '止: ‹12月10日›'),
    ],
  },
  {
    sort: 'points that are no number',
    code: 'bad-number',
    files: [
      broken('分值: 8', '分值: ‹八分›', '8分'),
      broken('未达标扣: 1.5', '未达标扣: ‹1,5›'),
      broken('起评分: 100', '起评分: ‹1OO›', '100'),
      broken('上级: basic, 上限: 30', '上级: basic, 上限: ‹3O›', '30'),
      broken('分值: 8', '分值: ‹约8›'),
    ],
  },
  {
    sort: 'an amount of money in another unit',
    code: 'unit-mismatch',
    files: [
      broken('措施: 表彰', '措施: 奖金, 金额表: {1: ‹2万›}', '2万元'),
      broken('措施: 表彰', '措施: 奖金, 金额表: {1: 5000元, 2—3: ‹3千›}', '3千元'),
      broken('措施: 表彰', '措施: 奖金, 金额表: {1: ‹5000分›}'),
      broken('措施: 表彰', '措施: 奖金, 金额表: {1: ‹10%›}'),
      broken('措施: 表彰', '措施: 奖金, 金额表: {1: ‹20人›}'),
    ].map((one) => ({ ...one, by: one.by.replaceAll(', 金额表', '\n    金额表') })),
  },
  {
    sort: 'full-width digits',
    code: 'look-alike',
    files: [
      broken('分值: 8', '分值: ‹８›', '8'),
      broken('起评分: 100', '起评分: ‹１›００', '100'),
      broken('占比: 70%', '占比: 70‹％›', '70%'),
      broken('负担上限: 40', '负担上限: 4‹０›', '40'),
      broken('起: 2023-01-01', '起: ‹２›023-01-01', '2023-01-01'),
    ],
  },
  {
    sort: 'a share without its sign',
    code: 'missing-unit',
    files: [
      broken('占比: 70%', '占比: ‹70›', '70%'),
      broken('占比: 70%', '占比: ‹0.7›', '70%'),
      broken('占比: 30%', '占比: ‹30›', '30%'),
      broken('占比: 30%', '占比: ‹0.3›', '30%'),
      broken('占比: 30%', '占比: ‹1›', '100%'),
    ],
  },
  {
    sort: 'percentage points for a share',
    code: 'percent-or-point',
    files: [
      broken('占比: 70%', '占比: ‹70百分点›'),
      broken('占比: 70%', '占比: ‹70个百分点›'),
      broken('占比: 30%', '占比: ‹30百分点›'),
      broken('占比: 30%', '占比: ‹3个百分点›'),
      broken('占比: 30%', '占比: ‹0.3百分点›'),
    ],
  },
  {
    sort: 'a count with something besides digits',
    code: 'bad-number',
    files: [
      broken('负担上限: 40', '负担上限: ‹40项›'),
      broken('负担上限: 40', '负担上限: ‹-4›'),
      broken('负担上限: 40', '负担上限: ‹4.5›'),
      broken('负担上限: 40', '负担上限: ‹四十›'),
      broken('负担上限: 40', '负担上限: ‹40%›'),
    ],
  },
  {
    sort: 'points in another unit',
    code: 'unit-mismatch',
    files: [
      broken('分值: 8', '分值: ‹8人›', '8'),
      broken('未达标扣: 1.5', '未达标扣: ‹1.5次›', undefined),
      broken('起评分: 100', '起评分: ‹100%›', '100'),
      broken('上级: basic, 上限: 30', '上级: basic, 上限: ‹30元›', '30'),
      broken('分值: 8', '分值: ‹8点›', '8'),
    ],
  },
  {
    sort: 'a range in no form that is known',
    code: 'bad-range',
    files: [
      broken('范围: 不足100%', '范围: ‹大概100%›'),
      broken('范围: 不足100%', '范围: ‹100%左右›'),
      broken('范围: 不足100%', '范围: ‹低›'),
      broken('分数: 90分及以上', '分数: ‹90分以外›'),
      broken('分数: 不足90分', '分数: ‹不足九十分›'),
    ],
  },
  {
    sort: 'a range that holds nothing',
    code: 'empty-range',
    files: [
      broken('范围: 不足100%', '范围: ‹100%—90%›'),
      broken('范围: 不足100%', '范围: "‹[90%, 80%]›"'),
      broken('范围: 不足100%', '范围: "‹(90%, 90%)›"'),
      broken('分数: 不足90分', '分数: ‹90分至80分›'),
      broken('分数: 不足90分', '分数: ‹超过90分不足80分›'),
    ],
  },
  {
    sort: 'a range with two units',
    code: 'unit-mismatch',
    files: [
      broken('范围: 不足100%', '范围: ‹80%—100人›'),
      broken('范围: 不足100%', '范围: "‹[80%, 100百分点)›"'),
      broken('范围: 不足100%', '范围: ‹超过80%不足100次›'),
      broken('分数: 不足90分', '分数: ‹80人至90分›'),
      broken('分数: 不足90分', '分数: ‹80%至90分›'),
    ],
  },
]
