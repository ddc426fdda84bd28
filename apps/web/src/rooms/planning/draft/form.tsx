import { type Around, type Proposal, planning, type ShapeField, type Trial } from '@kaohe/contract'
import { useQuery } from '@tanstack/react-query'
import { Alert, Skeleton } from 'antd'
import { useMemo } from 'react'
import { call } from '../../../api/client.ts'
import { Trouble } from '../../../parts/trouble.tsx'
import { type Drafting, DraftingContext } from './context.ts'
import { DeclaredData } from './declared.tsx'
import { below, membersAt, open, TOP, wordsAt } from './document.ts'
import './draft.css'
import { Field, Fields } from './field.tsx'
import { notesOf } from './notes.ts'
import { RuleFields } from './rule.tsx'
import { Told } from './told.tsx'

const GROUPS: readonly (readonly [string, readonly string[]])[] = [
  ['指标', ['名称', '编号', '类别', '性质', '条款', '分值', '占比']],
  ['目标要求', ['要求']],
  ['计分规则', ['规则']],
  ['谁负责', ['牵头', '多部门', '评价方式']],
  ['支撑材料和时段', ['支撑材料', '时段', '适用', '不适用时']],
]
const RULE = '计分规则'
const MORE = '其他'

function grouped(fields: readonly ShapeField[]): [string, ShapeField[]][] {
  const byName = new Map(fields.map((field) => [field.keyword, field]))
  const groups = GROUPS.map(([title, keywords]): [string, ShapeField[]] => [
    title,
    keywords.flatMap((keyword) => byName.get(keyword) ?? []),
  ])
  const known = new Set(GROUPS.flatMap(([, keywords]) => keywords))
  return [...groups, [MORE, fields.filter(({ keyword }) => !known.has(keyword))]]
}

const DECLARED = ['数据', '事件']

interface ItemProps {
  readonly fields: readonly ShapeField[]
  readonly around: Around
}

function Rule({ around, order }: { readonly around: Around; readonly order: readonly string[] }) {
  const place = below(TOP, '规则', order)
  return (
    <>
      <RuleFields place={place} />
      <Told place={place} />
      <DeclaredData around={around} />
    </>
  )
}

function ItemFields({ fields, around }: ItemProps) {
  const order = [...fields.map(({ keyword }) => keyword), ...DECLARED]
  return grouped(fields).map(([title, group]) => (
    <section key={title} aria-label={title}>
      <h2 className="scheme-category">{title}</h2>
      {title === RULE && <Rule around={around} order={order} />}
      {title === MORE && <Fields fields={group} place={TOP} beside={order} />}
      {title !== RULE && title !== MORE && (
        <div className="draft-fields">
          {group.map((field) => (
            <Field key={field.keyword} field={field} place={below(TOP, field.keyword, order)} />
          ))}
        </div>
      )}
    </section>
  ))
}

function namesWith(around: Around, doc: Drafting['doc']): Drafting['names'] {
  const own = (list: string) =>
    membersAt(doc, below(TOP, list)).map((member) => {
      const id = wordsAt(doc, below(member, '编号')) ?? ''
      return { id, name: wordsAt(doc, below(member, '名称')) || id }
    })
  const join = (to: string, list: string) => {
    const fresh = own(list)
    const ids = new Set(fresh.map(({ id }) => id))
    return [...fresh, ...(around.names[to] ?? []).filter(({ id }) => !ids.has(id))]
  }
  return { ...around.names, fact: join('fact', '数据'), event: join('event', '事件') }
}

interface Props {
  readonly kind: Proposal['kind']
  readonly text: string
  readonly trial: Trial
  readonly around: Around
  readonly readOnly: boolean
  readonly onEdit: (change: (text: string) => string) => void
}

/** A draft as a form: the same text, field by field. */
export function DraftForm({ kind, text, trial, around, readOnly, onEdit }: Props) {
  const found = useQuery({
    queryKey: ['drafting-language'],
    queryFn: () => call(planning.readDraftingLanguage, {}),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const doc = useMemo(() => open(text), [text])
  if (found.isError) return <Trouble error={found.error} onRetry={() => void found.refetch()} />
  if (found.isPending) return <Skeleton active />
  if (doc === undefined)
    return (
      <Alert
        type="warning"
        showIcon
        title="文本里有写错的地方，表单暂时显示不了"
        description="请在“文本”里按提示改好，再回到表单；写下的内容都在。"
      />
    )
  const drafting: Drafting = {
    doc,
    readOnly,
    language: found.data,
    names: namesWith(around, doc),
    notes: notesOf(trial, text, doc),
    Rule: RuleFields,
    edit: onEdit,
  }
  const shape = kind === 'item' ? found.data.item : found.data.survey
  const fields = shape.shape === 'object' ? shape.fields : []
  return (
    <DraftingContext value={drafting}>
      <div className="draft">
        <Told place={TOP} />
        {kind === 'item' ? (
          <ItemFields fields={fields} around={around} />
        ) : (
          <Fields fields={fields} place={TOP} first={fields.map(({ keyword }) => keyword)} />
        )}
      </div>
    </DraftingContext>
  )
}
