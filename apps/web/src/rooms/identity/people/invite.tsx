import { identity } from '@kaohe/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { call } from '../../../api/client.ts'
import { Button } from '../../../parts/button.tsx'
import { Trouble } from '../../../parts/trouble.tsx'
import { SlipsModal } from './slips-modal.tsx'

const namesIn = (text: string): string[] =>
  text
    .split(/[\n,，、;；]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')

/** Invites one or many: a name a line. */
export function InvitePeople({ unit }: { readonly unit: string }) {
  const queries = useQueryClient()
  const [open, setOpen] = useState(false)
  const [form] = Form.useForm<{ names: string }>()
  const invite = useMutation({
    mutationFn: ({ names }: { readonly names: string }) =>
      call(identity.invitePeople, { params: { unit }, body: { names: namesIn(names) } }),
    onSuccess: async () => {
      setOpen(false)
      form.resetFields()
      await queries.invalidateQueries({ queryKey: ['people', unit] })
    },
  })
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        邀请人员
      </Button>
      <Modal
        title="邀请人员"
        open={open}
        onCancel={() => setOpen(false)}
        onOk={() => form.submit()}
        okText="生成邀请"
        cancelText="取消"
        confirmLoading={invite.isPending}
      >
        <Form form={form} layout="vertical" onFinish={invite.mutate}>
          <Form.Item
            name="names"
            label="姓名"
            extra="一行一个，一次最多 50 人。登录名由系统给，密码由本人设；岗位由安全保密管理员授予。"
            rules={[{ required: true, message: '请填写姓名' }]}
          >
            <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} />
          </Form.Item>
        </Form>
        {invite.isError && <Trouble error={invite.error} />}
      </Modal>
      <SlipsModal slips={invite.data?.slips} onClose={() => invite.reset()} />
    </>
  )
}
