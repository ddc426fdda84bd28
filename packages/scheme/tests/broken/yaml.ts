import { type Sort, broken, whole } from './sort.ts'

export const yaml: readonly Sort[] = [
  {
    sort: 'a full-width colon',
    code: 'fullwidth-colon',
    files: [
      broken('名称: 乡镇团委', '名称‹：›乡镇团委', '名称: '),
      broken('版本: "1"', '版本‹：›"1"', '版本: '),
      broken('    条款: 第九条', '    条款‹：› 第九条', '条款: '),
      broken('指标:\n', '指标‹：›\n', '指标: '),
      broken('{起评分: 100', '{起评分‹：›100', '起评分: '),
    ],
  },
  {
    sort: 'no space after a colon',
    code: 'missing-space',
    files: [
      broken('名称: 乡镇团委', '名称‹:›乡镇团委', '名称: '),
      broken('版本: "1"', '版本‹:›1', '版本: '),
      broken('    条款: 第九条', '    条款‹:›第九条', '条款: '),
      broken('负担上限: 40', '负担上限‹:›40', '负担上限: '),
      broken('  起: 2023-01-01', '  起‹:›2023-01-01', '起: '),
    ],
  },
  {
    sort: 'Chinese quotation marks',
    code: 'fullwidth-quote',
    files: [
      broken('编号: township', '编号: ‹“township”›', 'township'),
      broken('措施: 表彰', '措施: ‹“表彰”›', '表彰'),
      broken('范围: 不足100%', '范围: ‹“不足100%”›', '不足100%'),
      broken('起: 2023-01-01', '起: ‹“2023-01-01”›', '2023-01-01'),
      broken('占比: 70%', '占比: ‹“70%”›', '70%'),
      broken('单位: 百分点}', '单位: ‹“百分点”›}', '百分点'),
    ],
  },
  {
    sort: 'a full-width comma between members',
    code: 'fullwidth-comma',
    files: [
      broken('选项: [区级, 市级]', '选项: [‹区级，市级›]', '区级, 市级'),
      broken('选项: [三星, 四星, 五星]', '选项: [‹三星、四星›, 五星]', '三星, 四星'),
      broken('牵头: [office, press]', '牵头: [‹office，press›]', 'office, press'),
      broken('标识: [level, people]', '标识: [‹level、people›]', 'level, people'),
      broken('评价人: [office, press]', '评价人: [‹office，press›]', 'office, press'),
    ],
  },
  {
    sort: 'full-width brackets around a list',
    code: 'fullwidth-bracket',
    files: [
      broken('选项: [区级, 市级]', '选项: ‹［区级›, 市级］', undefined, ['unknown-key']),
      broken('标识: [level, people]', '标识: ‹【level, people】›', '[level, people]'),
      broken('牵头: [office, press]', '牵头: ‹［office，press］›', '[office, press]'),
      broken('    标识: [level, people]', '    标识: ‹［level, people］›', '[level, people]'),
      broken('    牵头: [office, press]', '    牵头: ‹【office、press】›', '[office, press]'),
    ],
  },
  {
    sort: 'a tab in the indentation',
    code: 'tab-indent',
    files: [
      broken('  起: 2023-01-01', '‹\t›起: 2023-01-01'),
      broken('    条款: 第九条', '  ‹\t›条款: 第九条'),
      broken('      上限: 10', '    ‹\t›上限: 10'),
      broken('    措施: 表彰', '‹\t›  措施: 表彰'),
      broken('    层级: town\n', '  ‹\t›层级: town\n'),
    ],
  },
  {
    sort: 'a special space in the indentation or after a colon',
    code: 'special-space',
    files: [
      broken('  起: 2023-01-01', '‹\u{3000}›起: 2023-01-01'),
      broken('    条款: 第九条', '   ‹\u{a0}›条款: 第九条'),
      broken('    条款: 第九条', '    条款:‹\u{a0}›第九条'),
      broken('负担上限: 40', '负担上限:‹\u{3000}›40'),
      broken('    措施: 表彰', '  ‹\u{3000}›措施: 表彰'),
    ],
  },
  {
    sort: 'an anchor',
    code: 'yaml-anchor',
    says: ['&a', '&leads', '&t', '&m', '&n'],
    files: [
      broken('名称: 乡镇团委', '名称: &a ‹乡镇团委›'),
      broken('牵头: [office, press]', '牵头: &leads ‹[›office, press]'),
      broken('{起评分: 100', '&t ‹{›起评分: 100'),
      broken('措施: 表彰', '措施: &m ‹表彰›'),
      broken('分值: 8', '分值: &n ‹8›'),
    ],
  },
  {
    sort: 'a tag',
    code: 'yaml-tag',
    says: ['!!str', '!list', '!!int', '!!timestamp', '!x'],
    files: [
      broken('名称: 乡镇团委', '名称: !!str ‹乡镇团委›'),
      broken('牵头: [office, press]', '牵头: !list ‹[›office, press]'),
      broken('分值: 8', '分值: !!int ‹8›'),
      broken('起: 2023-01-01', '起: !!timestamp ‹2023-01-01›'),
      broken('措施: 表彰', '措施: !x ‹表彰›'),
    ],
  },
  {
    sort: 'an alias',
    code: 'yaml-alias',
    files: [
      broken('名称: 乡镇团委', '名称: ‹*a›', undefined, ['empty-value', 'yaml-syntax']),
      broken('牵头: [office, press]', '牵头: ‹*leads›', undefined, ['empty-value', 'yaml-syntax']),
      broken('措施: 表彰', '措施: ‹*m›', undefined, ['empty-value', 'yaml-syntax']),
      broken('分值: 8', '分值: ‹*n›', undefined, ['empty-value', 'yaml-syntax']),
      broken('量: rate', '量: ‹*r›', undefined, ['empty-value', 'yaml-syntax']),
    ],
  },
  {
    sort: 'a second document',
    code: 'several-documents',
    files: [
      broken('指标:\n', '‹---›\n指标:\n', undefined, ['missing-key', 'unknown-reference']),
      broken('总分: {', '‹---›\n总分: {'),
      broken('排名: {', '‹---›\n排名: {'),
      broken('日程:\n', '‹---›\n日程:\n'),
      broken('结果运用:\n', '‹---›\n结果运用:\n'),
    ],
  },
  {
    sort: 'a value that starts with a sign of YAML',
    code: 'unquoted-value',
    files: [
      broken('范围: 不足100%', '范围: ‹[90%, 100%)›', '"[90%, 100%)"'),
      broken('范围: 不足100%', '范围: ‹[90%, 100%]›', '"[90%, 100%]"'),
      broken('范围: 不足100%', '范围: ‹>=100%›', '">=100%"'),
      broken('分数: 90分及以上', '分数: ‹>= 90分›', '">= 90分"'),
      broken('条件: meetings >= 4次', '条件: ‹> 4次›', '"> 4次"', ['bad-token']),
    ],
  },
  {
    sort: 'a comma in brackets that cuts a text in two',
    code: 'unquoted-comma',
    files: [
      broken(
        '{达标: {条件: staffed 且 trained > 30人, 得: 6}}',
        '{每次: {事件: volunteer, 得: ‹如果(people > 30人, 6分, 2分)›}}',
        '"如果(people > 30人, 6分, 2分)"',
      ),
      broken(
        '{达标: {条件: staffed 且 trained > 30人, 得: 6}}',
        '{公式: {式: ‹最小(最大(trained, 3人) / 1人 * 1分, 6分)›}, 上限: 6}',
        '"最小(最大(trained, 3人) / 1人 * 1分, 6分)"',
      ),
      broken(
        '条件: staffed 且 trained > 30人, 得: 6',
        `条件: ‹次数(volunteer, level = "区级") > 2次›, 得: 6`,
        `'次数(volunteer, level = "区级") > 2次'`,
      ),
      broken(
        '名称: 办公室, 身份',
        '名称: ‹办公室（含人事, 财务）›, 身份',
        '"办公室（含人事, 财务）"',
      ),
      broken('选项: [三星, 四星, 五星]', '选项: [三星, ‹四星(甲, 乙)›, 五星]', '"四星(甲, 乙)"'),
    ],
  },
  {
    sort: 'a quote or bracket that is not closed, or text where none may stand',
    code: 'yaml-syntax',
    says: ['%', '@', '“: ”', '试行', '`'],
    files: [
      broken('名称: 乡镇团委', '名称: ‹%›乡镇'),
      broken('名称: 乡镇团委', '名称: ‹@›乡镇'),
      broken('名称: 乡镇团委', '名称: ‹乡镇: 团委›'),
      broken('版本: "1"', '版本: "1" ‹试行›'),
      broken('    措施: 表彰', '    措施: ‹`›表彰'),
    ],
  },
  {
    sort: 'nested too deeply',
    code: 'too-deep',
    files: [61, 100, 500, 5000, 50000].map((depth) =>
      broken('名称: 乡镇团委', `名称: ${'['.repeat(60)}‹[›${'['.repeat(depth - 61)}`),
    ),
  },
  {
    sort: 'not text',
    code: 'binary-file',
    files: ['\u{0}', '\u{1}', '\u{8}', '\u{1f}', '\u{e}'].map((byte) =>
      broken('名称: 乡镇团委', `名称: 乡镇‹${byte}›团委`),
    ),
  },
  {
    sort: 'another encoding',
    code: 'bad-encoding',
    files: [
      broken('名称: 乡镇团委', '名称: ‹\u{fffd}›\u{fffd}'),
      broken('版本: "1"', '版本: "‹\u{fffd}›"'),
      whole('‹\u{fffd}›'),
      whole('方案: x\n名称: ‹\u{fffd}›\n'),
      whole('\u{feff}‹\u{fffd}›'),
    ],
  },
  {
    sort: 'empty',
    code: 'empty-file',
    files: ['‹›', '‹›\n\n', '‹›# 只有注释\n', '‹›   \n', '‹›---\n'].map(whole),
  },
]
