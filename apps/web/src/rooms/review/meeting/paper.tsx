import { type PaperSheet, review } from '@kaohe/contract'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Modal, Select, Skeleton, Tag } from 'antd'
import { useId, useState } from 'react'
import { call } from '../../../api/client.ts'
import { Button } from '../../../parts/button.tsx'
import { Trouble } from '../../../parts/trouble.tsx'
import { Form, Labelled } from '../../result/form.tsx'
import { type MeetingData, useFresh } from './data.ts'

interface Props {
  readonly data: MeetingData
}

type Marks = Readonly<Record<string, string>>

const BLANK: Marks = {}

function MarkFields({
  data,
  marks,
  change,
}: Props & { readonly marks: Marks; change(marks: Marks): void }) {
  return (
    <>
      {data.fields.map(({ id, name, words }) =>
        words.length === 0 ? (
          <Labelled
            key={id}
            label={name}
            value={marks[id] ?? ''}
            change={(value) => change({ ...marks, [id]: value })}
          />
        ) : (
          <Select
            key={id}
            aria-label={name}
            placeholder={name}
            value={marks[id] ?? null}
            onChange={(value: string) => change({ ...marks, [id]: value })}
            options={words.map((word) => ({ value: word, label: word }))}
          />
        ),
      )}
    </>
  )
}

function Enter({ data }: Props) {
  const ids = { speaker: useId(), group: useId() }
  const { meeting, groups, speakers } = data
  const fresh = useFresh(meeting.id)
  const heard = speakers.filter(({ state }) => state === 'scoring' || state === 'sealed')
  const [speaker, setSpeaker] = useState<string | null>(heard.at(-1)?.id ?? null)
  const [typed, setTyped] = useState({ number: '', group: '', marks: BLANK })
  const enter = useMutation({
    mutationFn: () =>
      call(review.enterSheet, {
        params: { meeting: meeting.id },
        body: { speaker: speaker ?? '', ...typed, marks: { ...typed.marks } },
      }),
    onSuccess: async () => {
      setTyped({ ...typed, number: '', marks: BLANK })
      await fresh()
    },
  })
  return (
    <Form label="录纸质票" onSubmit={() => enter.mutate()}>
      <h2>录纸质票</h2>
      <p className="muted">
        每张票由两个人各录一遍，互相看不到；相同的计入，不同的核对原票后定。票上不写姓名，只写票号。
      </p>
      <div>
        <label htmlFor={ids.speaker}>评的是哪个单位</label>
        <Select
          id={ids.speaker}
          style={{ width: '100%' }}
          value={speaker}
          onChange={setSpeaker}
          options={heard.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
      <Labelled
        label="票号"
        value={typed.number}
        change={(number) => setTyped({ ...typed, number })}
      />
      {groups.length > 0 && (
        <div>
          <label htmlFor={ids.group}>评委组</label>
          <Select
            id={ids.group}
            style={{ width: '100%' }}
            value={typed.group || null}
            onChange={(group: string) => setTyped({ ...typed, group })}
            options={groups.map((group) => ({ value: group, label: group }))}
          />
        </div>
      )}
      <MarkFields
        data={data}
        marks={typed.marks}
        change={(marks) => setTyped({ ...typed, marks })}
      />
      <Button type="primary" htmlType="submit" loading={enter.isPending}>
        录入
      </Button>
      {enter.isError && <Trouble error={enter.error} />}
    </Form>
  )
}

function Settle({ data, sheet, onClose }: Props & { readonly sheet: PaperSheet; onClose(): void }) {
  const fresh = useFresh(data.meeting.id)
  const [marks, setMarks] = useState<Marks>(BLANK)
  const [because, setBecause] = useState('')
  const settle = useMutation({
    mutationFn: () =>
      call(review.settleSheet, {
        params: { meeting: data.meeting.id, sheet: sheet.id },
        body: { marks: { ...marks }, because },
      }),
    onSuccess: async () => {
      await fresh()
      onClose()
    },
  })
  return (
    <Modal
      title={`核对 ${sheet.number} 号票`}
      open
      okText="定下来"
      cancelText="取消"
      confirmLoading={settle.isPending}
      onCancel={onClose}
      onOk={() => settle.mutate()}
    >
      <ul>
        {sheet.entries.map(({ by, marks: read }) => (
          <li key={by}>
            {by}录的：
            {data.fields.map(({ id, name }) => `${name} ${read[id] ?? ''}`).join('，')}
          </li>
        ))}
      </ul>
      <MarkFields data={data} marks={marks} change={setMarks} />
      <Labelled label="凭什么这样定" value={because} change={setBecause} />
      {settle.isError && <Trouble error={settle.error} />}
    </Modal>
  )
}

const SAID = { once: '录了一遍', differs: '两遍不同', settled: '已定' } as const

/** Ballots on paper: entered twice, settled where the two differ. */
export function PaperTab({ data }: Props) {
  const { id: meeting, state } = data.meeting
  const [settling, setSettling] = useState<PaperSheet>()
  const found = useQuery({
    queryKey: ['sheets', meeting],
    queryFn: () => call(review.listSheets, { params: { meeting } }),
  })
  if (found.isError) return <Trouble error={found.error} onRetry={() => void found.refetch()} />
  if (found.isPending) return <Skeleton active />
  const { sheets } = found.data
  const nameOf = (speaker: string): string =>
    data.speakers.find(({ id }) => id === speaker)?.name ?? ''
  return (
    <>
      {state === 'running' ? (
        <Enter data={data} />
      ) : (
        <p className="muted">
          {state === 'closed' ? '会议已经结束。' : '会议开始以后在这里录入。'}
        </p>
      )}
      <ul className="chair-list" aria-label="纸质票">
        {sheets.map((sheet) => (
          <li key={sheet.id} className="chair-row">
            <span className="chair-unit">
              {nameOf(sheet.speaker)}　{sheet.number} 号{sheet.group && `（${sheet.group}）`}
            </span>
            <Tag>{SAID[sheet.state]}</Tag>
            <span className="muted">
              {sheet.state === 'once' && (sheet.mine ? '等另一个人录' : '请您再录一遍')}
              {sheet.because}
            </span>
            {sheet.state === 'differs' && state === 'running' && (
              <Button aria-label={`核对${sheet.number}号票`} onClick={() => setSettling(sheet)}>
                核对
              </Button>
            )}
          </li>
        ))}
      </ul>
      {settling !== undefined && (
        <Settle
          key={settling.id}
          data={data}
          sheet={settling}
          onClose={() => setSettling(undefined)}
        />
      )}
    </>
  )
}
