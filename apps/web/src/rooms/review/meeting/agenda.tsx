import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined } from '@ant-design/icons'
import { review, type Speaker } from '@kaohe/contract'
import { useMutation } from '@tanstack/react-query'
import { Input, Modal, Select, Space } from 'antd'
import { useId, useState } from 'react'
import { call } from '../../../api/client.ts'
import { Button } from '../../../parts/button.tsx'
import { Trouble } from '../../../parts/trouble.tsx'
import { Form, Labelled } from '../../result/form.tsx'
import { type MeetingData, useFresh } from './data.ts'

interface Props {
  readonly data: MeetingData
}

function Draw({ data }: Props) {
  const onSuccess = useFresh(data.meeting.id)
  const [seed, setSeed] = useState('')
  const draw = useMutation({
    mutationFn: () =>
      call(review.drawAgenda, {
        params: { meeting: data.meeting.id },
        body: { seed: seed.trim() || null },
      }),
    onSuccess,
  })
  return (
    <Form label="抽签" onSubmit={() => draw.mutate()}>
      <h2>抽签定次序</h2>
      <p className="muted">
        次序由一个种子算出，种子记录在案，谁都可以照样再抽一遍。可以写上当场掷出的数；空着由系统随机产生。只能抽一次。
      </p>
      <Labelled label="种子（可不填）" value={seed} change={setSeed} />
      <Button type="primary" htmlType="submit" loading={draw.isPending}>
        抽签
      </Button>
      {draw.isError && <Trouble error={draw.error} />}
    </Form>
  )
}

const moved = (all: readonly string[], at: number, by: number): string[] => {
  const next = [...all]
  const [one] = next.splice(at, 1)
  next.splice(at + by, 0, one!)
  return next
}

function Order({ data }: Props) {
  const onSuccess = useFresh(data.meeting.id)
  const [units, setUnits] = useState(data.speakers.map(({ unit }) => unit))
  const [because, setBecause] = useState('')
  const nameOf = (unit: string): string => data.units.find(({ id }) => id === unit)?.name ?? ''
  const others = data.units.filter(({ id }) => !units.includes(id))
  const order = useMutation({
    mutationFn: () =>
      call(review.orderAgenda, {
        params: { meeting: data.meeting.id },
        body: { units, because: because.trim() || null },
      }),
    onSuccess,
  })
  return (
    <Form label="调整议程" onSubmit={() => order.mutate()}>
      <h2>调整议程</h2>
      <ol className="order-list">
        {units.map((unit, at) => (
          <li key={unit}>
            <span>{nameOf(unit)}</span>
            <Space size={0}>
              <Button
                type="text"
                icon={<ArrowUpOutlined />}
                aria-label={`${nameOf(unit)}提前`}
                disabled={at === 0}
                onClick={() => setUnits(moved(units, at, -1))}
              />
              <Button
                type="text"
                icon={<ArrowDownOutlined />}
                aria-label={`${nameOf(unit)}推后`}
                disabled={at === units.length - 1}
                onClick={() => setUnits(moved(units, at, 1))}
              />
              <Button
                type="text"
                icon={<DeleteOutlined />}
                aria-label={`${nameOf(unit)}不述职`}
                onClick={() => setUnits(units.filter((one) => one !== unit))}
              />
            </Space>
          </li>
        ))}
      </ol>
      {others.length > 0 && (
        <Select
          aria-label="加一个单位"
          placeholder="加一个单位"
          value={null}
          onChange={(unit: string | null) => unit && setUnits([...units, unit])}
          options={others.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {data.meeting.seed !== null && (
        <Labelled label="为什么改（抽签以后必填）" value={because} change={setBecause} />
      )}
      <Button htmlType="submit" loading={order.isPending}>
        保存议程
      </Button>
      {order.isError && <Trouble error={order.error} />}
    </Form>
  )
}

function SummaryModal({
  data,
  speaker,
  onClose,
}: Props & { readonly speaker: Speaker; onClose(): void }) {
  const id = useId()
  const fresh = useFresh(data.meeting.id)
  const [text, setText] = useState('')
  const write = useMutation({
    mutationFn: () =>
      call(review.writeSummary, {
        params: { meeting: data.meeting.id, speaker: speaker.id },
        body: { text },
      }),
    onSuccess: async () => {
      await fresh()
      onClose()
    },
  })
  return (
    <Modal
      title={`${speaker.name}的书面总结`}
      open
      okText="附上"
      cancelText="取消"
      confirmLoading={write.isPending}
      onCancel={onClose}
      onOk={() => write.mutate()}
    >
      <label htmlFor={id}>
        {speaker.hasSummary ? '已经附过，重新粘贴会替换；空着就是撤下' : '把总结的文字粘贴在这里'}
      </label>
      <Input.TextArea
        id={id}
        autoSize={{ minRows: 8, maxRows: 16 }}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {write.isError && <Trouble error={write.error} />}
    </Modal>
  )
}

/** Who speaks in which order, how it was drawn, and what each wrote. */
export function AgendaTab({ data }: Props) {
  const { meeting, speakers } = data
  const [writing, setWriting] = useState<Speaker>()
  const isOpen = meeting.state === 'preparing'
  return (
    <>
      {meeting.seed !== null && (
        <p>
          抽签的种子：<code className="seed">{meeting.seed}</code>
          <span className="muted">（按“种子、换行、单位名称”的 SHA-256 从小到大）</span>
        </p>
      )}
      {meeting.orderBecause !== null && <p>次序调整过：{meeting.orderBecause}</p>}
      <ol className="chair-list" aria-label="述职次序">
        {speakers.map((speaker) => (
          <li key={speaker.id} className="chair-row">
            <span className="chair-place">{speaker.position}</span>
            <span className="chair-unit">{speaker.name}</span>
            <span className="muted">{speaker.hasSummary ? '有书面总结' : ''}</span>
            {meeting.state !== 'closed' && (
              <Button
                type="text"
                aria-label={`${speaker.name}的书面总结`}
                onClick={() => setWriting(speaker)}
              >
                书面总结
              </Button>
            )}
          </li>
        ))}
      </ol>
      {isOpen && (
        <div className="two-forms">
          {meeting.seed === null && <Draw data={data} />}
          <Order key={meeting.version} data={data} />
        </div>
      )}
      {writing !== undefined && (
        <SummaryModal
          key={writing.id}
          data={data}
          speaker={writing}
          onClose={() => setWriting(undefined)}
        />
      )}
    </>
  )
}
