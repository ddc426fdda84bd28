import { type Answer, type Objection, result } from '@kaohe/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Alert, Popconfirm, Select, Space } from 'antd'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { useMay } from '../../app/session.ts'
import { Button } from '../../parts/button.tsx'
import { Refused } from '../../parts/refused.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useOver } from '../../parts/use-over.ts'
import { useStep } from '../../parts/use-step.tsx'
import { Attach } from '../reporting/attach.tsx'
import { Form, Labelled } from './form.tsx'
import { ownObjectionsQuery, sayObjection, sending } from './objection-data.ts'
import { ObjectionTold } from './objection-told.tsx'

type Result = Answer<typeof result.readReleased>['results'][number]

function useFresh() {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: ownObjectionsQuery.queryKey })
}

function Draft({ one }: { readonly one: Objection }) {
  const fresh = useFresh()
  const mayFile = useMay('objection.file')
  const params = { object: one.id }
  const form = useOver({
    at: ['objection', one.id],
    was: one.text,
    version: one.version,
    send: (said, version) =>
      call(result.changeObjection, { params, body: { text: said, version } }),
    fresh,
  })
  const text = form.value
  const file = useStep({
    now: sayObjection,
    mutationFn: () => call(result.fileObjection, { params, body: { version: one.version } }),
    onSuccess: fresh,
  })
  const isChanged = text !== one.text
  return (
    <Form label={`改写对${one.figureName}的申诉`} onSubmit={() => form.send()}>
      <Labelled label="申诉的理由" rows={3} value={text} change={form.write} />
      <Attach
        sending={sending}
        object={one.id}
        label={`对${one.figureName}的申诉`}
        onDone={fresh}
      />
      <Space wrap>
        <Button htmlType="submit" disabled={!isChanged} loading={form.pending}>
          保存
        </Button>
        {mayFile ? (
          <Button
            type="primary"
            disabled={isChanged}
            loading={file.isPending}
            onClick={() => file.mutate()}
          >
            确认提出
          </Button>
        ) : (
          <span className="muted">写好以后，由本单位负责人确认提出。</span>
        )}
      </Space>
      <Refused {...form.refused} what="这份申诉" mine={text} theirs={sayObjection} />
      {file.isError && <Trouble error={file.error} />}
    </Form>
  )
}

function Filed({ one }: { readonly one: Objection }) {
  const fresh = useFresh()
  const mayFile = useMay('objection.file')
  const withdraw = useStep({
    now: sayObjection,
    mutationFn: () =>
      call(result.withdrawObjection, {
        params: { object: one.id },
        body: { version: one.version },
      }),
    onSuccess: fresh,
  })
  if (!mayFile || (one.state !== 'filed' && one.state !== 'replied')) return null
  return (
    <>
      <Popconfirm
        title="撤回这份申诉？"
        okText="撤回"
        cancelText="不撤回"
        onConfirm={() => withdraw.mutate()}
      >
        <Button size="small">撤回</Button>
      </Popconfirm>
      {withdraw.isError && <Trouble error={withdraw.error} />}
    </>
  )
}

function Begin({
  one,
}: {
  readonly one: Result & { objection: NonNullable<Result['objection']> }
}) {
  const fresh = useFresh()
  const [figure, setFigure] = useState<string | null>(null)
  const [text, setText] = useState('')
  const { figures } = one.objection
  const write = useMutation({
    mutationFn: () =>
      call(result.writeObjection, {
        params: { release: one.release },
        body: { figure: figure ?? '', text },
      }),
    onSuccess: async () => {
      setFigure(null)
      setText('')
      await fresh()
    },
  })
  return (
    <Form label="写申诉" onSubmit={() => write.mutate()}>
      <Select
        aria-label="对哪个数有异议"
        placeholder="对哪个数有异议"
        options={figures.map((each) => ({
          value: each.figure,
          label: `${each.name}：${each.says}`,
        }))}
        value={figure}
        onChange={setFigure}
      />
      <Labelled label="申诉的理由" rows={3} value={text} change={setText} />
      <Button
        htmlType="submit"
        disabled={figure === null || text.trim() === ''}
        loading={write.isPending}
      >
        存为草稿
      </Button>
      {write.isError && <Trouble error={write.error} />}
    </Form>
  )
}

/** What a unit holds against what it was told, and until when it may. */
export function Objecting({ one }: { readonly one: Result }) {
  const found = useQuery(ownObjectionsQuery)
  if (found.isError) return <Trouble error={found.error} onRetry={() => void found.refetch()} />
  const all = (found.data?.objections ?? []).filter(({ cycle }) => cycle === one.cycle)
  const { objection } = one
  if (objection === null && all.length === 0) return null
  return (
    <section aria-label={`${one.title}：申诉`}>
      <h3>申诉</h3>
      {objection !== null && (
        <Alert
          type="info"
          title={
            objection.open
              ? `对反馈的数有异议，可以在 ${objection.until} 24:00（北京时间）前提出，逐个数写明理由。`
              : `申诉已于 ${objection.until} 24:00（北京时间）截止。`
          }
        />
      )}
      {all.map((each) => (
        <div key={`${each.id}/${each.version}`}>
          <ObjectionTold one={each} />
          {each.state === 'draft' ? <Draft one={each} /> : <Filed one={each} />}
        </div>
      ))}
      {objection?.open === true && <Begin one={{ ...one, objection }} />}
    </section>
  )
}
