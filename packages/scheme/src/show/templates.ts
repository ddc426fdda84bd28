/**
 * How each kind, combiner and modifier is told. `{field}` is a value; a group in `[…]` is left out
 * when a value inside it is absent; `{list*；:…}` tells each member, joined by the mark before the colon;
 * `{field?a=…|b=…}` says of each value what stands beside it, and nothing of others.
 */
export const TEMPLATES: Readonly<Record<string, string>> = {
  judged:
    '打分[，最低{least}][，最高{most}][{zero?是=，也可以打0分}][，每档{step}][，由{by}打分][，多人时{together}][，依据：{basis}][{reasoned?是=，必须写理由}][，计为{as}分]',
  target: '{when}的[得{gain}][扣{loss}][，否则得{missGain}][，否则扣{missLoss}]',
  dual: '{measure}[（{first}的好）]达到{base}得{baseGain}，达到{stretch}得{stretchGain}[，都未达到得{missGain}][，两者之间{between}]',
  bands: '按{measure}分段：{bands*；:{range}[得{gain}][扣{loss}]}[（几段同时成立时{reading}）]',
  each: '每次{event}[（{where}）][得{gain}][扣{loss}][，从{from}起算][，屡次发生：{repeat}][，重复的{once}][，分摊：{split}][，酌情：{grant}]',
  'each-step':
    '[{event}][（{where}）][{measure}]每{per}[得{gain}][扣{loss}][，从{from}起算][，不足一步{partial}][，屡次发生：{repeat}][，重复的{once}][，分摊：{split}][，酌情：{grant}]',
  levels:
    '每次{event}[（{where}）]按{by}[和{then}]：[得分 {gain}][扣分 {loss}][，另加{extra}][，重复的{once}][，分摊：{split}][，酌情：{grant}]',
  checklist:
    '逐项核对：{lines*；:{name}（{when}）[得{gain}][扣{loss}]}[；每项得{eachGain}][；每项扣{eachLoss}][{merge?每项=，几项同时成立的每项计一次|任一=，任一项成立就计一次|全部=，全部成立才计一次}]',
  slope:
    '{measure}以{base}为准[得{baseGain}]，每差{per}[，低则扣{lowLoss}][，低则加{lowGain}][，高则扣{highLoss}][，高则加{highGain}][，不足一步{partial}][，步长{unit}][；{stretches*；:{range}[每{per}][得{gain}][扣{loss}]}][，{reading}][，基准为零的{noBase}]',
  proportional:
    '按{measure}完成{goal}的比例得分[，满分{most}][，超出{beyond}][，不到{gate}不得分][，目标为零的{noGoal}]',
  ladder: '评定档次：[{steps}][{parts}][，由{by}评定][，依据：{basis}][{reasoned?是=，必须写理由}]',
  table: '按{measure}对照：[得分 {gain}][扣分 {loss}]',
  'rank-points':
    '按{measure}排名（{first}者在前）[，{group}排]，依次得{gains}[，此后每名减{less}][，最低{floor}][，{ties}]',
  relative:
    '{measure}[（{first}的好）]与{group}单位的{against}相比[，按{heads}平均][，比照{other}][，满分{most}][，底分{least}][，超出{beyond}][，全都相同的{level}][，除以零的{noDivisor}]',
  growth:
    '{measure}比上年的{by}[（{first}的好）][，每{per}][得{gain}][，持平得{evenGain}][，变差扣{loss}][，容差{tolerance}][，不足一步{partial}][，没有上年数的{without}][，上年为零的{fromZero}]',
  lateness:
    '逾期[（期限：{due}）][{when}][{measure}][{event}][，交于{handed}][，截止当天{past}的算迟][{workdays?是=，只数工作日}]：[每天扣{perDay}][每次扣{perTime}][扣{flat}][；{missing}的扣{missingLoss}]',
  external:
    '采用{measure}的得分[，乘以{times}][，原满分{theirs}][，折算为满分{ours}][，计为{as}分]',
  status: '要求{when}（不计分）',
  decision: '看{conditions}：{rows*；:{when}[得{gain}][扣{loss}]}',
  formula: '{formula}',
  sum: '合计：{rules}',
  deduct: '[从{start}起]逐项扣减：{rules}[{floored?是=，扣完为止|否=，不设扣完为止}]',
  weighted: '加权：{parts*；:{weight}×（{rule}）}',
  average: '平均：{rules}',
  best: '就高：{rules}',
  worst: '就低：{rules}',
  series: '逐期计分（{rule}）[，各期{take}][，共{times}期][，只计这一段：{window}]',
  rollup: '对每个{level}[（{rule}）][看{when}][，取{take}][，满分{full}]',
  judges:
    '按{event}的{measure}[（{words}）][，不计{skip}][，只计{where}][，{method}][，各去{drop}个][，至少{least}张][，票数不够的{few}][，票面满分{top}]',
  panel:
    '按{event}的{measure}[（{words}）]分组评议[，不计{skip}][，只计{where}][，{method}][，各去{drop}个][，至少{least}张][，票数不够的{few}][，票面满分{top}]：{groups*；:{name}{weight}（{where}[，{method}][，各去{drop}个][，至少{least}张]）}',
  coefficient: '乘系数，按{measure}：{table}',
  ranking: '排名[：{peers}一起排][，{ties}][，同分时依次比较{breakers}][（{clause}）]',
  gate: '前提是{when}[，否则得{otherwise}]',
  round: '舍入到{to}（{mode}）',
}

/** Modifiers whose params are a single value: the words before it. */
export const LEADS: Readonly<Record<string, string>> = {
  coefficient: '乘系数',
  split: '分摊',
  cap: '上限',
  floor: '下限',
  'most-loss': '最多扣',
  forfeit: '不得分的情形：',
  'not-applicable': '不适用的情形：',
}
