import { type Judge, type JudgeSlip, review } from '@kaohe/contract'
import { useMutation } from '@tanstack/react-query'
import { Input, Modal, Popconfirm, Select, Space, Tag } from 'antd'
import { useId, useState } from 'react'
import { call } from '../../../api/client.ts'
import { Button } from '../../../parts/button.tsx'
import { Listing } from '../../../parts/listing.tsx'
import { Trouble } from '../../../parts/trouble.tsx'
import { moment } from '../../../parts/when.ts'
import { Form, Labelled } from '../../result/form.tsx'
import { type MeetingData, useFresh } from './data.ts'
import { pastedJudges } from './pasted.ts'
import { JudgeSlips } from './slips.tsx'

interface Props {
  readonly data: MeetingData
}

function Add({ data }: Props) {
  const fresh = useFresh(data.meeting.id)
  const [text, setText] = useState('')
  const judges = pastedJudges(text, data.groups, data.units)
  const add = useMutation({
    mutationFn: () =>
      call(review.addJudges, { params: { meeting: data.meeting.id }, body: { judges } }),
    onSuccess: async () => {
      setText('')
      await fresh()
    },
  })
  const own = judges.filter(({ unit }) => unit !== null).length
  return (
    <Form label="加评委" onSubmit={() => add.mutate()}>
      <h2>加评委</h2>
      <p className="muted">
        一行一位：姓名、评委组、所在单位，可以从表格里整列粘贴；用纸质票的在后面写“纸质”。
        {data.groups.length > 0 && `评委组写${data.groups.join('、')}中的一个。`}
        所在单位参评的，自动不评本单位。
      </p>
      <Labelled label="评委名单" rows={4} value={text} change={setText} />
      {judges.length > 0 && (
        <p>
          {judges.length} 位{own > 0 && `，其中 ${own} 位在参评单位，不评本单位`}
        </p>
      )}
      <Button
        type="primary"
        htmlType="submit"
        disabled={judges.length === 0}
        loading={add.isPending}
      >
        加上
      </Button>
      {add.isError && <Trouble error={add.error} />}
    </Form>
  )
}

function ConflictModal({
  data,
  judge,
  onClose,
}: Props & { readonly judge: Judge; onClose(): void }) {
  const id = useId()
  const fresh = useFresh(data.meeting.id)
  const declared = judge.barred.filter(({ because }) => because !== '本单位')
  const [speakers, setSpeakers] = useState(declared.map(({ speaker }) => speaker))
  const [because, setBecause] = useState(declared[0]?.because ?? '')
  const declare = useMutation({
    mutationFn: () =>
      call(review.declareConflicts, {
        params: { meeting: data.meeting.id, judge: judge.id },
        body: { conflicts: speakers.map((speaker) => ({ speaker, because })) },
      }),
    onSuccess: async () => {
      await fresh()
      onClose()
    },
  })
  return (
    <Modal
      title={`${judge.name}回避`}
      open
      okText="保存"
      cancelText="取消"
      confirmLoading={declare.isPending}
      onCancel={onClose}
      onOk={() => declare.mutate()}
    >
      <Select
        aria-label="回避哪些单位"
        mode="multiple"
        style={{ width: '100%' }}
        placeholder="回避哪些单位"
        value={speakers}
        onChange={setSpeakers}
        options={data.speakers.map(({ id: value, name: label }) => ({ value, label }))}
      />
      <label htmlFor={id}>为什么</label>
      <Input id={id} value={because} onChange={({ target }) => setBecause(target.value)} />
      {declare.isError && <Trouble error={declare.error} />}
    </Modal>
  )
}

interface Acts {
  readonly isOver: boolean
  onConflict(judge: Judge): void
  onLink(judge: Judge): void
  onPaper(judge: Judge): void
  onRemove(judge: Judge): void
}

function Row({ judge, acts }: { readonly judge: Judge; readonly acts: Acts }) {
  const { name, paper, issuedAt } = judge
  return (
    <Space wrap size={0}>
      <Button type="text" aria-label={`${name}回避`} onClick={() => acts.onConflict(judge)}>
        回避
      </Button>
      <Popconfirm
        title={issuedAt === null ? '发一个链接？' : '重发以后，旧的链接马上作废。重发吗？'}
        {...(issuedAt !== null && {
          description: <div className="why-standing">{WHY_STANDING}</div>,
        })}
        okText="发"
        cancelText="取消"
        onConfirm={() => acts.onLink(judge)}
      >
        <Button type="text" aria-label={`给${name}${issuedAt === null ? '发链接' : '重发链接'}`}>
          {issuedAt === null ? '发链接' : '重发链接'}
        </Button>
      </Popconfirm>
      {!paper && (
        <Popconfirm
          title="改用纸质票，手机上的链接作废？"
          okText="改用"
          cancelText="取消"
          onConfirm={() => acts.onPaper(judge)}
        >
          <Button type="text" aria-label={`${name}改用纸质票`}>
            改用纸质票
          </Button>
        </Popconfirm>
      )}
      <Popconfirm
        title="去掉这位评委？"
        okText="去掉"
        cancelText="取消"
        onConfirm={() => acts.onRemove(judge)}
      >
        <Button type="text" aria-label={`去掉${name}`}>
          去掉
        </Button>
      </Popconfirm>
    </Space>
  )
}

