import { PlusOutlined } from '@ant-design/icons'
import { planning, type Scheme, type Sent } from '@kaohe/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Form, Input, Modal, Select, Tabs } from 'antd'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { useMe } from '../../app/session.ts'
import { Button } from '../../parts/button.tsx'
import { Trouble } from '../../parts/trouble.tsx'

type Body = NonNullable<Sent<typeof planning.createScheme>['body']>

interface WayProps {
  readonly busy: boolean
  readonly onCreate: (body: Body) => void
}

const required = (message: string) => [{ required: true, message }]

function FromShipped({ busy, onCreate }: WayProps) {
  const shipped = useQuery({ queryKey: ['shipped'], queryFn: () => call(planning.listShipped) })
  const options = (shipped.data?.schemes ?? []).map(({ folder, title }) => ({
    value: folder,
    label: title,
  }))
  return (
    <Form layout="vertical" onFinish={onCreate}>
      <Form.Item name="shipped" label="随程序带来的方案" rules={required('请选一份')}>
        <Select showSearch optionFilterProp="label" options={options} loading={shipped.isPending} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        选用
      </Button>
    </Form>
  )
}

interface Chosen {
  readonly text?: File
  readonly readings?: File
}

function Upload({ busy, onCreate }: WayProps) {
  const [files, setFiles] = useState<Chosen>({})
  const pick = (name: keyof Chosen) => (event: React.ChangeEvent<HTMLInputElement>) => {
    const [file] = event.target.files ?? []
    setFiles((before) => ({ ...before, ...(file && { [name]: file }) }))
  }
  const send = async ({ title }: { title: string }): Promise<void> => {
    const text = (await files.text?.text()) ?? ''
    onCreate({ title, text, readings: (await files.readings?.text()) ?? null })
  }
  return (
    <Form layout="vertical" onFinish={(fields: { title: string }) => void send(fields)}>
      <Form.Item name="title" label="方案名称" rules={required('请写名称')}>
        <Input />
      </Form.Item>
      <Form.Item label="方案文件 scheme.yaml" htmlFor="scheme-file">
        <input id="scheme-file" type="file" accept=".yaml,.yml,.txt" onChange={pick('text')} />
      </Form.Item>
      <Form.Item label="口径文件 readings.yaml（没有就不选）" htmlFor="readings-file">
        <input
          id="readings-file"
          type="file"
          accept=".yaml,.yml,.txt"
          onChange={pick('readings')}
        />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy} disabled={files.text === undefined}>
        上传
      </Button>
      <p className="muted">写错的地方会逐处指出，可以先上传再改。</p>
    </Form>
  )
}

function FromUpper({
  busy,
  onCreate,
  schemes,
}: WayProps & { readonly schemes: readonly Scheme[] }) {
  const me = useMe()
  const upper = schemes.filter(({ state }) => state === 'published')
  const options = upper.map(({ id, title, orgName, org }) => ({
    value: id,
    label: org === me.post?.org ? title : `${title}（${orgName}）`,
  }))
  return (
    <Form layout="vertical" onFinish={onCreate}>
      <Form.Item
        name="derives"
        label="沿用哪份已发布的方案"
        extra="没有改的都沿用；改了什么、提高了什么，随时可以对照"
        rules={required('请选一份')}
      >
        <Select showSearch optionFilterProp="label" options={options} />
      </Form.Item>
      <Form.Item name="title" label="本级方案的名称" rules={required('请写名称')}>
        <Input />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        制定本级方案
      </Button>
    </Form>
  )
}

/** Three ways to a draft. */
export function NewScheme({ schemes }: { readonly schemes: readonly Scheme[] }) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [open, setOpen] = useState(false)
  const create = useMutation({
    mutationFn: (body: Body) => call(planning.createScheme, { body }),
    onSuccess: async ({ id, check }) => {
      await queries.invalidateQueries({ queryKey: ['schemes'] })
      const to = check.readable ? '/schemes/$scheme' : '/schemes/$scheme/text'
      await navigate({ to, params: { scheme: id } })
    },
  })
  const way = { busy: create.isPending, onCreate: (body: Body) => create.mutate(body) }
  const items = [
    { key: 'shipped', label: '选用', children: <FromShipped {...way} /> },
    { key: 'upload', label: '上传', children: <Upload {...way} /> },
    { key: 'upper', label: '从上级制定', children: <FromUpper {...way} schemes={schemes} /> },
  ]
  return (
    <>
      <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setOpen(true)}>
        新建方案
      </Button>
      <Modal
        title="新建方案"
        open={open}
        onCancel={() => setOpen(false)}
        footer={null}
        destroyOnHidden
      >
        <Tabs items={items} />
        {create.isError && <Trouble error={create.error} />}
      </Modal>
    </>
  )
}
