import { planning, type SchemePage } from '@kaohe/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Alert, Form, Input, Modal, Popconfirm } from 'antd'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { useMay, useMe } from '../../app/session.ts'
import { Button } from '../../parts/button.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useStep } from '../../parts/use-step.tsx'
import { NewCycle } from './new-cycle.tsx'
import { sayScheme } from './words.ts'

interface Props {
  readonly scheme: SchemePage
}

function Correct({ scheme }: Props) {
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  const correct = useMutation({
    mutationFn: (body: { reason: string }) =>
      call(planning.correctScheme, { params: { scheme: scheme.id }, body }),
    onSuccess: ({ id }) => navigate({ to: '/schemes/$scheme/text', params: { scheme: id } }),
  })
  return (
    <>
      <Button onClick={() => setOpen(true)}>写更正</Button>
      <Modal title="写更正" open={open} onCancel={() => setOpen(false)} footer={null}>
        <p>发布了的方案不能改。更正是一份新草案，发布以后考核年度改用它，改了什么大家都看得到。</p>
        <Form layout="vertical" onFinish={correct.mutate}>
          <Form.Item name="reason" label="理由" rules={[{ required: true, message: '请写明理由' }]}>
            <Input.TextArea rows={3} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={correct.isPending}>
            开始更正
          </Button>
        </Form>
        {correct.isError && <Trouble error={correct.error} />}
      </Modal>
    </>
  )
}

function Publish({ scheme }: Props) {
  const queries = useQueryClient()
  const done = () => queries.invalidateQueries({ queryKey: ['scheme', scheme.id] })
  const sent = { params: { scheme: scheme.id }, body: { version: scheme.version } }
  const propose = useStep({
    now: sayScheme,
    mutationFn: () => call(planning.proposePublication, sent),
    onSuccess: done,
  })
  const confirm = useStep({
    now: sayScheme,
    mutationFn: () => call(planning.confirmPublication, sent),
    onSuccess: done,
  })
  const mayPropose = useMay('scheme.write')
  const mayConfirm = useMay('scheme.confirm')
  const proposed = scheme.proposedAt !== null
  const error = propose.error ?? confirm.error
  return (
    <>
      {mayPropose && !proposed && (
        <Popconfirm
          title="提请发布这一版？"
          description="另一位同志确认以后才发布；提请以后再改，要重新提请。"
          okText="提请"
          cancelText="取消"
          onConfirm={() => propose.mutate()}
        >
          <Button type="primary" loading={propose.isPending}>
            提请发布
          </Button>
        </Popconfirm>
      )}
      {proposed && scheme.proposedByMe && <Alert type="info" title="已提请，等另一位同志确认" />}
      {proposed && !scheme.proposedByMe && mayConfirm && (
        <Popconfirm
          title="确认发布？"
          description="发布以后不能再改，只能更正。"
          okText="发布"
          cancelText="取消"
          onConfirm={() => confirm.mutate()}
        >
          <Button type="primary" loading={confirm.isPending}>
            确认发布
          </Button>
        </Popconfirm>
      )}
      {error !== null && <Trouble error={error} />}
    </>
  )
}

/** What one may do with a scheme, as it stands. */
export function SchemeActions({ scheme }: Props) {
  const me = useMe()
  const mayWrite = useMay('scheme.write')
  const maySeeProposals = useMay('proposal.read')
  const params = { scheme: scheme.id }
  const own = me.post?.org === scheme.org
  const draft = scheme.state === 'draft'
  return (
    <div className="plan-actions">
      <Link to="/schemes/$scheme/text" params={params}>
        <Button>{draft && mayWrite && own ? '编辑文本' : '看文本'}</Button>
      </Link>
      {own && draft && maySeeProposals && (
        <Link to="/schemes/$scheme/proposals" params={params}>
          <Button>部门起草</Button>
        </Link>
      )}
      {own && draft && <Publish scheme={scheme} />}
      {own && !draft && mayWrite && <Correct scheme={scheme} />}
      {own && !draft && mayWrite && <NewCycle scheme={scheme} />}
    </div>
  )
}
