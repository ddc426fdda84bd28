import { identity, type Person } from '@kaohe/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, Input, Modal } from 'antd'
import { useState } from 'react'
import { call } from '../../../api/client.ts'
import { Button } from '../../../parts/button.tsx'
import { Trouble } from '../../../parts/trouble.tsx'

interface Props {
  readonly unit: string
  readonly person: Person
  readonly elsewhere: string
}

/** Links a person to who he is at the provider of identities. */
export function LinkPerson({ unit, person, elsewhere }: Props) {
  const queries = useQueryClient()
  const [open, setOpen] = useState(false)
  const [form] = Form.useForm<{ subject?: string }>()
  const link = useMutation({
    mutationFn: ({ subject }: { readonly subject?: string }) =>
      call(identity.linkPerson, {
        params: { person: person.id },
        body: { subject: subject?.trim() || null },
      }),
    onSuccess: async () => {
      setOpen(false)
      await queries.invalidateQueries({ queryKey: ['people', unit] })
    },
  })
  return (
    <>
      <Button
        size="small"
        aria-label={`关联${person.name}的${elsewhere}`}
        onClick={() => setOpen(true)}
      >
        关联
      </Button>
      <Modal
        title={`${person.name}的${elsewhere}`}
        open={open}
        onCancel={() => setOpen(false)}
        onOk={() => form.submit()}
        okText="保存"
        cancelText="取消"
        confirmLoading={link.isPending}
        destroyOnHidden
      >
        <Form
          form={form}
          layout="vertical"
          onFinish={link.mutate}
          initialValues={{ subject: person.subject ?? '' }}
        >
          <Form.Item
            name="subject"
            label="编号"
            extra={`本人用${elsewhere}登录一次，页面会显示编号，由他告诉您。清空就是取消关联。`}
          >
            <Input />
          </Form.Item>
        </Form>
        {link.isError && <Trouble error={link.error} />}
      </Modal>
    </>
  )
}
