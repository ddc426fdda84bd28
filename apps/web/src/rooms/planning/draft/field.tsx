import type { Shape, ShapeField } from '@kaohe/contract'
import { Select } from 'antd'
import { type ReactNode, useState } from 'react'
import { Button } from '../../../parts/button.tsx'
import { type Drafting, useDrafting } from './context.ts'
import { below, keyOf, keywordsAt, nodeAt, type Place } from './document.ts'
import { Line } from './line.tsx'
import { ListField, TableField } from './rows.tsx'
import { chosen, fits, isLine } from './shapes.ts'
import { OnlyText, Told } from './told.tsx'

const idOf = (place: Place): string => `draft/${keyOf(place)}`

interface InnerProps {
  readonly of: Shape
  readonly place: Place
  readonly label: string
}

const SAYS: Partial<Record<Shape['shape'], string>> = {
  table: '一张表',
  object: '几项内容',
  expression: '算式',
  list: '列表',
}

const shapeName = (of: Shape): string =>
  of.shape === 'table' && of.of.shape === 'table' ? '两层的表' : (SAYS[of.shape] ?? '一个数')

function Either({ of, place, label }: InnerProps & { readonly of: Shape & { shape: 'either' } }) {
  const { doc } = useDrafting()
  const [picked, setPicked] = useState(0)
  const node = nodeAt(doc, place)
  const shape = node === undefined ? of.of[picked] : chosen(of.of, node)
  if (shape === undefined) return <OnlyText what={label} />
  return (
    <>
      {node === undefined && (
        <Select
          aria-label={`${label}怎样写`}
          value={picked}
          options={of.of.map((one, value) => ({ value, label: shapeName(one) }))}
          onChange={setPicked}
        />
      )}
      <Inner of={shape} place={place} label={label} />
    </>
  )
}

/** Something of any shape, without a label. */
function Inner({ of, place, label }: InnerProps): ReactNode {
  const { doc, Rule } = useDrafting()
  const node = nodeAt(doc, place)
  if (node !== undefined && !fits(of, node)) return <OnlyText what={label} />
  if (isLine(of)) return <Line of={of} place={place} id={idOf(place)} label={label} />
  if (of.shape === 'either') return <Either of={of} place={place} label={label} />
  if (of.shape === 'list') return <ListField of={of.of} place={place} label={label} Inner={Inner} />
  if (of.shape === 'table') return <TableField of={of} place={place} label={label} Inner={Inner} />
  if (of.shape === 'object') return <Fields fields={of.fields} place={place} />
  return <Rule place={place} />
}

function fitsAt(doc: Drafting['doc'], place: Place, of: Shape): boolean {
  const node = nodeAt(doc, place)
  return node === undefined || fits(of, node)
}

/** One keyword of a group: its label, what it means, what is written, and what is said of it. */
export function Field({ field, place }: { readonly field: ShapeField; readonly place: Place }) {
  const { doc } = useDrafting()
  const { keyword, doc: says, of, presence } = field
  const line = isLine(of)
  const title = presence === 'required' ? `${keyword}（必写）` : keyword
  return (
    <div className={line ? 'draft-field' : 'draft-field draft-wide'}>
      {line ? (
        <label htmlFor={idOf(place)} title={says}>
          {title}
        </label>
      ) : (
        <span className="draft-label" title={says}>
          {title}
        </span>
      )}
      {line && fitsAt(doc, place, of) ? (
        <Line of={of} place={place} id={idOf(place)} />
      ) : (
        <Inner of={of} place={place} label={keyword} />
      )}
      <Told place={place} whole={of.shape !== 'object' && of.shape !== 'rule'} />
    </div>
  )
}

const FEW = 4

/** The keywords of a group; those that need not be written are shown when there is something, or on demand. */
export function Fields({
  fields,
  place,
  first = [],
  beside = [],
}: {
  readonly fields: readonly ShapeField[]
  readonly place: Place
  /** Keywords that are shown though they need not be written. */
  readonly first?: readonly string[]
  /** All keywords of the group, when these are some of them. */
  readonly beside?: readonly string[]
}) {
  const { doc } = useDrafting()
  const [all, setAll] = useState(false)
  const order = beside.length > 0 ? beside : fields.map(({ keyword }) => keyword)
  const written = keywordsAt(doc, place)
  const few = fields.length <= FEW
  const shown = fields.filter(
    ({ keyword, presence }) =>
      all || few || presence !== 'optional' || first.includes(keyword) || written.includes(keyword),
  )
  const strange = written.filter((keyword) => !order.includes(keyword))
  return (
    <div className="draft-fields">
      {shown.map((field) => (
        <Field key={field.keyword} field={field} place={below(place, field.keyword, order)} />
      ))}
      {strange.map((keyword) => (
        <OnlyText key={keyword} what={keyword} />
      ))}
      {shown.length < fields.length && (
        <Button type="link" size="small" className="draft-more" onClick={() => setAll(true)}>
          还可以写：
          {fields
            .filter((field) => !shown.includes(field))
            .map(({ keyword }) => keyword)
            .join('、')}
        </Button>
      )}
    </div>
  )
}
