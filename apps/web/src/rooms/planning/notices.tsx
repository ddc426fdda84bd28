import { type Notice, planning } from '@kaohe/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Card, Collapse, Empty, Form, Input, Progress, Skeleton, Tag } from 'antd'
import { call } from '../../api/client.ts'
import { useMay, useMe } from '../../app/session.ts'
import { Button } from '../../parts/button.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import type { CyclePageData } from './cycle-data.ts'
import { momentOf } from './words.ts'

function Send({ cycle }: { readonly cycle: string }) {
  const queries = useQueryClient()
  const [form] = Form.useForm<{ title: string; text: string }>()
  const send = useMutation({
    mutationFn: (body: { title: string; text: string }) =>
      call(planning.sendNotice, { params: { cycle }, body }),
    onSuccess: async () => {
      form.resetFields()
      await queries.invalidateQueries({ queryKey: ['notices', cycle] })
    },
  })
  return (
    <Card size="small" title="发通知给全部参加考核的单位">
      <Form form={form} layout="vertical" onFinish={send.mutate}>
        <Form.Item name="title" label="标题" rules={[{ required: true, message: '请写标题' }]}>
          <Input />
        </Form.Item>
        <Form.Item name="text" label="正文" rules={[{ required: true, message: '请写正文' }]}>
          <Input.TextArea rows={4} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={send.isPending}>
          发出
        </Button>
        {send.data !== undefined && (
          <span role="status" className="clause">
            已发给 {send.data.units} 个单位
          </span>
        )}
      </Form>
      {send.isError && <Trouble error={send.error} />}
    </Card>
  )
}

function Acknowledge({ notice, cycle }: { readonly notice: Notice; readonly cycle: string }) {
  const queries = useQueryClient()
  const acknowledge = useMutation({
    mutationFn: () => call(planning.acknowledgeNotice, { params: { notice: notice.id }, body: {} }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['notices', cycle] }),
  })
  return (
    <>
      <Button type="primary" loading={acknowledge.isPending} onClick={() => acknowledge.mutate()}>
        签收
      </Button>
      {acknowledge.isError && <Trouble error={acknowledge.error} />}
    </>
  )
}

function Receipts({ notice }: { readonly notice: Notice }) {
  const done = notice.receipts.filter(({ acknowledgedAt }) => acknowledgedAt !== null)
  const total = notice.receipts.length
  const waiting = notice.receipts.filter(({ acknowledgedAt }) => acknowledgedAt === null)
  return (
    <>
      <p>
        已签收 {done.length} / {total}
      </p>
      <Progress
        percent={total === 0 ? 0 : Math.floor((done.length * 100) / total)}
        aria-label="签收进度"
        showInfo={false}
      />
      <Collapse
        size="small"
        items={[
          {
            key: 'waiting',
            label: `还没有签收（${waiting.length}）`,
            children: waiting.map(({ name }) => name).join('、') || '都已签收',
          },
          {
            key: 'done',
            label: `已签收（${done.length}）`,
            children: done.map((one) => (
              <p key={one.unit}>
                {one.name}：{one.acknowledgedBy}，{momentOf(one.acknowledgedAt ?? '')}
              </p>
            )),
          },
        ]}
      />
    </>
  )
}

function NoticeCard({ notice, cycle }: { readonly notice: Notice; readonly cycle: CyclePageData }) {
  const me = useMe()
  const mayAcknowledge = useMay('notice.acknowledge')
  const own = notice.receipts.find(({ unit }) => unit === me.post?.org)
  return (
    <Card size="small" title={notice.title} extra={momentOf(notice.sentAt)}>
      <p style={{ whiteSpace: 'pre-wrap' }}>{notice.text}</p>
      {own?.acknowledgedAt !== null && own !== undefined && (
        <p>
          <Tag color="green">本单位已签收</Tag>
          {own.acknowledgedBy}，{momentOf(own.acknowledgedAt)}
        </p>
      )}
      {own?.acknowledgedAt === null && mayAcknowledge && (
        <Acknowledge notice={notice} cycle={cycle.id} />
      )}
      {own === undefined && <Receipts notice={notice} />}
    </Card>
  )
}

/** Notices of a cycle, and who acknowledged that they arrived. */
export function NoticesTab({ cycle }: { readonly cycle: CyclePageData }) {
  const me = useMe()
  const maySend = useMay('notice.send') && me.post?.org === cycle.org
  const found = useQuery({
    queryKey: ['notices', cycle.id],
    queryFn: () => call(planning.listNotices, { params: { cycle: cycle.id } }),
  })
  if (found.isError) return <Trouble error={found.error} onRetry={() => void found.refetch()} />
  if (found.isPending) return <Skeleton active />
  const { notices } = found.data
  return (
    <div className="stack">
      {notices.length === 0 && <Empty description="还没有发通知" />}
      {notices.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} cycle={cycle} />
      ))}
      {maySend && <Send cycle={cycle.id} />}
    </div>
  )
}
