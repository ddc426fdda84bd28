export const dataset = `计分的数据是一个 JSON 文件：

\`\`\`json
{
  "units": [{ "id": "t01", "name": "示例镇团委", "type": "township", "parent": null, "group": null, "attributes": { "founded": "2001-05-04" } }],
  "facts": [{ "unit": "t01", "fact": "study-rate", "period": "1", "value": "120%", "by": "数据中心", "at": "2023-05-01" }],
  "events": [{ "id": "e1", "unit": "t01", "event": "volunteer", "date": "2023-03-05", "attributes": { "level": "区级" } }],
  "reported": ["volunteer"],
  "pending": [{ "unit": "t02", "event": "volunteer" }],
  "history": [{ "unit": "t01", "year": 2022, "total": "88.5", "rank": 20, "grade": null, "met": ["bottom"] }],
  "lineage": [{ "unit": "t01", "from": "t99", "since": 2023 }],
  "previous": []
}
\`\`\`

- 没有报的，不写：那是**不知道**，不是零。零写 \`0\`；不适用写 \`"不适用"\`，且数据要声明“可不适用”。
- \`previous\` 是上年的数据，写法同 \`facts\`。上年没有的（如新设的单位）写 \`"不适用"\`，空着是不知道。
- \`history\` 的 \`met\` 是那一年对它生效的结果运用的编号，用来看“连续”几年；名次、等次只作记录。
- 数值写数或带单位的文字：\`"120%"\`、\`"30人"\`。单位是 % 的数据不收没有单位的数。
- 周期写 \`2023-04\`、\`2023-Q2\`、\`2023-H1\`、\`2023-W07\`，或第几期 \`7\`。
- \`reported\` 里的事件，没有写的单位就是没有发生过；\`pending\` 是还没有报的单位。
- 打分记作数据 \`mark:指标编号\`，\`evaluator\` 是打分人。`
