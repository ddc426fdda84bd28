import { type Answer, identity, type Person } from '@kaohe/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { call } from '../../../api/client.ts'
import { Button } from '../../../parts/button.tsx'
import { today } from '../../../parts/today.ts'
import { Trouble } from '../../../parts/trouble.tsx'
import { dayAfter } from '../instants.ts'

interface Fields {
  readonly role: string
  readonly department?: string
  readonly from: string
  readonly until?: string
}

interface Props {
  readonly unit: string
  readonly person: Person
  readonly list: Answer<typeof identity.listPeople>
}

/** Grants a post. */
export function GrantPost({ unit, person, list }: Props) {
  const queries = useQueryClient()
  const [open, setOpen] = useState(false)
  const [form] = Form.useForm<Fields>()
  const grant = useMutation({
    mutationFn: ({ role, department, from, until }: Fields) =>
      call(identity.grantPost, {
        params: { unit },
        body: {
          person: person.id,
          role,
          department: department ?? null,
          from,
          to: until ? dayAfter(until) : null,
        },
      }),
    onSuccess: async () => {
      setOpen(false)
      await queries.invalidateQueries({ queryKey: ['people', unit] })
    },
  })
  const roles = list.roles.map(({ role, name }) => ({ value: role, label: name }))
  const departments = list.departments.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <Button size="small" aria-label={`给${person.name}授予岗位`} onClick={() => setOpen(true)}>
        授予岗位
      </Button>
      <Modal
        title={`给${person.name}授予岗位`}
        open={open}
        onCancel={() => setOpen(false)}
        onOk={() => form.submit()}
        okText="授予"
        cancelText="取消"
        confirmLoading={grant.isPending}
        destroyOnHidden
      >
        <Form
          form={form}
          layout="vertical"
          onFinish={grant.mutate}
          initialValues={{ from: today() }}
        >
          <Form.Item name="role" label="岗位" rules={[{ required: true, message: '请选择岗位' }]}>
            <Select showSearch={{ optionFilterProp: 'label' }} options={roles} />
          </Form.Item>
          <Form.Item name="department" label="部门" extra="部门的岗位才要选">
            <Select allowClear options={departments} />
          </Form.Item>
          <Form.Item name="from" label="从" rules={[{ required: true, message: '请填写日期' }]}>
            <Input type="date" />
          </Form.Item>
          <Form.Item name="until" label="到（含当日）" extra="不填就是一直有效">
            <Input type="date" />
          </Form.Item>
        </Form>
        {grant.isError && <Trouble error={grant.error} />}
      </Modal>
    </>
  )
}
