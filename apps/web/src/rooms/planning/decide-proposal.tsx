import { planning } from '@kaohe/contract'
import { Form, Input, Space } from 'antd'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { Button } from '../../parts/button.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useStep } from '../../parts/use-step.tsx'
import { sayProposal } from './words.ts'

interface Props {
  readonly id: string
  readonly version: number
  readonly onDone: () => void
}

/** Merges what a department handed in, or returns it with a reason. */
export function DecideProposal({ id, version, onDone }: Props) {
  const [returning, setReturning] = useState(false)
  const decide = useStep({
    now: sayProposal,
    typed: (because) => because ?? '',
    mutationFn: (because: string | null) =>
      call(planning.decideProposal, {
        params: { proposal: id },
        body: because === null ? { accept: true, version } : { accept: false, version, because },
      }),
    onSuccess: onDone,
  })
  return (
    <div className="stack">
      <Space wrap>
        <Button type="primary" loading={decide.isPending} onClick={() => decide.mutate(null)}>
          并入方案
        </Button>
        <Button onClick={() => setReturning(true)}>退回</Button>
      </Space>
      {returning && (
        <Form
          layout="vertical"
          onFinish={({ because }: { because: string }) => decide.mutate(because)}
        >
          <Form.Item
            name="because"
            label="退回的理由"
            rules={[{ required: true, message: '请写明理由，部门才知道改什么' }]}
          >
            <Input.TextArea rows={3} />
          </Form.Item>
          <Button htmlType="submit">退回部门</Button>
        </Form>
      )}
      {decide.isError && <Trouble error={decide.error} />}
    </div>
  )
}
