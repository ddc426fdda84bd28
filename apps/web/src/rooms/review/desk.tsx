import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, Skeleton, Tabs, Tag } from 'antd'
import { Crumbs, toDesks } from '../../parts/crumbs.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { DESK_STATE, type DeskPageData, deskKey, deskQuery } from './data.ts'
import { Decide } from './decide.tsx'
import { Marking } from './marking.tsx'
import { Opinions } from './opinions.tsx'
import './review.css'

function Cautions({ cautions }: Pick<DeskPageData, 'cautions'>) {
  if (cautions.length === 0) return null
  const list = (
    <ul>
      {cautions.map(({ text }) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
  return <Alert type="warning" showIcon title="提交前请留意" description={list} />
}

/** The desk of a department: its marks indicator by indicator, its remarks unit by unit, its signature. */
export function DeskPage() {
  const { cycle, party } = useParams({ from: '/signed-in/cycles/$cycle/desks/$party' })
  const place = { cycle, party }
  const queries = useQueryClient()
  const found = useQuery(deskQuery(place))
  if (found.isError) return <Trouble error={found.error} onRetry={() => void found.refetch()} />
  if (found.isPending) return <Skeleton active />
  const { title, desk } = found.data
  const tabs = [
    { key: 'marks', label: '逐项打分', children: <Marking place={place} data={found.data} /> },
    {
      key: 'opinions',
      label: '逐个单位写评语',
      children: <Opinions place={place} data={found.data} />,
    },
  ]
  return (
    <>
      <Crumbs way={toDesks({ cycle, title })} here={desk.name} />
      <div className="plan-head">
        <h1>
          {desk.name}的评价 <Tag>{DESK_STATE[desk.state]}</Tag>
        </h1>
      </div>
      <p>
        <Link to="/cycles/$cycle/desks/$party/evidence" params={place}>
          审看材料
        </Link>
        {'　'}
        已打 {desk.given} / {desk.asked} 个分
        {desk.because !== null && <span className="mark-problem">　退回：{desk.because}</span>}
      </p>
      <Cautions cautions={found.data.cautions} />
      <Decide place={place} data={found.data} />
      <Tabs
        items={tabs}
        destroyOnHidden
        onChange={() => void queries.invalidateQueries({ queryKey: deskKey(place) })}
      />
    </>
  )
}
