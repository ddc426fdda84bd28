import { type Sort, broken } from './sort.ts'

export const keys: readonly Sort[] = [
  {
    sort: 'a keyword at the top is misspelt',
    code: 'unknown-key',
    files: [
      broken('负担上限: 40', '‹负担上线›: 40', '负担上限'),
      broken('以上以下: 含本数', '‹以上和以下›: 含本数', '以上以下'),
      broken('总分: {起', '‹总份›: {起', '总分'),
      broken('参与方:\n', '‹参加方›:\n', '参与方'),
      broken('版本: "1"', '版本: "1"\n‹备注›: 试行'),
    ],
  },
  {
    sort: 'a keyword inside is misspelt',
    code: 'unknown-key',
    files: [
      broken('名称: 乡镇团委', '‹名秤›: 乡镇团委', '名称'),
      broken('名称: 宣传部, 身份', '名称: 宣传部, ‹身分›', '身份'),
      broken('条款: 第九条', '‹条歀›: 第九条', '条款'),
      broken('未达标扣: 1.5', '‹未达标扣分›: 1.5', '未达标扣'),
      broken('{到: 0.01', '{‹保留›: 0.01', undefined, ['missing-key']),
    ],
  },
  {
    sort: 'a keyword that must be written is missing',
    code: 'missing-key',
    says: ['', '“名称”', '', '', '“措施”'],
    files: [
      broken('  - {编号: district, 名称: 区}', '  - ‹{›编号: district}'),
      broken('  - 编号: serve\n    名称: 服务\n', '  - ‹编›号: serve\n'),
      broken('{机关: 某区团委, 级别: 区县,', '‹{›机关: 某区团委,'),
      broken('{到: 0.01, 方式: 四舍五入}', '‹{›到: 0.01}'),
      broken(
        '  - 编号: praise\n    名称: 表彰\n    范围: {等次: [good]}\n    措施: 表彰\n',
        '  - ‹编›号: praise\n    名称: 表彰\n    范围: {等次: [good]}\n',
      ),
    ],
  },
  {
    sort: 'a keyword is written twice',
    code: 'duplicate-key',
    files: [
      broken('版本: "1"', '版本: "1"\n‹版本›: "2"'),
      broken('  止: 2023-12-31', '  止: 2023-12-31\n  ‹起›: 2023-02-01'),
      broken('分值: 8', '分值: 8\n    ‹分值›: 9'),
      broken('得: {区级: 2, 市级: 4}', '得: {区级: 2, 市级: 4, ‹区级›: 3}'),
      broken('      上限: 10', '      上限: 10\n      ‹上限›: 12'),
    ],
  },
  {
    sort: 'nothing stands after a keyword',
    code: 'empty-value',
    files: [
      broken('名称: 乡镇团委', '名称:‹›'),
      broken('负担上限: 40', '负担上限:‹›'),
      broken('        量: rate', '        量:‹›'),
      broken('      上限: 10', '      上限:‹›'),
      broken('    措施: 表彰', '    措施:‹›'),
    ],
  },
  {
    sort: 'something else than what belongs there',
    code: 'wrong-type',
    files: [
      broken('牵头: [office, press]', '牵头: ‹office›'),
      broken('选项: [区级, 市级]', '选项: ‹区级›'),
      broken('名称: 乡镇团委', '名称: ‹[›乡镇, 团委]'),
      broken('考核时段:\n  起: 2023-01-01\n  止: 2023-12-31', '考核时段: ‹2023年全年›'),
      broken('规则: {达标: {条件: staffed 且 trained > 30人, 得: 6}}', '规则: ‹配备到位得6分›'),
    ],
  },
  {
    sort: 'a list without members',
    code: 'wrong-type',
    files: [
      broken('牵头: [office, press]', '牵头: ‹[›]'),
      broken('选项: [三星, 四星, 五星]', '选项: ‹[›]'),
      broken('标识: [level, people]', '标识: ‹[›]'),
      broken('范围: {等次: [good]}', '范围: {等次: ‹[›]}'),
      broken('在后: [report]', '在后: ‹[›]'),
    ],
  },
]
