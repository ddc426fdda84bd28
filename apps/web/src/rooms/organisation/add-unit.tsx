import { organisation } from '@kaohe/contract'
import { PlusOutlined } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { Trouble } from '../../parts/trouble.tsx'

interface Fields {
  readonly name: string
  readonly kind: string
  readonly foundedOn?: string
}

/** Adds a unit below another. */
export function AddUnit({ parent }: { readonly parent: string }) {
  const queries = useQueryClient()
  const [open, setOpen] = useState(false)
  const [form] = Form.useForm<Fields>()
  const add = useMutation({
    mutationFn: (fields: Fields) => {
      const { foundedOn, ...rest } = fields
      return call(organisation.addUnit, {
        body: { parent, ...rest, ...(foundedOn && { foundedOn }) },
      })
    },
    onSuccess: async () => {
      setOpen(false)
      form.resetFields()
      await queries.invalidateQueries({ queryKey: ['units', parent] })
    },
  })
  return (
    <>
      <Button icon={<PlusOutlined aria-hidden />} onClick={() => setOpen(true)}>
        增加下级组织
      </Button>
      <Modal
        title="增加下级组织"
        open={open}
        onCancel={() => setOpen(false)}
        onOk={() => form.submit()}
        okText="增加"
        cancelText="取消"
        confirmLoading={add.isPending}
      >
        <Form form={form} layout="vertical" onFinish={add.mutate}>
          <Form.Item name="name" label="名称" rules={[{ required: true, message: '名称不能为空' }]}>
            <Input />
          </Form.Item>
          <Form.Item
            name="kind"
            label="类别"
            extra="如 乡镇、学校、社区"
            rules={[{ required: true, message: '请写明类别' }]}
          >
            <Input />
          </Form.Item>
          <Form.Item name="foundedOn" label="成立日期">
            <Input type="date" />
          </Form.Item>
        </Form>
        {add.isError && <Trouble error={add.error} />}
      </Modal>
    </>
  )
}
