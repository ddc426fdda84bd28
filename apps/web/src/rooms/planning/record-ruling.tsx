import { planning, type Question, type SchemeReading } from '@kaohe/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Form, Input, Radio, Select } from 'antd'
import { call } from '../../api/client.ts'
import { Button } from '../../parts/button.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import type { CyclePageData } from './cycle-data.ts'

interface Fields {
  readonly answer: string
  readonly body: string
  readonly decidedOn: string
  readonly reason: string
  readonly reading?: string
  readonly option?: string
}

const required = (message: string) => [{ required: true, message }]

function Options({ readings }: { readonly readings: readonly SchemeReading[] }) {
  const id = Form.useWatch<string | undefined>('reading')
  const reading = readings.find((one) => one.id === id)
  if (reading === undefined) return null
  return (
    <Form.Item name="option" label="会议选的是哪一种理解" rules={required('请选一种')}>
      <Radio.Group options={reading.options.map((one) => ({ value: one.id, label: one.note }))} />
    </Form.Item>
  )
}

/** What a meeting decided about a question: it becomes a reading, in a correction that waits to be published. */
export function RecordRuling({
  cycle,
  question,
}: {
  readonly cycle: CyclePageData
  readonly question: Question
}) {
  const queries = useQueryClient()
  const scheme = useQuery({
    queryKey: ['scheme', cycle.scheme],
    queryFn: () => call(planning.readScheme, { params: { scheme: cycle.scheme } }),
  })
  const record = useMutation({
    mutationFn: ({ reading, option, ...fields }: Fields) =>
      call(planning.recordRuling, {
        params: { cycle: cycle.id },
        body: {
          ...fields,
          question: question.id,
          clause: question.clause,
          asked: question.text,
          reading: reading === undefined || option === undefined ? null : { id: reading, option },
        },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['questions', cycle.id] }),
  })
  const readings = scheme.data?.pages?.readings ?? []
  return (
    <Form layout="vertical" onFinish={record.mutate}>
      <Form.Item name="answer" label="决定怎样理解" rules={required('请写明决定')}>
        <Input.TextArea rows={2} />
      </Form.Item>
      <Form.Item name="body" label="哪个会议" rules={required('请写明哪个会议')}>
        <Input placeholder="如 团市委书记会" />
      </Form.Item>
      <Form.Item name="decidedOn" label="哪一天" rules={required('请选日期')}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="reason" label="理由" rules={required('请写明理由')}>
        <Input.TextArea rows={2} />
      </Form.Item>
      <Form.Item name="reading" label="对应方案里的哪条口径（没有就不选，另记一条）">
        <Select
          allowClear
          showSearch
          optionFilterProp="label"
          loading={scheme.isPending}
          options={readings.map((one) => ({ value: one.id, label: one.question }))}
        />
      </Form.Item>
      <Options readings={readings} />
      <Button type="primary" htmlType="submit" loading={record.isPending}>
        记下决定
      </Button>
      <p className="muted">决定写进一份更正的草案，由两个人发布以后生效，所有单位都看得到。</p>
      {record.isError && <Trouble error={record.error} />}
    </Form>
  )
}
