import { followup, type UnitResult } from '@kaohe/contract'
import { useMutation } from '@tanstack/react-query'
import { Input } from 'antd'
import { useId, useState } from 'react'
import { call } from '../../api/client.ts'
import { Button } from '../../parts/button.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useFreshMeasures } from './data.ts'
import './followup.css'

interface Props {
  readonly snapshot: string
  readonly unit: string
  readonly items: UnitResult['items']
}

// Whether points were lost at all; how many, the server works out exactly.
function isShort({ points, full }: UnitResult['items'][number]): boolean {
  return points !== null && full !== null && Number.parseFloat(points) < Number.parseFloat(full)
}

function One({ snapshot, unit, item, dueOn }: OneProps) {
  const fresh = useFreshMeasures()
  const rectify = useMutation({
    mutationFn: () =>
      call(followup.rectifyItem, {
        params: { snapshot, assessee: unit },
        body: { item: item.id, dueOn: dueOn || null },
      }),
    onSuccess: fresh,
  })
  const { points, full, clause, name } = item
  return (
    <li>
      {clause !== null && `${clause} `}
      {name}
      <span className="muted">
        {'　'}得 {points}／{full}
      </span>{' '}
      {rectify.data === undefined ? (
        <Button
          size="small"
          aria-label={`${name}：列为整改`}
          loading={rectify.isPending}
          onClick={() => rectify.mutate()}
        >
          列为整改
        </Button>
      ) : (
        <span role="status">已列为整改（失 {rectify.data.pointsLost} 分），单位可见</span>
      )}
      {rectify.isError && <Trouble error={rectify.error} />}
    </li>
  )
}

interface OneProps {
  readonly snapshot: string
  readonly unit: string
  readonly item: UnitResult['items'][number]
  readonly dueOn: string
}

/** Every item on which points were lost becomes something to make good, with one click. */
export function Rectify({ snapshot, unit, items }: Props) {
  const id = useId()
  const [dueOn, setDueOn] = useState('')
  const lost = items.filter(isShort)
  if (lost.length === 0) return null
  return (
    <section aria-labelledby="rectify">
      <h2 id="rectify">失分整改</h2>
      <label htmlFor={id}>整改期限（列出时一起写上，可以空着）</label>
      <Input
        id={id}
        type="date"
        value={dueOn}
        onChange={({ target }) => setDueOn(target.value)}
        style={{ width: 180, display: 'block' }}
      />
      <ul className="rectify">
        {lost.map((item) => (
          <One key={item.id} snapshot={snapshot} unit={unit} item={item} dueOn={dueOn} />
        ))}
      </ul>
    </section>
  )
}
