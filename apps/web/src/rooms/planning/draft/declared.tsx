import type { Around } from '@kaohe/contract'
import { Space } from 'antd'
import { Button } from '../../../parts/button.tsx'
import { useDrafting } from './context.ts'
import { append, below, keyOf, membersAt, nodeAt, TOP, wordsAt, write } from './document.ts'
import { Fields } from './field.tsx'

const NEW = {
  数据: '{编号: new-fact, 名称: 新的数据, 类型: 数值, 单位: 次, 来源: 申报, 填报分钟: 5}',
  事件: '编号: new-event\n名称: 新的事件\n来源: 申报\n填报分钟: 5\n',
} as const

const FIRST = ['单位', '周期', '来源', '提供', '填报分钟', '支撑材料', '属性']

type List = keyof typeof NEW

/** Data or events that the draft brings along, each with its source, who supplies it and the minutes it takes. */
function Declared({ list, around }: { readonly list: List; readonly around: Around }) {
  const { doc, language, edit, readOnly } = useDrafting()
  const at = below(TOP, list)
  const members = membersAt(doc, at)
  const own = new Set(members.map((one) => wordsAt(doc, below(one, '编号'))))
  const rule = String(nodeAt(doc, below(TOP, '规则')) ?? '')
  const used = around.declared.filter(
    (one) =>
      one.list === list &&
      !own.has(one.id) &&
      new RegExp(`(?<![\\w-])${one.id}(?![\\w-])`).test(rule),
  )
  const shape = list === '数据' ? language.fact : language.event
  const fields = shape.shape === 'object' ? shape.fields : []
  return (
    <>
      {members.map((place) => (
        <div key={keyOf(place)} className="draft-member">
          <h3>{wordsAt(doc, below(place, '名称')) || list}</h3>
          <Fields fields={fields} place={place} first={FIRST} />
          {!readOnly && (
            <Button
              size="small"
              type="text"
              onClick={() => edit((text) => write(text, place, undefined))}
            >
              不在这里写
            </Button>
          )}
        </div>
      ))}
      {used.map(({ id, name, unit, text: member }) => (
        <p key={id}>
          {name}
          <span className="clause">
            {id}
            {unit !== null && `，单位 ${unit}`}，方案里已有
          </span>
          {!readOnly && (
            <Button
              size="small"
              type="link"
              onClick={() => edit((text) => append(text, at, member))}
            >
              修改“{name}”
            </Button>
          )}
        </p>
      ))}
      {!readOnly && (
        <Space>
          <Button size="small" onClick={() => edit((text) => append(text, at, NEW[list]))}>
            新的{list}
          </Button>
        </Space>
      )}
    </>
  )
}

/** What an indicator is computed of. */
export function DeclaredData({ around }: { readonly around: Around }) {
  return (
    <section aria-label="用到的数据">
      <h2 className="scheme-category">用到的数据</h2>
      <Declared list="数据" around={around} />
      <Declared list="事件" around={around} />
    </section>
  )
}
