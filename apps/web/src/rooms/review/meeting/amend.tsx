import { type Meeting, review } from '@kaohe/contract'
import { useMutation } from '@tanstack/react-query'
import { Space } from 'antd'
import { useState } from 'react'
import { call } from '../../../api/client.ts'
import { Button } from '../../../parts/button.tsx'
import { Trouble } from '../../../parts/trouble.tsx'
import { Form, Labelled } from '../../result/form.tsx'
import { useFresh } from './data.ts'

interface Props {
  readonly meeting: Meeting
}

function Amending({ meeting, onDone }: Props & { onDone(): void }) {
  const fresh = useFresh(meeting.id)
  const { name, heldOn, place } = meeting
  const [typed, setTyped] = useState({ name, heldOn, place })
  const amend = useMutation({
    mutationFn: () => call(review.amendMeeting, { params: { meeting: meeting.id }, body: typed }),
    onSuccess: async () => {
      await fresh()
      onDone()
    },
  })
  const put = (part: Partial<typeof typed>): void => setTyped({ ...typed, ...part })
  return (
    <Form label="修改会议的名称、日期和地点" onSubmit={() => amend.mutate()}>
      <Labelled label="名称" value={typed.name} change={(next) => put({ name: next })} />
      <Labelled
        label="哪一天"
        type="date"
        value={typed.heldOn}
        change={(next) => put({ heldOn: next })}
      />
      <Labelled
        label="地点（可不填）"
        value={typed.place}
        change={(next) => put({ place: next })}
      />
      <p className="muted">评委手机上的会议名称和日期随之改变；已经打印的纸条不会变。</p>
      {amend.isError && <Trouble error={amend.error} />}
      <Space>
        <Button type="primary" htmlType="submit" loading={amend.isPending}>
          保存
        </Button>
        <Button onClick={onDone}>取消</Button>
      </Space>
    </Form>
  )
}

/** Another name, day or place of a meeting, until it is closed. */
export function Amend({ meeting }: Props) {
  const [amending, setAmending] = useState(false)
  if (meeting.state === 'closed') return null
  if (amending) return <Amending meeting={meeting} onDone={() => setAmending(false)} />
  return (
    <Button size="small" onClick={() => setAmending(true)}>
      修改名称和日期
    </Button>
  )
}
