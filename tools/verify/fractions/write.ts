import type {
  Bands,
  Beside,
  External,
  Group,
  Item,
  Params,
  Proportional,
  Rounding,
  Rule,
  Slope,
  Unit,
} from './params.ts'
import { wordBand } from './wording.ts'

const MODES = {
  'half-up': '四舍五入',
  'half-even': '四舍六入五成双',
  up: '进一',
  down: '舍去',
  floor: '向下取整',
  ceiling: '向上取整',
} as const
const READINGS = { one: '取一', sum: '累计', best: '就高', worst: '就低' } as const
const TOGETHER = { sum: '合计', average: '平均', best: '就高', worst: '就低' } as const
const COMBINE = { ...TOGETHER, weighted: '加权' } as const
const NATURES = { base: '基本', bonus: '加分', penalty: '减分' } as const
const PARTIAL = { drop: '舍去', prorate: '按比例', raise: '进一' } as const
const INCLUSION = {
  inclusive: '含本数',
  exclusive: '不含本数',
  'above-only': '以上含以下不含',
} as const

/** What a scheme file says: a flow mapping of YAML; texts between quotes, figures and words bare. */
type Written = string | readonly Written[] | { readonly [keyword: string]: Written | undefined }

function yaml(of: Written): string {
  if (typeof of === 'string') return of
  if (Array.isArray(of)) return `[${of.map(yaml).join(', ')}]`
  const entries = Object.entries(of as { [keyword: string]: Written | undefined })
  const said = entries.flatMap(([key, value]) =>
    value === undefined ? [] : `${key}: ${yaml(value)}`,
  )
  return `{${said.join(', ')}}`
}

const quote = (text: string) => JSON.stringify(text)

function rounding(of: Rounding | undefined): Written | undefined {
  return of && { 到: of.to, 方式: MODES[of.mode] }
}

/** 得 or 扣, by the sign. */
function effect(points: string): Record<string, Written> {
  return points.startsWith('-') ? { 扣: points.slice(1) } : { 得: points }
}

/** Writes the rules of one scheme. */
class Writer {
  readonly #params: Params
  readonly #units: ReadonlyMap<string, Unit>
  #said = 0

  constructor(params: Params) {
    this.#params = params
    this.#units = new Map(params.facts.map(({ id, unit }) => [id, unit]))
  }

