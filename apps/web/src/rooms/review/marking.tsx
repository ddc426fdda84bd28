import type { DeskUnit, MarkField, Reported } from '@kaohe/contract'
import { useQuery } from '@tanstack/react-query'
import { Collapse, Select, Skeleton, Tag } from 'antd'
import { useRef, useState } from 'react'
import { Trouble } from '../../parts/trouble.tsx'
import { saySize } from '../reporting/say.ts'
import { type DeskPageData, type DeskPlace, itemQuery } from './data.ts'
import { VERDICT } from './exhibits-data.ts'
import { MarkCell, sayRange } from './mark-cell.tsx'
import { Spread } from './spread.tsx'

function Files({ files }: Pick<Reported, 'files'>) {
  return (
    <ul className="files">
      {files.map(({ id, name, size, verdict }) => (
        <li key={id}>
          <a href={`/api/evidence/${id}`} target="_blank" rel="noreferrer">
            {name}
          </a>{' '}
          <span className="muted">
            {saySize(size)}
            {verdict !== null && verdict !== 'open' && ` · ${VERDICT[verdict]}`}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Said({ reported }: { readonly reported: Reported | undefined }) {
  if (reported === undefined) return null
  const { work, data, files, observations, submitted, lateDays } = reported
  const nothing =
    work === null && data.length === 0 && files.length === 0 && observations.length === 0
  return (
    <div className="said">
      {submitted !== 'confirmed' && <Tag>{submitted === 'returned' ? '已退回' : '还没有提交'}</Tag>}
      {lateDays !== null && lateDays > 0 && <Tag color="orange">逾期 {lateDays} 天</Tag>}
      {nothing && <span className="muted">没有填报，也没有材料和记录</span>}
      {work !== null && <p className="work">{work}</p>}
      {data.map(({ name, text, source }) => (
        <p key={name}>
          {name}：<strong>{text}</strong> <span className="muted">{source}</span>
        </p>
      ))}
      {files.length > 0 && <Files files={files} />}
      {observations.map(({ on, text, by }) => (
        <p key={`${on}${text}`} className="seen">
          {on} {by}：{text}
        </p>
      ))}
    </div>
  )
}

interface RowsProps {
  readonly place: DeskPlace
  readonly data: DeskPageData
  readonly field: MarkField
  readonly units: readonly DeskUnit[]
  readonly reported: ReadonlyMap<string, Reported>
}

function Rows({ place, data, field, units, reported }: RowsProps) {
  const table = useRef<HTMLTableElement>(null)
  const writable = data.desk.mine && (data.desk.state === 'draft' || data.desk.state === 'returned')
  const move = (at: number) => (by: -1 | 1) => {
    const next = units[at + by]
    table.current?.querySelector<HTMLInputElement>(`[data-mark="${next?.id}"]`)?.focus()
  }
  return (
    <table className="marking" ref={table}>
      <thead>
        <tr>
          <th scope="col">单位</th>
          <th scope="col">打分</th>
          <th scope="col">填报、材料和平时观察</th>
        </tr>
      </thead>
      <tbody>
        {units.map((unit, at) => (
          <tr key={`${field.id}/${unit.id}`}>
            <th scope="row">
              {unit.name}
              {unit.own && <p className="muted">您在这里任职，由其他人评价</p>}
            </th>
            <td>
              <MarkCell
                key={`${field.id}/${unit.id}`}
                place={place}
                field={field}
                unit={unit}
                mark={data.marks.find((one) => one.item === field.id && one.unit === unit.id)}
                writable={writable && !unit.own}
                onMove={move(at)}
              />
            </td>
            <td>
              <Said reported={reported.get(unit.id)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const givenOn = ({ marks }: DeskPageData, { id }: MarkField): number =>
  marks.filter(({ item, text }) => item === id && text !== '').length

/** One indicator across all units: the rule above, what was reported beside each mark. */
export function Marking({
  place,
  data,
}: {
  readonly place: DeskPlace
  readonly data: DeskPageData
}) {
  const [picked, setPicked] = useState(data.fields[0]?.id ?? '')
  const field = data.fields.find(({ id }) => id === picked)
  const found = useQuery({ ...itemQuery(place, picked), enabled: field !== undefined })
  if (field === undefined) return null
  if (found.isError) return <Trouble error={found.error} onRetry={() => void found.refetch()} />
  const reported = new Map((found.data?.units ?? []).map((one) => [one.unit, one]))
  const units = found.data === undefined ? [] : data.units.filter(({ id }) => reported.has(id))
  const rule = (
    <>
      {found.data?.rule !== null && <p>{found.data?.rule}</p>}
      <ul>
        {found.data?.requirements.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      {field.basis !== null && <p>依据：{field.basis}</p>}
    </>
  )
  return (
    <>
      <Select
        aria-label="哪一项指标"
        className="pick-item"
        showSearch
        optionFilterProp="label"
        value={picked}
        onChange={setPicked}
        options={data.fields.map((one) => ({
          value: one.id,
          label: `${one.clause === null ? '' : `${one.clause} `}${one.name}（${givenOn(data, one)}/${data.units.length}）`,
        }))}
      />
      <p>
        {sayRange(field)}
        {field.together.length > 0 && (
          <span className="muted">；与{field.together.join('、')}分别打分</span>
        )}
      </p>
      <Collapse size="small" items={[{ key: 'rule', label: '要求和计分规则', children: rule }]} />
      <div className="marking-page">
        {found.isPending && <Skeleton active />}
        {found.isSuccess && (
          <Rows place={place} data={data} field={field} units={units} reported={reported} />
        )}
        <Spread name={field.name} marks={data.marks.filter(({ item }) => item === field.id)} />
      </div>
    </>
  )
}
