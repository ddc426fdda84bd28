import type { Answer, review } from '@kaohe/contract'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Empty, Segmented, Skeleton } from 'antd'
import { useState } from 'react'
import { Crumbs, toCycle } from '../../parts/crumbs.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { ClaimCard } from './claim-card.tsx'
import { claimsQuery, isDecided } from './claims-data.ts'
import './review.css'
import './claims.css'

const SHOWN = { waiting: '待认定', doubted: '有提示', decided: '已认定', all: '全部' } as const
type Shown = keyof typeof SHOWN

type Found = Answer<typeof review.listClaims>

const FILTERS: Readonly<Record<Shown, (claim: Found['claims'][number]) => boolean>> = {
  waiting: (claim) => !isDecided(claim),
  doubted: ({ doubts }) => doubts.length > 0,
  decided: isDecided,
  all: () => true,
}

function Queue({ cycle, found }: { readonly cycle: string; readonly found: Found }) {
  const [shown, setShown] = useState<Shown>('waiting')
  // One that was decided stays where it is until another list is asked for: nothing jumps away.
  const [kept, setKept] = useState(() => new Set<string>())
  const { kinds, claims } = found
  const rows = claims.filter((claim) => kept.has(claim.id) || FILTERS[shown](claim))
  return (
    <>
      <Segmented
        aria-label="看哪些申报"
        value={shown}
        options={Object.entries(SHOWN).map(([value, name]) => ({
          value: value as Shown,
          label: `${name} ${claims.filter(FILTERS[value as Shown]).length}`,
        }))}
        onChange={(next) => {
          setKept(new Set())
          setShown(next)
        }}
      />
      {rows.length === 0 && <Empty description="没有这样的申报" />}
      <ol className="claims">
        {rows.map((claim) => (
          <li key={claim.id}>
            <ClaimCard
              key={`${claim.id}/${claim.version}/${claim.ruling?.version ?? 0}`}
              cycle={cycle}
              claim={claim}
              kind={kinds.find(({ event }) => event === claim.event)!}
              onDecided={() => setKept(new Set([...kept, claim.id]))}
            />
          </li>
        ))}
      </ol>
    </>
  )
}

/** What units claim for themselves, for those who award it. */
export function ClaimsPage() {
  const { cycle } = useParams({ from: '/signed-in/cycles/$cycle/claims' })
  const found = useQuery(claimsQuery(cycle))
  if (found.isError) return <Trouble error={found.error} onRetry={() => void found.refetch()} />
  if (found.isPending) return <Skeleton active />
  const { title, kinds } = found.data
  return (
    <>
      <Crumbs way={toCycle({ cycle, title })} here="加分认定" />
      <h1>加分认定</h1>
      {kinds.length === 0 ? (
        <p>方案里没有由您认定的申报。</p>
      ) : (
        <>
          <p className="muted">
            没有认定的按未知计，总分是一个范围；认定和理由在结果公布以前单位看不到。
          </p>
          <Queue cycle={cycle} found={found.data} />
        </>
      )}
    </>
  )
}
