import { type DeskUnit, type Opinion, remarkLength, review } from '@kaohe/contract'
import { Card, Input, Select, Tag } from 'antd'
import { useId } from 'react'
import { call } from '../../api/client.ts'
import { useMe } from '../../app/session.ts'
import type { Standing } from '../../parts/refused.tsx'
import { useAutosave } from '../planning/autosave.ts'
import { SaveState } from '../planning/save-state.tsx'
import type { DeskPageData, DeskPlace } from './data.ts'

interface Written {
  readonly grade: string | null
  readonly comment: string
}

interface Props {
  readonly place: DeskPlace
  readonly data: DeskPageData
  readonly unit: DeskUnit
  readonly opinion: Opinion | undefined
}

function readOpinion(standing: Standing): Written {
  const { grade, comment } = (standing ?? {}) as Partial<Written>
  return { grade: grade ?? null, comment: comment ?? '' }
}

function Write({ place, data, unit, opinion }: Props) {
  const id = useId()
  const { person } = useMe()
  const save = useAutosave<Written>({
    key: `opinion/${person.id}/${place.cycle}/${place.party}/${unit.id}`,
    initial: { grade: opinion?.grade ?? null, comment: opinion?.comment ?? '' },
    version: opinion?.version ?? 0,
    save: async (written, version) => {
      const body = { unit: unit.id, ...written, version }
      const saved = await call(review.giveOpinion, { params: { ...place }, body })
      return saved.opinion.version
    },
    read: readOpinion,
  })
  const { value } = save
  const say = ({ grade, comment }: Written): string => {
    const suggested = data.grades.find(({ id: one }) => one === grade)?.name
    return suggested === undefined ? comment : `建议：${suggested}\n${comment}`
  }
  const length = remarkLength(value.comment)
  const over = data.remark !== null && length > data.remark
  return (
    <div className="opinion-write">
      {data.grades.length > 0 && (
        <Select
          aria-label={`${unit.name}的等次建议`}
          allowClear
          placeholder="等次建议"
          options={data.grades.map(({ id: grade, name }) => ({ value: grade, label: name }))}
          value={value.grade}
          onChange={(grade: string | null | undefined) =>
            save.write({ ...value, grade: grade ?? null })
          }
          className="opinion-grade"
        />
      )}
      <Input.TextArea
        aria-label={`${unit.name}的评语`}
        aria-describedby={`${id}-length`}
        placeholder="评语"
        autoSize={{ minRows: 1, maxRows: 10 }}
        {...(over && { status: 'error' as const })}
        value={value.comment}
        onChange={({ target }) => save.write({ ...value, comment: target.value })}
      />
      <div className="opinion-state">
        <span id={`${id}-length`} className={over ? 'mark-problem' : 'muted'}>
          {length} 字{data.remark !== null && `，最多 ${data.remark} 字`}
        </span>
        <SaveState save={save} what="这份评语" say={say} />
      </div>
    </div>
  )
}

function Read({ data, opinion }: Pick<Props, 'data' | 'opinion'>) {
  if (opinion === undefined) return <p className="muted">没有评语</p>
  const grade = data.grades.find(({ id }) => id === opinion.grade)?.name
  return (
    <>
      {grade !== undefined && <Tag>建议：{grade}</Tag>}
      <p className="work">{opinion.comment || '没有评语'}</p>
    </>
  )
}

/** What the department says of each unit in all, built on its marks. */
export function Opinions({
  place,
  data,
}: {
  readonly place: DeskPlace
  readonly data: DeskPageData
}) {
  const { desk, units, opinions } = data
  const writable = desk.mine && (desk.state === 'draft' || desk.state === 'returned')
  return (
    <div className="opinions">
      {units.map((unit) => {
        const opinion = opinions.find((one) => one.unit === unit.id)
        const points = `${unit.points ?? '—'}${unit.full === null ? '' : ` / ${unit.full}`} 分`
        const lacking = unit.lacking > 0 && `，还有 ${unit.lacking} 个没有打`
        const extra = (
          <span className="muted">
            {points}
            {lacking}
          </span>
        )
        return (
          <Card key={unit.id} size="small" title={unit.name} extra={extra}>
            {opinion?.returned && (
              <p role="note" className="mark-problem">
                退回：{opinion.returned}
              </p>
            )}
            {writable && !unit.own ? (
              <Write place={place} data={data} unit={unit} opinion={opinion} />
            ) : (
              <Read data={data} opinion={opinion} />
            )}
          </Card>
        )
      })}
    </div>
  )
}
