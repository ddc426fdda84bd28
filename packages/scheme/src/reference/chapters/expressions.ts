import { FOLDS } from '../../expression/words.ts'

const MEANINGS: Readonly<Record<string, string>> = {
  次数: '事件发生几次：`次数(volunteer)`、`次数(volunteer, level = "市级")`',
  合计: '加在一起：`合计(volunteer.hours)`，或一个数据各期、各下级单位的和：`合计(meetings)`',
  平均: '平均数：`平均(rate)`',
  最高: '最大的一个：`最高(rate)`',
  最低: '最小的一个：`最低(rate)`',
  中位: '中位数：`中位(rate)`',
  占比: '是否类数据，各期或各下级单位中“是”占多少：`占比(active)`',
  个数: '是否类数据，有几个“是”：`个数(active)`',
  全部: '是否类数据，是否全都为“是”：`全部(active)`',
  上年: '同一数据上一年的值：`上年(members)`',
}

function folds(): string {
  return Object.keys(FOLDS)
    .map((word) => `| \`${word}\` | ${MEANINGS[word] ?? ''} |`)
    .join('\n')
}

export function expressions(): string {
  return `算式用编号指数据：\`done / quota\`、\`rate >= 95% 且 非 late\`。在逐次计分的规则里，单独的编号先指事件的属性。

写在前面的指标，它的编号就是它的得分，如 \`work / 60分 * bonus-base\`；总分没有编号，不能写进算式。

- 四则 \`+ - * / ( )\`；减号两边有空格，因为 \`a-b\` 是一个编号。
- 比较 \`= ≠ < <= > >=\`，也可以写 \`≤ ≥\`；连接 \`且 或 非\`。比较不能连写：写 \`a >= 1 且 a <= 5\`。
- \`如果(条件, 甲, 乙)\`、\`最小(甲, 乙)\`、\`最大(甲, 乙)\`、\`绝对值(甲)\`。
- 选项的词加引号：\`level = "市级"\`；是否类的数据自己就是条件。
- 单位要合：人不能和次比，百分比不能和百分点比；两个同单位的数相除是比例。
- 日期不能写进算式：迟了几天、几个工作日，另外收一个数。

| 算法 | 意思 |
|---|---|
${folds()}

\`\`\`yaml 规则
达标: {条件: 'rate >= 95% 且 次数(volunteer, level = "市级") >= 2次', 得: 3}
\`\`\``
}
