import { KEYS } from './keys.ts'

type Schema = Readonly<Record<string, unknown>>

const text = (description: string): Schema => ({ type: 'string', description })
const texts = (description: string): Schema => ({
  type: 'array',
  items: { type: 'string' },
  description,
})

const VALUE: Schema = {
  description:
    '值：数（或带单位的文字，如 "120%"、"30人"）、true/false 或 "是"/"否"、选项的词、日期 "2023-11-14"、"不适用"；null 表示未知。单位为 % 的数据不能写光数字',
  type: ['number', 'string', 'boolean', 'null'],
}

const PROVENANCE: Readonly<Record<string, Schema>> = {
  origin: text('出处，如 数据.xlsx!数据!D7；不写就是本文件中的位置'),
  by: text('填报人'),
  at: text('填报时间'),
  evidence: texts('支撑材料'),
}

const ATTRIBUTES: Schema = {
  type: 'object',
  additionalProperties: VALUE,
  description: '属性的编号和值',
}
const NUMBER: Schema = { type: ['number', 'string', 'null'] }

const PROPERTIES: Readonly<Record<keyof typeof KEYS, Readonly<Record<string, Schema>>>> = {
  root: {},
  unit: {
    id: text('单位编号'),
    name: text('单位名称'),
    type: { type: ['string', 'null'], description: '考核对象类别的编号；只提供数据的单位写 null' },
    level: text('层级的编号'),
    parent: { type: ['string', 'null'], description: '上级单位的编号' },
    group: { type: ['string', 'null'], description: '分组' },
    attributes: ATTRIBUTES,
  },
  fact: {
    unit: text('单位的编号或名称'),
    fact: text('数据的编号；打分写 mark:指标编号'),
    period: {
      type: ['string', 'number', 'null'],
      description: '期：2023-04、2023-Q2、2023-H1、2023-W07、7；全年一个的不写',
    },
    value: VALUE,
    evaluator: text('打分人（参与方编号）'),
    reason: text('打分的理由；方案写了“理由必填”的打分必写'),
    ...PROVENANCE,
  },
  event: {
    id: text('事件编号；不写就自动编'),
    unit: text('单位的编号或名称'),
    event: text('事件的编号'),
    date: { type: ['string', 'null'], description: '日期；null 表示未知' },
    attributes: ATTRIBUTES,
    ...PROVENANCE,
  },
  pending: { unit: text('还没有报齐的单位'), event: text('事件的编号') },
  history: {
    unit: text('单位'),
    year: { type: ['integer', 'string'], description: '年度' },
    total: { ...NUMBER, description: '总分' },
    rank: { ...NUMBER, description: '名次' },
    grade: { type: ['string', 'null'], description: '等次' },
    met: texts('那一年符合的结果运用的编号'),
  },
  decision: {
    unit: text('单位的编号或名称'),
    on: text(
      '决定什么：grade（等次）、grade-tie:等次编号、tie:结果运用编号（截止名次上同分的先后）、consequence:结果运用编号',
    ),
    value: {
      type: ['string', 'number', 'boolean'],
      description:
        '等次的编号或名称；同分中的先后，从 1 起；给予写 "是" 或 true，不给写 "否" 或 false',
    },
    body: text('由谁决定：参与方的编号或名称；方案写明了的可以不写'),
    date: text('决定的日期'),
    number: text('文号、纪要号；和理由至少写一个'),
    reason: text('理由'),
    ...PROVENANCE,
  },
  lineage: {
    unit: text('今年的单位'),
    from: text('原单位的编号或名称'),
    since: { type: ['integer', 'string'], description: '从哪一年起' },
  },
}

const REQUIRED: Readonly<Partial<Record<keyof typeof KEYS, readonly string[]>>> = {
  unit: ['id'],
  fact: ['unit', 'fact'],
  event: ['unit', 'event', 'date'],
  pending: ['unit', 'event'],
  history: ['unit', 'year'],
  lineage: ['unit', 'from', 'since'],
  decision: ['unit', 'on', 'value', 'date'],
}

function entry(name: keyof typeof KEYS): Schema {
  return {
    type: 'object',
    properties: PROPERTIES[name],
    required: REQUIRED[name] ?? [],
    additionalProperties: false,
  }
}

const listOf = (name: keyof typeof KEYS, description: string): Schema => ({
  type: 'array',
  items: { $ref: `#/$defs/${name}` },
  description,
})

/** The JSON Schema of the dataset format, for editors; published as schemes/dataset.schema.json. */
export function datasetJsonSchema(): Schema {
  const names = (Object.keys(KEYS) as (keyof typeof KEYS)[]).filter((name) => name !== 'root')
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: '考核数据',
    type: 'object',
    properties: {
      $schema: { type: 'string' },
      units: listOf('unit', '单位名单'),
      facts: listOf('fact', '数据和打分'),
      events: listOf('event', '事件'),
      reported: texts('已经报齐的事件种类；没有列出的，没有行不等于没有发生'),
      pending: listOf('pending', '列为报齐的事件里，还没有报的单位'),
      history: listOf('history', '往年结果'),
      lineage: listOf('lineage', '单位沿革'),
      decisions: listOf('decision', '方案留给人定的事，人定了什么'),
      previous: listOf('fact', '上年数据；期写今年的同一期'),
    },
    additionalProperties: false,
    $defs: Object.fromEntries(names.map((name) => [name, entry(name)])),
  }
}
