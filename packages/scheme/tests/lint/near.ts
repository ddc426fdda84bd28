import {
  against,
  answers,
  byType,
  counted,
  grade,
  graded,
  HUNDREDTHS,
  item,
  items,
  lined,
  met,
  MONTHLY,
  months,
  QUOTA,
  ranked,
  sheets,
  step,
  TOTAL_ROUNDED,
  vetoed,
} from './near-schemes.ts'

/**
 * Schemes close to a fault: what is written is how it must be written, so that nothing is found, or
 * something else is, at `found`. The case in words says what comes out when it is worked by hand.
 */
export interface Near {
  readonly case: string
  readonly scheme: string
  /** `check path counter-example`, each; none when absent. */
  readonly found?: readonly string[]
}

const NOTHING = '除以的数是0的单位，得零分、满分还是不适用，都说得过去'

export const NEAR: readonly Near[] = [
  {
    case: '问卷里的词不是有分数，就是不计',
    scheme: answers('[不了解, 弃权]'),
  },
  {
    case: '每月扣2分，最多扣8分：12－8＝4分，不是0分，也是4个月以后不再有后果',
    scheme: months(`{减扣: {项: [${MONTHLY}, 最多扣: 8}], 扣完为止: 是}}`),
    found: ['exhausted-early 指标/a 前4个月都没有做到的单位和全年都没有做到的单位，都扣8分'],
  },
  {
    case: '每月扣2分，最多扣20分：要10个月才扣满',
    scheme: months(`{减扣: {项: [${MONTHLY}, 最多扣: 20}], 扣完为止: 是}}`, 40),
  },
  {
    case: '每月扣2分，12分扣完为止：6个月扣完',
    scheme: months(`{减扣: {项: [${MONTHLY}}], 扣完为止: 是}}`),
    found: ['exhausted-early 指标/a 前6个月都没有做到的单位和全年都没有做到的单位，都是0分'],
  },
  {
    case: '每月扣2分，可以扣成负分：每个月都有后果',
    scheme: months(`{减扣: {项: [${MONTHLY}}], 扣完为止: 否}}`),
    found: ['total-below-zero 总分/下限 a项都扣到最多的单位，总分低于零'],
  },
  {
    case: '按分数线：95分也在80及以上里，取最好的一个',
    scheme: graded(
      '分数线',
      grade('best', '90及以上') + grade('good', '80及以上') + grade('rest', '其他'),
    ),
  },
  {
    case: '按线和名额：名额以外的落到下一等，80及以上的线管着他们',
    scheme: graded(
      '线和名额',
      grade('best', '90及以上', QUOTA) + grade('good', '80及以上', QUOTA) + grade('rest', '其他'),
    ),
  },
  {
    case: '按线和名额：两线之间的归“其他”，没有空当',
    scheme: graded(
      '线和名额',
      grade('best', '90—100', QUOTA) + grade('good', '"[80, 89]"', QUOTA) + grade('rest', '其他'),
    ),
  },
  {
    case: '好的一等反而线低，又没有名额：差的一等没有人',
    scheme: graded(
      '线和名额',
      grade('best', '80及以上') + grade('good', '90及以上') + grade('rest', '其他'),
    ),
    found: ['band-masked 评定/等次 总分恰为90分时，“best等（80及以上）”也成立'],
  },
  {
    case: '没有写明90分含不含在“以上”里，90分评哪一等不清楚',
    scheme: graded(
      '分数线',
      grade('best', '90以上') + grade('good', '80及以上') + grade('rest', '其他'),
    ),
    found: ['inclusion-undeclared 以上以下 *', 'shared-boundary 评定/等次 *'],
  },
  {
    case: '两张表就高，各100分：总分最多100分',
    scheme: sheets('就高', 100),
  },
  {
    case: '两张表合计，各100分：总分200分',
    scheme: sheets('合计', 100),
    found: ['parts-sum 总分/满分 每一项都得满分的单位，总分得200分，不是100分'],
  },
  {
    case: '两张表就高而总分写200：没有人得得到',
    scheme: sheets('就高', 200),
    found: ['parts-sum 总分/满分 每一项都得满分的单位，总分得100分，不是200分'],
  },
  {
    case: '乡镇、支部各一张100分的表：没有什么要问的',
    scheme: byType(100),
  },
  {
    case: '两张表的满分不同，总分只写了一个满分',
    scheme: byType(90),
    found: ['parts-sum 总分/满分 每一项都得满分的支部，总分得90分，不是100分'],
  },
  {
    case: '两张表的满分不同，不写总分的满分，分类排名：没有什么要问的',
    scheme: ranked(byType(90), '同类'),
  },
  {
    case: '两张表的满分不同，一起排名：比不得',
    scheme: ranked(byType(90), '全部'),
    found: ['sheets-unequal 排名/分组 样样都得满分的支部总分90分，乡镇可以得100分'],
  },
  {
    case: '两张表的满分不同，按同样的分数线评定：比不得',
    scheme: lined(byType(90), '分数'),
    found: ['sheets-unequal 评定/等次 样样都得满分的支部总分90分，乡镇可以得100分'],
  },
  {
    case: '两张表的满分不同，按得分率评定：各比各的满分',
    scheme: lined(byType(90), '得分率'),
  },
  {
    case: '每张表里占比合计100%',
    scheme: byType(
      100,
      ', 类别: k, 占比: 100%',
      '类别: [{编号: k, 名称: 总表, 合成: 加权, 满分: 100, 条款: 二}]\n',
    ),
  },
  {
    case: '每张表里占比合计90%',
    scheme: byType(
      100,
      ', 类别: k, 占比: 90%',
      '类别: [{编号: k, 名称: 总表, 合成: 加权, 满分: 100, 条款: 二}]\n',
    ),
    found: ['weights-sum 类别/k 每一项都得满分时，总表只能按90%计'],
  },
  {
    case: '分值25分，最好一档20分：没有一档得满分',
    scheme: items(item('a', 25, '{档次: {档: {好: 20, 差: 5}, 依据: 现场}}')),
    found: ['unreachable-points 指标/a/分值 样样都做到的单位也只得20分'],
  },
  {
    case: '最好一档就是满分',
    scheme: items(item('a', 25, '{档次: {档: {好: 25, 差: 5}, 依据: 现场}}')),
  },
  {
    case: '分值10分，打分最高8分',
    scheme: items(item('a', 10, '{打分: {最高: 8, 依据: 现场}}')),
    found: ['unreachable-points 指标/a/分值 样样都做到的单位也只得8分'],
  },
  {
    case: '打分不写最高，就是分值',
    scheme: items(item('a', 10, '{打分: {依据: 现场}}')),
  },
  {
    case: '分值5分，两部分4＋3＝7分，看的是两件事',
    scheme: items(item('a', 5, `{合计: {项: [${met('done', 4)}, ${met('good', 3)}]}}`)),
    found: ['above-full 指标/a/分值 样样都做到的单位得7分，超过5分'],
  },
  {
    case: '两部分4＋3分看的是一件事，做到一半就没有另一半：不说能得7分',
    scheme: items(item('a', 5, `{合计: {项: [${met('done', 4)}, ${met('非 done', 3)}]}}`)),
  },
  {
    case: '同一个数，一项高的好，一项低的好：不是一回事',
    scheme: counted(
      item('a', 10, against('高'), `, ${HUNDREDTHS}`) +
        item('b', 10, against('低'), `, ${HUNDREDTHS}`),
      TOTAL_ROUNDED,
    ).replaceAll('x / y', 'y / x'),
  },
  {
    case: '总分写了舍入，指标没有写：指标的得分仍然除不尽',
    scheme: counted(item('a', 10, '{按比例: {量: y, 目标: x}}'), TOTAL_ROUNDED),
    found: ['rounding-undeclared 指标/a/舍入 *'],
  },
  {
    case: '指标写了舍入，总分是几项之和，不用再写',
    scheme: counted(item('a', 10, '{按比例: {量: y, 目标: x}}', `, ${HUNDREDTHS}`)),
  },
  {
    case: '除以任务数，任务可以是0',
    scheme: counted(item('a', 10, '{公式: {式: x / y * 10分}, 上限: 10}', `, ${HUNDREDTHS}`)),
    found: ['zero-divisor 指标/a/规则/公式 任务是0的单位，得几分算不出来'],
  },
  {
    case: '任务是0的，用如果写明了得0分',
    scheme: counted(
      item(
        'a',
        10,
        '{公式: {式: "如果(y = 0场, 0分, x / y * 10分)"}, 上限: 10}',
        `, ${HUNDREDTHS}`,
      ),
    ),
  },
  {
    case: '任务是0的，用不适用写明了',
    scheme: counted(
      item(
        'a',
        10,
        '{公式: {式: x / y * 10分}, 上限: 10, 不适用: y = 0场}',
        `, ${HUNDREDTHS}, 不适用时: 得零分`,
      ),
    ),
  },
  {
    case: '每少任务的10%扣分，任务可以是0',
    scheme: counted(
      item(
        'a',
        10,
        '{升降: {量: x, 基准: y, 基准得: 满分, 每: 10%, 低扣: 0.2, 不足一步: 舍去}, 下限: 0}',
      ),
    ),
    found: [`zero-divisor 指标/a/规则/升降/分母为零 ${NOTHING}`],
  },
  {
    case: '“分母为零”管基准，管不到所量的数里的除法',
    scheme: counted(
      item(
        'a',
        10,
        '{升降: {量: x / y, 基准: 100%, 基准得: 满分, 每: 1百分点, 低扣: 0.2, 不足一步: 舍去, 分母为零: 得零分}, 上限: 10, 下限: 0}',
      ),
    ),
    found: ['zero-divisor 指标/a/规则/升降 任务是0的单位，得几分算不出来'],
  },
  {
    case: '所量的数里的除法，用不适用写明了',
    scheme: counted(
      item(
        'a',
        10,
        '{升降: {量: x / y, 基准: 100%, 基准得: 满分, 每: 1百分点, 低扣: 0.2, 不足一步: 舍去}, 上限: 10, 下限: 0, 不适用: y = 0场}',
        ', 不适用时: 得零分',
      ),
    ),
  },
  {
    case: '没有任务的，用前提写明了得0分',
    scheme: counted(
      item(
        'a',
        10,
        '{升降: {量: x, 基准: y, 基准得: 满分, 每: 10%, 低扣: 0.2, 不足一步: 舍去}, 前提: {条件: y > 0场}, 下限: 0}',
      ),
    ),
  },
  {
    case: '总分在89和90之间的空当',
    scheme: graded(
      '分数线',
      grade('best', '90—100') + grade('good', '80—89') + grade('rest', '不足80'),
    ),
    found: ['band-gap 评定/等次 总分超过89分、不足90分时，没有一段成立'],
  },
  {
    case: '按线和名额：名额以外的落到下一等，两线之间的空当还是空当',
    scheme: graded(
      '线和名额',
      grade('best', '90—100', QUOTA) + grade('good', '80—89', QUOTA) + grade('rest', '不足80'),
    ),
    found: ['band-gap 评定/等次 总分超过89分、不足90分时，没有一段成立'],
  },
  {
    case: '否决定为最好的一等：出了事故反而升等',
    scheme: vetoed('定为: best'),
    found: ['veto-effect 否决降等/fire 总分最低的单位有了“出了事故”，就评“best等”'],
  },
  {
    case: '否决定为最好的一等，又不高于另一等：两样合不到一起',
    scheme: vetoed('定为: best, 不高于: rest'),
    found: ['veto-effect 否决降等/fire *'],
  },
  {
    case: '不高于最好的一等，等于没有写',
    scheme: vetoed('不高于: best'),
    found: ['veto-effect 否决降等/fire *'],
  },
  { case: '否决定为最差的一等', scheme: vetoed('定为: rest') },
  {
    case: '反馈的时间只有说法',
    scheme: step('原意: 年底前后'),
    found: ['deadline-vague 日程/told 按“年底前后”安排，日历上标不出这一步'],
  },
  {
    case: '每月31日：2月没有31日',
    scheme: step('每月: "31"'),
    found: ['deadline-impossible 日程/told/每月 2月没有31日'],
  },
  { case: '每月28日：每个月都有', scheme: step('每月: "28"') },
  {
    case: '减扣里的加分写了不得分：不加分，不是不扣分',
    scheme: items(
      item(
        'a',
        10,
        `{减扣: {项: [{达标: {条件: 非 done, 扣: 2}}, {达标: {条件: good, 得: 1}, 不得分: 非 done}], 扣完为止: 是}, 上限: 10}`,
      ),
    ),
  },
  {
    case: '每少1场扣分，没有除以什么',
    scheme: counted(
      item('a', 10, '{升降: {量: x, 基准: y, 基准得: 满分, 每: 1场, 低扣: 0.2}, 下限: 0}'),
    ),
  },
]
