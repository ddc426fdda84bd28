import { type PlanTask, planning, type Sent } from '@kaohe/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, Input, Segmented, Select } from 'antd'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { Button } from '../../parts/button.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { sendFiles } from './send-files.ts'
import { STEP_KIND } from './words.ts'

type Body = NonNullable<Sent<typeof planning.takeStep>['body']>
type Kind = Body['kind']

interface Fields {
  readonly text: string
  readonly target?: number
  readonly reached?: string
  readonly evidence?: string
}

const TEXT: Readonly<Record<Kind, string>> = {
  report: '做了什么',
  reminder: '催办什么',
  closing: '结论',
  reopening: '为什么重新打开',
}

function ReportFields({
  task,
  onFiles,
}: {
  readonly task: PlanTask
  readonly onFiles: (files: readonly File[]) => void
}) {
  const at = Form.useWatch<number | undefined>('target')
  const target = at === undefined ? undefined : task.targets[at - 1]
  const options = task.targets.map(({ what }, i) => ({ value: i + 1, label: what }))
  return (
    <>
      {options.length > 0 && (
        <Form.Item name="target" label="关于哪个目标" extra={target && `销号要求：${target.rule}`}>
          <Select allowClear options={options} />
        </Form.Item>
      )}
      <Form.Item name="reached" label="达到了什么（数、日期或文号）">
        <Input />
      </Form.Item>
      <Form.Item name="evidence" label="材料在哪里">
        <Input />
      </Form.Item>
      <Form.Item label="或者传材料（每份不超过 30 MB）" htmlFor={`files-${task.id}`}>
        <input
          id={`files-${task.id}`}
          type="file"
          multiple
          onChange={({ target: chosen }) => onFiles([...(chosen.files ?? [])])}
        />
      </Form.Item>
    </>
  )
}

function StepForm({
  task,
  plan,
  onDone,
}: {
  readonly task: PlanTask
  readonly plan: string
  readonly onDone: () => void
}) {
  const queries = useQueryClient()
  const kinds: readonly Kind[] =
    task.state === 'closed' ? ['reopening'] : ['report', 'reminder', 'closing']
  const [kind, setKind] = useState<Kind>(kinds[0] ?? 'report')
  const [files, setFiles] = useState<readonly File[]>([])
  const take = useMutation({
    mutationFn: async (fields: Fields) => {
      const sent = await sendFiles(plan, task.id, kind === 'report' ? files : [])
      return call(planning.takeStep, {
        params: { plan, task: task.id },
        body: {
          kind,
          text: fields.text,
          target: fields.target ?? null,
          reached: fields.reached || null,
          evidence: fields.evidence || null,
          files: sent,
        },
      })
    },
    onSuccess: async () => {
      onDone()
      await queries.invalidateQueries({ queryKey: ['plan', plan] })
    },
  })
  return (
    <Form layout="vertical" onFinish={take.mutate} style={{ marginTop: 8 }}>
      <Form.Item label="督办">
        <Segmented
          options={kinds.map((value) => ({ value, label: STEP_KIND[value] }))}
          value={kind}
          onChange={setKind}
        />
      </Form.Item>
      {kind === 'report' && <ReportFields task={task} onFiles={setFiles} />}
      <Form.Item name="text" label={TEXT[kind]} rules={[{ required: true, message: '请写明' }]}>
        <Input.TextArea rows={2} />
      </Form.Item>
      {take.isError && <Trouble error={take.error} />}
      <Button type="primary" htmlType="submit" loading={take.isPending}>
        记下
      </Button>
    </Form>
  )
}

/** A report, a reminder, the closing of a task, or its opening again. */
export function Supervise({ task, plan }: { readonly task: PlanTask; readonly plan: string }) {
  const [open, setOpen] = useState(false)
  if (!open)
    return (
      <Button size="small" onClick={() => setOpen(true)}>
        {task.state === 'closed' ? '重新打开' : '督办'}
      </Button>
    )
  return <StepForm task={task} plan={plan} onDone={() => setOpen(false)} />
}
