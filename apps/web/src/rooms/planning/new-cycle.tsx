import { planning, type SchemePage } from '@kaohe/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { Button } from '../../parts/button.tsx'
import { Trouble } from '../../parts/trouble.tsx'

interface Fields {
  readonly title: string
  readonly startsOn: string
  readonly endsOn: string
}

/** Prepares a cycle that assesses by a published scheme. */
export function NewCycle({ scheme }: { readonly scheme: SchemePage }) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  const [startsOn, endsOn] = scheme.pages?.period?.split(' 至 ') ?? []
  const create = useMutation({
    mutationFn: (fields: Fields) =>
      call(planning.createCycle, { body: { scheme: scheme.id, ...fields } }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['cycles'] })
      await navigate({ to: '/cycles/$cycle', params: { cycle: id } })
    },
  })
  const initial = { title: scheme.title, startsOn, endsOn }
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        用它考核
      </Button>
      <Modal title="筹备考核年度" open={open} onCancel={() => setOpen(false)} footer={null}>
        <Form layout="vertical" initialValues={initial} onFinish={create.mutate}>
          <Form.Item name="title" label="名称" rules={[{ required: true, message: '请写名称' }]}>
            <Input />
          </Form.Item>
          <Form.Item
            name="startsOn"
            label="考核时段从"
            rules={[{ required: true, message: '请选日期' }]}
          >
            <Input type="date" />
          </Form.Item>
          <Form.Item
            name="endsOn"
            label="到（含当日）"
            rules={[{ required: true, message: '请选日期' }]}
          >
            <Input type="date" />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={create.isPending}>
            开始筹备
          </Button>
        </Form>
        {create.isError && <Trouble error={create.error} />}
      </Modal>
    </>
  )
}
