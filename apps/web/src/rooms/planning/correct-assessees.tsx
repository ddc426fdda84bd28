import { type Corrected, planning, type Sent } from '@kaohe/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Card, Form, Input, Segmented, Select, Space } from 'antd'
import { useState } from 'react'
import { call, rehearse } from '../../api/client.ts'
import { Button } from '../../parts/button.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import type { CyclePageData } from './cycle-data.ts'
import { momentOf } from './words.ts'

type Body = NonNullable<Sent<typeof planning.correctAssessees>['body']>

interface Fields {
  readonly unit: string
  readonly type?: string
  readonly group?: string
  readonly reason: string
}

const COMES = '补列一个单位'
const GOES = '退出一个单位'

function Shifts({
  title,
  shifts,
}: {
  readonly title: string
  readonly shifts: Corrected['groups']
}) {
  if (shifts.length === 0) return null
  return (
    <table className="rule-table" aria-label={title}>
      <thead>
        <tr>
          <th>{title}</th>
          <th>现在</th>
          <th>更正以后</th>
        </tr>
      </thead>
      <tbody>
        {shifts.map(({ what, before, after }) => (
          <tr key={what}>
            <td>{what}</td>
            <td>{before}</td>
            <td>{before === after ? after : <strong>{after}（有变化）</strong>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Effect({ effect }: { readonly effect: Corrected }) {
  return (
    <div className="stack" role="status">
      {effect.undecidedBecause !== null && (
        <Alert type="warning" showIcon title={`暂时列入，资格待定：${effect.undecidedBecause}`} />
      )}
      <Shifts title="一起排名的单位" shifts={effect.groups} />
      <Shifts title="名额" shifts={effect.quotas} />
    </div>
  )
}

function optionsOf(
  cycle: CyclePageData,
  comes: boolean,
  all: readonly { unit: string; name: string }[],
) {
  const taking = new Set(
    cycle.assessees.filter((one) => one.excludedBecause === null).map(({ unit }) => unit),
  )
  return all
    .filter(({ unit }) => taking.has(unit) !== comes)
    .map(({ unit: value, name: label }) => ({ value, label }))
}

function CorrectionForm({
  cycle,
  onDone,
}: {
  readonly cycle: CyclePageData
  readonly onDone: () => void
}) {
  const [form] = Form.useForm<Fields>()
  const queries = useQueryClient()
  const [comes, setComes] = useState(true)
  const found = useQuery({
    queryKey: ['candidates', cycle.id],
    queryFn: () => call(planning.readCandidates, { params: { cycle: cycle.id } }),
  })
  const sentOf = ({ unit, type, group, reason }: Fields) => {
    const body: Body = { unit, type: comes ? (type ?? null) : null, group: group || null, reason }
    return { params: { cycle: cycle.id }, body }
  }
  const look = useMutation({
    mutationFn: (fields: Fields) => rehearse(planning.correctAssessees, sentOf(fields)),
  })
  const carryOut = useMutation({
    mutationFn: () => call(planning.correctAssessees, sentOf(form.getFieldsValue())),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['cycle', cycle.id] })
      onDone()
    },
  })
  const forget = (): void => {
    look.reset()
    carryOut.reset()
  }
  const units = optionsOf(cycle, comes, comes ? (found.data?.units ?? []) : cycle.assessees)
  return (
    <Form form={form} layout="vertical" onFinish={look.mutate} onValuesChange={forget}>
      <Form.Item label="更正什么">
        <Segmented
          options={[COMES, GOES]}
          value={comes ? COMES : GOES}
          onChange={(value) => {
            setComes(value === COMES)
            form.resetFields(['unit'])
            forget()
          }}
        />
      </Form.Item>
      <Form.Item name="unit" label="单位" rules={[{ required: true, message: '请选单位' }]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={units}
          loading={found.isPending}
          placeholder="写名称的一部分来找"
        />
      </Form.Item>
      {comes && (
        <>
          <Form.Item name="type" label="作为" rules={[{ required: true, message: '请选作为哪类' }]}>
            <Select
              options={(found.data?.types ?? []).map(({ id, name }) => ({
                value: id,
                label: name,
              }))}
            />
          </Form.Item>
          <Form.Item name="group" label="分组" extra="不写就用这个单位平时的分组">
            <Input />
          </Form.Item>
        </>
      )}
      <Form.Item
        name="reason"
        label="理由"
        extra="各单位都看得到"
        rules={[{ required: true, whitespace: true, message: '请写明理由' }]}
      >
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
      {look.data !== undefined && <Effect effect={look.data} />}
      {(look.error ?? carryOut.error) !== null && <Trouble error={look.error ?? carryOut.error} />}
      <Space style={{ marginTop: 8 }}>
        {look.data === undefined ? (
          <Button type="primary" htmlType="submit" loading={look.isPending}>
            看看有什么变化
          </Button>
        ) : (
          <Button type="primary" onClick={() => carryOut.mutate()} loading={carryOut.isPending}>
            确定更正
          </Button>
        )}
        <Button onClick={onDone}>取消</Button>
      </Space>
    </Form>
  )
}

/** After a year has begun: a late unit comes, one goes; what it means is shown before it is done. */
export function CorrectAssessees({ cycle }: { readonly cycle: CyclePageData }) {
  const [open, setOpen] = useState(false)
  if (!open)
    return (
      <p>
        <Button onClick={() => setOpen(true)}>更正考核对象</Button>
      </p>
    )
  return (
    <Card size="small" title="更正考核对象" style={{ marginBottom: 16 }}>
      <CorrectionForm cycle={cycle} onDone={() => setOpen(false)} />
    </Card>
  )
}

/** Who came and who went since the year began, and why. */
export function Corrections({ cycle }: { readonly cycle: CyclePageData }) {
  if (cycle.corrections.length === 0) return null
  return (
    <section aria-label="考核对象的更正">
      <h2 className="scheme-category">考核对象的更正</h2>
      <ul className="plain-list">
        {cycle.corrections.map(({ id, name, kind, reason, by, at }) => (
          <li key={id} className="finding">
            {kind === 'added' ? '补列' : '退出'} {name}：{reason}
            <span className="clause">
              {by}，{momentOf(at)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