/** Said where a link is given out anew: what was cast by the old one stands, and why. */
const WHY_STANDING =
  '用旧链接投过的票仍然有效、照样计入，但新链接打不开、改不了：票上不记是谁投的，只有投票的那个链接找得到它。要是重发的链接也找得到，发链接的人就能看到别人的票了。还没有投的单位，用新链接投。'

function barredNames({ barred }: Judge, { speakers }: MeetingData): string {
  return barred
    .map(({ speaker, because }) => {
      const name = speakers.find(({ id }) => id === speaker)?.name ?? ''
      return `${name}（${because}）`
    })
    .join('、')
}

function sayLink({ paper, issuedAt }: Judge): string {
  if (paper) return '用纸质票'
  return issuedAt === null ? '还没有' : `${moment(issuedAt)}发出`
}

function columnsFor(data: MeetingData, acts: Acts) {
  const all = [
    {
      title: '评委',
      key: 'name',
      render: (_: unknown, { number, name }: Judge) => `${number} 号　${name}`,
    },
    { title: '评委组', dataIndex: 'group', key: 'group' },
    { title: '所在单位', dataIndex: 'affiliation', key: 'affiliation' },
    {
      title: '不评',
      key: 'barred',
      render: (_: unknown, judge: Judge) =>
        judge.barred.length === 0 ? '' : <Tag>{barredNames(judge, data)}</Tag>,
    },
    { title: '链接', key: 'link', render: (_: unknown, judge: Judge) => sayLink(judge) },
  ]
  if (acts.isOver) return all
  const last = {
    title: '操作',
    key: 'acts',
    render: (_: unknown, judge: Judge) => <Row judge={judge} acts={acts} />,
  }
  return [...all, last]
}

/** The judges by groups: whom they do not score, and how they come in. */
export function JudgesTab({ data }: Props) {
  const meeting = data.meeting.id
  const fresh = useFresh(meeting)
  const [slips, setSlips] = useState<readonly JudgeSlip[]>()
  const [conflicting, setConflicting] = useState<Judge>()
  const links = useMutation({
    mutationFn: (judges: string[] | null) =>
      call(review.giveLinks, { params: { meeting }, body: { judges } }),
    onSuccess: async ({ slips: given }) => {
      setSlips(given)
      await fresh()
    },
  })
  const change = useMutation<unknown, Error, () => Promise<unknown>>({
    mutationFn: (act) => act(),
    onSuccess: fresh,
  })
  const acts: Acts = {
    isOver: data.meeting.state === 'closed',
    onConflict: setConflicting,
    onLink: ({ id }) => links.mutate([id]),
    onPaper: ({ id: judge }) =>
      change.mutate(() => call(review.turnToPaper, { params: { meeting, judge } })),
    onRemove: ({ id: judge }) =>
      change.mutate(() => call(review.removeJudge, { params: { meeting, judge } })),
  }
  const linkless = data.judges.filter(({ paper, issuedAt }) => !paper && issuedAt === null).length
  return (
    <>
      {data.judges.length > 0 && (
        <Listing
          label="评委"
          rowKey="id"
          size="small"
          pagination={data.judges.length > 50 ? { pageSize: 50 } : false}
          scroll={{ x: 'max-content' }}
          columns={columnsFor(data, acts)}
          dataSource={data.judges}
        />
      )}
      {change.isError && <Trouble error={change.error} />}
      {links.isError && <Trouble error={links.error} />}
      {linkless > 0 && !acts.isOver && (
        <p style={{ marginTop: 12 }}>
          <Button type="primary" loading={links.isPending} onClick={() => links.mutate(null)}>
            给 {linkless} 位评委发链接
          </Button>
        </p>
      )}
      {!acts.isOver && <Add data={data} />}
      {conflicting !== undefined && (
        <ConflictModal
          key={conflicting.id}
          data={data}
          judge={conflicting}
          onClose={() => setConflicting(undefined)}
        />
      )}
      <JudgeSlips meeting={data.meeting} slips={slips} onClose={() => setSlips(undefined)} />
    </>
  )
}
