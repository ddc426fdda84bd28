import type { Shape, ShapeField } from '@kaohe/contract'
import { Input, Select } from 'antd'
import type { ComponentType } from 'react'
import { Button } from '../../../parts/button.tsx'
import { useDrafting } from './context.ts'
import {
  below,
  keyOf,
  keywordsAt,
  membersAt,
  type Place,
  rename,
  wordsAt,
  write,
} from './document.ts'
import { Line } from './line.tsx'
import { columnsOf, isLine } from './shapes.ts'

/** What shows something of any shape, without a label of its own. */
export type Inner = ComponentType<{
  readonly of: Shape
  readonly place: Place
  readonly label: string
}>

interface Props {
  readonly of: Shape
  readonly place: Place
  readonly label: string
  readonly Inner: Inner
}

const idOf = (place: Place): string => `draft/${keyOf(place)}`

function Remove({ place, what }: { readonly place: Place; readonly what: string }) {
  const { edit, readOnly } = useDrafting()
  if (readOnly) return null
  return (
    <Button
      size="small"
      type="text"
      aria-label={`删去${what}`}
      onClick={() => edit((text) => write(text, place, undefined))}
    >
      删去
    </Button>
  )
}

function Add({ place, content, what }: { place: Place; content: object | string; what: string }) {
  const { edit, readOnly } = useDrafting()
  if (readOnly) return null
  return (
    <Button
      size="small"
      onClick={() => edit((text) => write(text, place, content as Record<string, string>))}
    >
      加一{what}
    </Button>
  )
}

function WordList({ of, place, label }: Props) {
  const { doc, names, edit, readOnly } = useDrafting()
  const value = membersAt(doc, place).map((one) => wordsAt(doc, one) ?? '')
  const known = of.shape === 'reference' ? names[of.to] : undefined
  return (
    <Select
      id={idOf(place)}
      aria-label={label}
      mode={known === undefined ? 'tags' : 'multiple'}
      value={value}
      disabled={readOnly}
      style={{ width: '100%' }}
      placeholder={known === undefined ? '写一个，按回车' : '可以选几个'}
      options={(known ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={(next: string[]) =>
        edit((text) => write(text, place, next.length === 0 ? undefined : next))
      }
    />
  )
}

function RowTable({
  columns,
  place,
  label,
}: {
  readonly columns: readonly ShapeField[]
  readonly place: Place
  readonly label: string
}) {
  const { doc } = useDrafting()
  const order = columns.map(({ keyword }) => keyword)
  const rows = membersAt(doc, place)
  return (
    <table className="draft-table" aria-label={label}>
      <thead>
        <tr>
          {columns.map(({ keyword, doc: says }) => (
            <th key={keyword} title={says}>
              {keyword}
            </th>
          ))}
          <td />
        </tr>
      </thead>
      <tbody>
        {rows.map((row, i) => (
          <tr key={keyOf(row)}>
            {columns.map(({ keyword, of }) => (
              <td key={keyword} {...(of.shape === 'text' && { className: 'draft-words' })}>
                <Line
                  of={of}
                  place={below(row, keyword, order)}
                  id={idOf(below(row, keyword))}
                  label={`${label}第 ${i + 1} 行${keyword}`}
                />
              </td>
            ))}
            <td>
              <Remove place={row} what={`${label}第 ${i + 1} 行`} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** A list: words in a row, members as rows of a table, or one below the other. */
export function ListField({ of, place, label, Inner }: Props) {
  const { doc } = useDrafting()
  if (isLine(of) && of.shape !== 'condition' && of.shape !== 'points' && of.shape !== 'either')
    return <WordList of={of} place={place} label={label} Inner={Inner} />
  const rows = membersAt(doc, place)
  const columns = columnsOf(of)
  return (
    <div className="draft-list">
      {columns !== undefined && rows.length > 0 && (
        <div className="draft-scroll">
          <RowTable columns={columns} place={place} label={label} />
        </div>
      )}
      {columns === undefined &&
        rows.map((row, i) => (
          <div key={keyOf(row)} className="draft-member">
            <Inner of={of} place={row} label={`${label}第 ${i + 1} 个`} />
            <Remove place={row} what={`${label}第 ${i + 1} 个`} />
          </div>
        ))}
      <Add
        place={below(place, rows.length)}
        content={isLine(of) ? '…' : of.shape === 'rule' ? { 打分: { 依据: '写明' } } : {}}
        what={columns === undefined ? `个${label}` : '行'}
      />
    </div>
  )
}

const UNNAMED = '…'

/** A table of two columns: what it goes by, and what is given for it, which can be a table again. */
export function TableField({ of, place, label, Inner }: Props) {
  const { doc, edit, readOnly } = useDrafting()
  if (of.shape !== 'table') return null
  const keys = keywordsAt(doc, place)
  const fresh = of.of.shape === 'table' ? { [UNNAMED]: UNNAMED } : UNNAMED
  return (
    <div className="draft-list">
      {keys.map((key, i) => (
        // The key of a row changes while it is written: its position stays.
        <div key={i} className="draft-pair">
          <Input
            aria-label={`${label}第 ${i + 1} 档`}
            value={key}
            disabled={readOnly}
            onChange={({ target }) => edit((text) => rename(text, place, i, target.value))}
          />
          <Inner of={of.of} place={below(place, key)} label={`${label}${key}`} />
          <Remove place={below(place, key)} what={`${label}${key}`} />
        </div>
      ))}
      {!keys.includes(UNNAMED) && <Add place={below(place, UNNAMED)} content={fresh} what="档" />}
    </div>
  )
}
