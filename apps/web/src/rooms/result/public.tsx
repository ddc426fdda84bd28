import { result, type ShownPublicity } from '@kaohe/contract'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Card, Result, Skeleton } from 'antd'
import { useState } from 'react'
import { ApiProblem, call, callHeld } from '../../api/client.ts'
import { takeRaw } from '../../parts/fragment.ts'
import { PublishedParts } from './published.tsx'
import './result.css'

interface Asked {
  readonly data: ShownPublicity | undefined
  readonly error: Error | null
  readonly isPending: boolean
}

function Paper({ data, error, isPending }: Asked) {
  const problem = error instanceof ApiProblem ? error.problem : undefined
  return (
    <main className="public-page">
      {isPending && (
        <>
          <h1 className="public-title">公示</h1>
          <Skeleton active />
        </>
      )}
      {error !== null && (
        <Result
          status="info"
          title={<h1 className="public-title">{problem?.title ?? '这一页出了问题'}</h1>}
          subTitle={problem?.status === 404 ? '公示可能已经期满，或者链接不完整' : problem?.detail}
        />
      )}
      {data !== undefined && (
        <Card>
          <h1 className="public-title">{data.title}</h1>
          <p className="muted">
            {data.committee}　公示期 {data.startsOn} 至 {data.endsOn}（含首尾两日）
          </p>
          <PublishedParts published={data} />
        </Card>
      )}
    </main>
  )
}

/** What was made public to everybody; whoever opens it has no account. */
export function PublicPage() {
  const { publicity } = useParams({ from: '/public/$publicity' })
  const found = useQuery({
    queryKey: ['public', publicity],
    queryFn: () => call(result.readPublic, { params: { publicity } }),
    retry: false,
  })
  return <Paper {...found} />
}

/** What was made public to leaders in charge, who come by a link. */
export function HeldPublicPage() {
  const [token] = useState(takeRaw)
  const found = useQuery({
    queryKey: ['held-publicity', token],
    queryFn: () => callHeld(result.holdPublicity, token),
    retry: false,
  })
  return <Paper {...found} />
}
