import { result, type ShownPublicity } from '@kaohe/contract'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Card, Result, Skeleton } from 'antd'
import { useState } from 'react'
import { ApiProblem, call, callHeld } from '../../api/client.ts'
import { takeRaw } from '../../parts/fragment.ts'
import { PublishedParts } from './published.tsx'
import './result.css'

const NOT_FOUND = 404

interface Asked {
  readonly data: ShownPublicity | undefined
  readonly error: Error | null
  readonly isPending: boolean
}

function saidOf(error: Error): { readonly title: string; readonly detail: string | undefined } {
  const problem = error instanceof ApiProblem ? error.problem : undefined
  if (problem?.status === NOT_FOUND)
    return { title: '没有找到这项公示', detail: '公示可能已经期满或者撤下，也可能链接不完整。' }
  return { title: problem?.title ?? '这一页出了问题', detail: problem?.detail }
}

function Missing({ error }: { readonly error: Error }) {
  const { title, detail } = saidOf(error)
  return (
    <Result status="info" title={<h1 className="public-title">{title}</h1>} subTitle={detail} />
  )
}

function Paper({ data, error, isPending }: Asked) {
  return (
    <main className="public-page">
      {isPending && (
        <>
          <h1 className="public-title">公示</h1>
          <Skeleton active />
        </>
      )}
      {error !== null && <Missing error={error} />}
      {data !== undefined && (
        <Card>
          <h1 className="public-title">{data.title}</h1>
          <p className="muted published-term">
            {data.committee}
            <br />
            公示期 {data.startsOn} 至 {data.endsOn}（含首尾两日）
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
