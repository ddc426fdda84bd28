import { type Matter, result } from '@kaohe/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { Button } from '../../parts/button.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import type { SnapshotPageData } from './data.ts'
import { Form, Labelled } from './form.tsx'

interface Props {
  readonly data: SnapshotPageData
  readonly unit: string
}

const EMPTY = {
  value: '',
  body: '',
  on: '',
  number: '',
  mover: '',
  reason: '',
  yes: '',
  no: '',
  off: '',
}

function valueOf({ asks }: Matter, text: string): string | number | boolean | null {
  if (text === '') return null
  if (asks === 'order') return Number(text)
  return asks === 'grant' ? text === 'yes' : text
}

function Value({ matter, data, value, change }: ValueProps) {
  if (matter.asks === 'order')
    return <Labelled label="先后的序号" type="number" value={value} change={change} />
  const options =
    matter.asks === 'grade'
      ? data.grades.map(({ id, name }) => ({ value: id, label: name }))
      : [
          { value: 'yes', label: '给予' },
          { value: 'no', label: '不给' },
        ]
  return (
    <Select
      aria-label={`${matter.name}：决定`}
      allowClear
      placeholder="决定（空着就是撤回以前的决定）"
      options={options}
      value={value || null}
      onChange={(next: string | null | undefined) => change(next ?? '')}
    />
  )
}

interface ValueProps {
  readonly matter: Matter
  readonly data: SnapshotPageData
  readonly value: string
  change(value: string): void
}

/** Writes down what the meeting decided of a unit: by whom it was moved, why, and how it voted. */
export function Resolve({ data, unit }: Props) {
  const queries = useQueryClient()
  const [on, setOn] = useState(data.matters[0]?.on ?? '')
  const [typed, setTyped] = useState(EMPTY)
  const put = (part: Partial<typeof EMPTY>): void => setTyped({ ...typed, ...part })
  const matter = data.matters.find((one) => one.on === on)
  const snapshot = data.snapshot.id
  const write = useMutation({
    mutationFn: () => {
      const voted = [typed.yes, typed.no, typed.off].map(Number)
      const [yes = 0, against = 0, abstained = 0] = voted
      return call(result.resolve, {
        params: { snapshot },
        body: {
          assessee: unit,
          matter: on,
          value: matter === undefined ? null : valueOf(matter, typed.value),
          body: typed.body,
          decidedOn: typed.on,
          number: typed.number || null,
          mover: typed.mover,
          reason: typed.reason,
          votes: typed.yes === '' ? null : { for: yes, against, abstained },
        },
      })
    },
    onSuccess: async () => {
      setTyped({ ...EMPTY, body: typed.body, on: typed.on, mover: typed.mover })
      await queries.invalidateQueries({ queryKey: ['snapshot', snapshot] })
    },
  })
  if (matter === undefined) return <p className="muted">方案没有把什么事交给会议决定。</p>
  return (
    <Form label="记下会议的决定" onSubmit={() => write.mutate()}>
      <Select
        aria-label="决定什么"
        options={data.matters.map((one) => ({ value: one.on, label: one.name }))}
        value={on}
        onChange={setOn}
      />
      {on === 'grade-adjusted' && (
        <p className="muted">
          等次按得分算出；会议要调整的，写明谁提出、理由和表决。计算的等次和调整以后的都留着，一起显示。
        </p>
      )}
      <Value matter={matter} data={data} value={typed.value} change={(value) => put({ value })} />
      <Labelled label="哪个会议" value={typed.body} change={(body) => put({ body })} />
      <Labelled label="哪一天" type="date" value={typed.on} change={(day) => put({ on: day })} />
      <Labelled label="谁提出" value={typed.mover} change={(mover) => put({ mover })} />
      <Labelled label="理由" rows={2} value={typed.reason} change={(reason) => put({ reason })} />
      <div className="votes">
        <Labelled label="同意" type="number" value={typed.yes} change={(yes) => put({ yes })} />
        <Labelled label="反对" type="number" value={typed.no} change={(no) => put({ no })} />
        <Labelled label="弃权" type="number" value={typed.off} change={(off) => put({ off })} />
      </div>
      <Labelled
        label="文号（没有就空着）"
        value={typed.number}
        change={(number) => put({ number })}
      />
      <Button type="primary" htmlType="submit" loading={write.isPending}>
        记下决定
      </Button>
      {write.isError && <Trouble error={write.error} />}
    </Form>
  )
}
