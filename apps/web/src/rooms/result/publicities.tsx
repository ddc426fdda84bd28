import type { Publicity } from '@kaohe/contract'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Card, Empty, Skeleton, Tag } from 'antd'
import { Crumbs, toResult } from '../../parts/crumbs.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { PublicityActs } from './publicity-acts.tsx'
import {
  AUDIENCES,
  publicitiesQuery,
  STATE_COLOUR,
  sayDays,
  sayPublicity,
} from './publicity-data.ts'
import { PublishedParts } from './published.tsx'
import './result.css'

function One({ one, cycle }: { readonly one: Publicity; readonly cycle: string }) {
  const { published, audience, consent, withdrawnBecause } = one
  const to = AUDIENCES.filter(({ value }) => audience.includes(value)).map(({ label }) => label)
  return (
    <Card title={<h2 className="released-title">{published.title}</h2>}>
      <p className="published-term">
        <Tag color={STATE_COLOUR[one.state]}>{sayPublicity(one)}</Tag> {sayDays(one)}；公示给
        {to.join('、')}
      </p>
      {consent !== null && (
        <p className="muted published-term">
          {consent.on} {consent.body}同意{consent.number !== null && `（${consent.number}）`}
        </p>
      )}
      {withdrawnBecause !== null && (
        <p className="muted published-term">撤下：{withdrawnBecause}</p>
      )}
      <PublishedParts published={published} />
      <PublicityActs one={one} cycle={cycle} />
    </Card>
  )
}

/** What of a cycle is made public, for those who ask and those who consent. */
export function PublicitiesPage() {
  const { cycle } = useParams({ from: '/signed-in/cycles/$cycle/publicities' })
  const found = useQuery(publicitiesQuery(cycle))
  if (found.isError) return <Trouble error={found.error} onRetry={() => void found.refetch()} />
  if (found.isPending) return <Skeleton active />
  const { title, publicities } = found.data
  return (
    <>
      <Crumbs way={toResult({ cycle, title })} here="公示" />
      <h1>公示</h1>
      {publicities.length === 0 && <Empty description="还没有公示；在审定了的结果页上提请" />}
      <div className="released">
        {publicities.map((one) => (
          <One key={one.id} one={one} cycle={cycle} />
        ))}
      </div>
    </>
  )
}
