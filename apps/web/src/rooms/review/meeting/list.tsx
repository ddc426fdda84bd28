import { type Answer, review } from '@kaohe/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Empty, Select, Skeleton, Tag } from 'antd'
import { useId, useState } from 'react'
import { call } from '../../../api/client.ts'
import { Button } from '../../../parts/button.tsx'
import { Crumbs, toCycle } from '../../../parts/crumbs.tsx'
import { Listing } from '../../../parts/listing.tsx'
import { Trouble } from '../../../parts/trouble.tsx'
import { day } from '../../../parts/when.ts'
import { Form, Labelled } from '../../result/form.tsx'
import { STATE } from './data.ts'
import './meeting.css'

type Listed = Answer<typeof review.listMeetings>

function Convene({ cycle, kinds }: { readonly cycle: string; readonly kinds: Listed['kinds'] }) {
  const id = useId()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [typed, setTyped] = useState({
    event: kinds[0]?.event ?? '',
    name: '述职评议会',
    heldOn: '',
    place: '',
  })
  const put = (part: Partial<typeof typed>): void => setTyped({ ...typed, ...part })
  const convene = useMutation({
    mutationFn: () => call(review.convene, { params: { cycle }, body: typed }),
    onSuccess: async ({ id: meeting }) => {
      await queries.invalidateQueries({ queryKey: ['meetings', cycle] })
      await navigate({ to: '/meetings/$meeting', params: { meeting } })
    },
  })
  return (
    <Form label="筹备一次评议会" onSubmit={() => convene.mutate()}>
      <h2>筹备一次评议会</h2>
      {kinds.length > 1 && (
        <div>
          <label htmlFor={id}>哪一种评议票</label>
          <Select
            id={id}
            style={{ width: '100%' }}
            value={typed.event}
            onChange={(event: string) => put({ event })}
            options={kinds.map(({ event, name }) => ({ value: event, label: name }))}
          />
        </div>
      )}
      <Labelled label="名称" value={typed.name} change={(name) => put({ name })} />
      <Labelled
        label="哪一天"
        type="date"
        value={typed.heldOn}
        change={(heldOn) => put({ heldOn })}
      />
      <Labelled label="地点" value={typed.place} change={(place) => put({ place })} />
      <Button type="primary" htmlType="submit" loading={convene.isPending}>
        开始筹备
      </Button>
      {convene.isError && <Trouble error={convene.error} />}
    </Form>
  )
}

const columns = [
  {
    title: '评议会',
    key: 'name',
    render: (_: unknown, { id, name }: Listed['meetings'][number]) => (
      <Link to="/meetings/$meeting" params={{ meeting: id }}>
        {name}
      </Link>
    ),
  },
  {
    title: '日期',
    key: 'on',
    render: (_: unknown, { heldOn }: Listed['meetings'][number]) => day(heldOn),
  },
  { title: '地点', dataIndex: 'place', key: 'place' },
  {
    title: '到了哪一步',
    key: 'state',
    render: (_: unknown, { state }: Listed['meetings'][number]) => <Tag>{STATE[state]}</Tag>,
  },
]

/** The debriefs of a cycle, and the form that begins one. */
export function MeetingsPage() {
  const { cycle } = useParams({ from: '/signed-in/cycles/$cycle/meetings' })
  const found = useQuery({
    queryKey: ['meetings', cycle],
    queryFn: () => call(review.listMeetings, { params: { cycle } }),
  })
  if (found.isError) return <Trouble error={found.error} onRetry={() => void found.refetch()} />
  if (found.isPending) return <Skeleton active />
  const { title, kinds, meetings } = found.data
  return (
    <>
      <Crumbs way={toCycle({ cycle, title })} here="述职评议" />
      <h1>述职评议</h1>
      {kinds.length === 0 ? (
        <Empty description="这个方案没有由评委当场评议的指标" />
      ) : (
        <>
          <p className="muted">
            评委凭各自的链接在手机上打分；谁打了多少分，谁也看不到。散会以后，评议票计入“
            {kinds.flatMap(({ items }) => items).join('”“')}”。
          </p>
          {meetings.length > 0 && (
            <Listing
              label="评议会"
              rowKey="id"
              size="middle"
              pagination={false}
              scroll={{ x: 'max-content' }}
              columns={columns}
              dataSource={meetings}
            />
          )}
          <Convene cycle={cycle} kinds={kinds} />
        </>
      )}
    </>
  )
}