  #unit(fact: string): Unit {
    return this.#units.get(fact) as Unit
  }

  #bands({ fact, reading, bands, rest }: Bands): Written {
    const unit = this.#unit(fact)
    const said = bands.map((band) => {
      this.#said += 1
      const range = quote(wordBand(band, unit, this.#params.inclusion, this.#said))
      return { 范围: range, ...effect(band.points) }
    })
    const others = rest === undefined ? [] : [{ 范围: '其他', ...effect(rest) }]
    const 段 = this.#said % 2 === 0 ? [...said, ...others] : [...others, ...said]
    return { 分段: { 量: fact, 段, 读法: READINGS[reading] } }
  }

  #proportional({ fact, goal, most, beyond, gate }: Proportional): Written {
    const unit = this.#unit(fact)
    return {
      按比例: {
        量: fact,
        目标: 'fact' in goal ? goal.fact : goal.value + unit,
        满分: most,
        超出: beyond === 'cap' ? '封顶' : '照算',
        起得: gate && gate + unit,
      },
    }
  }

  #external({ fact, times, theirs, ours, loss }: External): Written {
    return {
      外部得分: {
        量: fact,
        倍数: times,
        外部满分: theirs,
        折算满分: ours,
        计为: loss ? '扣' : '得',
      },
    }
  }

  #slope({ fact, low, high, start, per, below, above, partial }: Slope): Written {
    const unit = this.#unit(fact)
    const rate = (side: '低' | '高', points: string) =>
      points.startsWith('-') ? { [`${side}扣`]: points.slice(1) } : { [`${side}加`]: points }
    return {
      升降: {
        量: fact,
        基准: low === high ? low + unit : quote(`[${low}${unit}, ${high}${unit}]`),
        基准得: start,
        每: per + (unit === '%' ? '百分点' : unit),
        ...rate('低', below),
        ...rate('高', above),
        不足一步: PARTIAL[partial],
      },
    }
  }

  #kind(rule: Rule): Written {
    const rules = (of: readonly Rule[]) => of.map((one) => this.rule(one))
    switch (rule.kind) {
      case 'bands':
        return this.#bands(rule)
      case 'proportional':
        return this.#proportional(rule)
      case 'external':
        return this.#external(rule)
      case 'slope':
        return this.#slope(rule)
      case 'weighted': {
        const 项 = rule.parts.map((part) => {
          return { 占比: `${part.weight}%`, 规则: this.rule(part.rule) }
        })
        return { 加权: { 项 } }
      }
      case 'deduct': {
        const 扣完为止 = rule.floored ? '是' : '否'
        return { 减扣: { 起评: rule.start, 项: rules(rule.rules), 扣完为止 } }
      }
      default:
        return { [TOGETHER[rule.kind]]: { 项: rules(rule.rules) } }
    }
  }

  rule(rule: Rule): Written {
    const beside: Beside = rule
    return {
      ...(this.#kind(rule) as object),
      系数: beside.coefficient,
      舍入: rounding(beside.round),
      上限: beside.cap,
      下限: beside.floor,
      最多扣: beside.mostLoss,
    }
  }

  item(item: Item): Written {
    const source = this.#params.groups.find((g) => g.id === item.group)?.as === 'source'
    return {
      编号: item.id,
      名称: `指标${item.id}`,
      [source ? '评价方式' : '类别']: item.group,
      性质: item.nature && NATURES[item.nature],
      分值: item.full,
      占比: item.weight && `${item.weight}%`,
      舍入: rounding(item.rounding),
      规则: this.rule(item.rule),
    }
  }
}

function group({ id, as, nature, combine, ...rest }: Group): Written {
  const common = { 编号: id, 名称: id, 合成: COMBINE[combine] }
  if (as === 'source') return { ...common, 方式: '部门评价', 占比: `${rest.weight}%` }
  return {
    ...common,
    性质: NATURES[nature],
    满分: rest.full,
    上限: rest.cap,
    下限: rest.floor,
    舍入: rounding(rest.rounding),
  }
}

const list = (keyword: string, of: readonly Written[]) =>
  of.length === 0 ? '' : `${keyword}:\n${of.map((one) => `  - ${yaml(one)}\n`).join('')}`

/** The parameters as a scheme file, as a person would write it. */
export function writeScheme(params: Params): string {
  const { start, full, floor, cap, bonusCap, rounding: to } = params.total
  const writer = new Writer(params)
  const ofKind = (as: Group['as']) => params.groups.filter((g) => g.as === as).map(group)
  const total = {
    起评分: start,
    满分: full,
    下限: floor,
    上限: cap,
    加分上限: bonusCap,
    舍入: rounding(to),
  }
  const facts = params.facts.map(({ id, unit }) => {
    return { 编号: id, 名称: id, 类型: '数值', 单位: quote(unit) }
  })
  return `方案: s${params.seed}
名称: 方案${params.seed}
版本: "1"
发文: {机关: 某团委, 级别: 区县}
考核时段: {起: 2023-01-01, 止: 2023-12-31}
以上以下: ${INCLUSION[params.inclusion]}
考核对象: [{编号: town, 名称: 乡镇}]
${list('评价方式', ofKind('source'))}${list('类别', ofKind('category'))}${list('数据', facts)}${list(
  '指标',
  params.items.map((item) => writer.item(item)),
)}总分: ${yaml(total)}
`
}

/** The figures of the units as a file of facts. */
export function writeFacts({ units, facts }: Params): string {
  return JSON.stringify({
    units: units.map((_, i) => ({ id: `u${i}`, name: `乡镇${i}`, type: 'town' })),
    facts: units.flatMap((values, i) =>
      facts.map(({ id, unit }) => ({ unit: `u${i}`, fact: id, value: `${values[id]}${unit}` })),
    ),
  })
}
