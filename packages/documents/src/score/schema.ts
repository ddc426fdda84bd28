const text = { type: 'string' } as const
const texts = { type: 'array', items: text } as const
const textOrNull = { type: ['string', 'null'] } as const
const points = {
  description: '分数：小数，或除不尽时的分数，如 "2.5"、"1/3"',
  type: 'string',
  pattern: '^-?[0-9]+(\\.[0-9]+|/[1-9][0-9]*)?$',
} as const
const pointsOrNull = { anyOf: [points, { type: 'null' }] } as const
const bound = { anyOf: [points, { const: 'unbounded' }] } as const
const boundOrNull = {
  description: '最少、最多；不参评的单位没有，是 null',
  anyOf: [...bound.anyOf, { type: 'null' }],
} as const
const met = { enum: ['yes', 'no', 'undecided'] } as const

function object(properties: Readonly<Record<string, unknown>>) {
  return {
    type: 'object',
    additionalProperties: false,
    required: Object.keys(properties),
    properties,
  }
}

const list = (items: unknown) => ({ type: 'array', items })

const missing = object({
  what: { enum: ['fact', 'event', 'mark', 'previous', 'peers', 'attribute'] },
  id: text,
  period: textOrNull,
  units: texts,
})

const item = object({
  id: text,
  points: { ...pointsOrNull, description: '确定的得分；还不能确定时为 null，看 least 和 most' },
  least: bound,
  most: bound,
  full: pointsOrNull,
  status: {
    description: '已定、暂定（缺数据）、待定口径、不适用、只有目标、无规则',
    enum: ['scored', 'provisional', 'open', 'not-applicable', 'target-only', 'no-rule'],
  },
  reached: { type: ['boolean', 'null'] },
  clause: textOrNull,
  missing: list(missing),
  questions: texts,
})

const unit = object({
  unit: text,
  name: text,
  type: text,
  group: text,
  eligible: met,
  ineligibility: texts,
  total: pointsOrNull,
  least: boundOrNull,
  most: boundOrNull,
  rank: { type: ['integer', 'null'], minimum: 1 },
  rankRange: { type: 'array', items: { type: 'integer', minimum: 0 }, minItems: 2, maxItems: 2 },
  grade: textOrNull,
  gradeReasons: texts,
  items: list(item),
  parts: list(
    object({
      id: text,
      kind: { enum: ['source', 'category', 'base', 'bonus', 'penalty'] },
      applies: { type: 'boolean' },
      points: pointsOrNull,
      least: bound,
      most: bound,
    }),
  ),
  missing: list(missing),
  questions: texts,
  vetoes: texts,
  consequences: list(object({ id: text, met, reasons: texts, amount: pointsOrNull })),
  decisions: {
    description: '人在方案留给人定的事上作的决定；used 为 false 的没有用上，note 说为什么',
    ...list(
      object({
        on: text,
        matter: text,
        value: text,
        body: text,
        date: text,
        number: textOrNull,
        reason: textOrNull,
        used: { type: 'boolean' },
        note: text,
      }),
    ),
  },
})

/** The JSON Schema of `kaohe score --format json`, published as schemes/score.schema.json. */
export const scoreSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: '考核得分',
  description: 'kaohe score --format json 的输出。分数是文字，名次和个数是整数。',
  ...object({
    scheme: object({
      id: text,
      version: text,
      digest: { type: 'string', pattern: '^[0-9a-f]{64}$' },
    }),
    units: list(unit),
  }),
}
