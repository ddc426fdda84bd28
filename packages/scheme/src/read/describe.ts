import type { shape } from '@kaohe/engine'
import { type Phrase, same } from '../diagnostic/diagnostic.ts'
import type { Source } from '../source/tree.ts'
import { NAMESPACE_WORDS } from './names.ts'

const SCALARS: Readonly<Record<string, Phrase>> = {
  text: { zh: '文字', en: 'text' },
  id: { zh: '编号', en: 'an id' },
  flag: { zh: '是或否', en: '是 or 否' },
  count: { zh: '整数', en: 'a whole number' },
  number: { zh: '数', en: 'a number' },
  points: { zh: '分数，如 5 或 2.5分', en: 'points, such as 5 or 2.5分' },
  money: { zh: '金额，如 5000元 或 2万元', en: 'an amount of money, such as 5000元 or 2万元' },
  share: { zh: '比例，如 60%', en: 'a share, such as 60%' },
  quantity: { zh: '数和单位，如 30人', en: 'a quantity, such as 30人' },
  range: { zh: '范围，如 不足100%', en: 'a range, such as 不足100%' },
  date: { zh: '日期，如 2023-12-31', en: 'a date, such as 2023-12-31' },
  expression: { zh: '算式', en: 'an expression' },
  condition: { zh: '条件', en: 'a condition' },
  rule: { zh: '一条规则（计分方式和它的内容）', en: 'a rule' },
}

function both(zh: string, en: string): Phrase {
  return { zh, en }
}

/** A list of words for a message, cut where it gets long. */
export function listed(words: readonly string[], most = 14): string {
  return words.length <= most ? words.join('、') : `${words.slice(0, most).join('、')}…`
}

// What must be written stands in the example, what may be is listed after it.
function mappingOf(fields: readonly shape.Field[]): Phrase {
  const needed = fields.filter((field) => field.presence === 'required')
  const first = needed.length > 0 ? needed : fields.slice(0, 1)
  const more = listed(
    fields.filter((field) => !first.includes(field)).map((field) => field.keyword),
    8,
  )
  const example = `{${first.map(({ keyword }) => `${keyword}: …`).join(', ')}}`
  return both(
    `一组内容，如 ${example}${more === '' ? '' : `，还可以写${more}`}`,
    `a mapping such as ${example}${more === '' ? '' : `, with ${more}`}`,
  )
}

/** What a shape expects, in words. */
export function expectation(of: shape.Shape): Phrase {
  switch (of.shape) {
    case 'list': {
      const inner = expectation(of.of)
      return both(
        `列表（每行以“- ”开头，或 [甲, 乙]），每项是${inner.zh}`,
        `a list, each of ${inner.en}`,
      )
    }
    case 'table': {
      const [key, value] = [expectation(of.key), expectation(of.of)]
      return both(`对照表（${key.zh}: ${value.zh}）`, `a table of ${key.en} to ${value.en}`)
    }
    case 'object':
      return mappingOf(Object.values(of.fields))
    case 'choice':
      return same(listed(Object.keys(of.options)))
    case 'reference':
      return both(`${NAMESPACE_WORDS[of.to]}的编号`, `the id of a ${of.to}`)
    case 'either': {
      const all = of.of.map(expectation)
      return both(all.map((one) => one.zh).join('，或'), all.map((one) => one.en).join(', or '))
    }
    default:
      return SCALARS[of.shape] ?? same(of.shape)
  }
}

/** What was written, in words. */
export function shown(node: Source): Phrase {
  if (node.is === 'scalar') return both(`“${node.text}”`, `“${node.text}”`)
  return node.is === 'sequence' ? both('一个列表', 'a list') : both('一组内容', 'a mapping')
}
