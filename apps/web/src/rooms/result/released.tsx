import { type Answer, type Released, result } from '@kaohe/contract'
import { useQuery } from '@tanstack/react-query'
import { Card, Collapse, Empty, Skeleton } from 'antd'
import { call } from '../../api/client.ts'
import { Trouble } from '../../parts/trouble.tsx'
import { Objecting } from './objecting.tsx'
import { Publicised } from './publicised.tsx'
import { Suggesting } from './suggesting.tsx'
import './result.css'

type Item = NonNullable<Released['items']>[number]

const Lines = ({ lines }: Pick<Item, 'lines'>) =>
  lines.map(({ text }) => (
    <p key={text} style={{ margin: 0 }}>
      {text}
    </p>
  ))

const titleOf = ({ clause, name }: Item): string => `${clause === null ? '' : `${clause} `}${name}`

// As the server says of an item that no rule scores.
const BARE = '只有目标'

function Items({ items }: { readonly items: readonly Item[] }) {
  const panels = items
    .filter(({ points }) => points !== BARE)
    .map((item) => ({
      key: item.id,
      label: `${titleOf(item)}　${item.points}${item.full === null ? '' : ` / ${item.full}`}`,
      children: <Lines lines={item.lines} />,
    }))
  const bare = items.filter(({ points }) => points === BARE)
  const targets = {
    key: BARE,
    label: `另有 ${bare.length} 项只有目标，不计分`,
    children: bare.map((item) => (
      <section key={item.id}>
        <h3 className="released-target">{titleOf(item)}</h3>
        <Lines lines={item.lines} />
      </section>
    )),
  }
  return <Collapse size="small" items={bare.length === 0 ? panels : [...panels, targets]} />
}

type Result = Answer<typeof result.readReleased>['results'][number]

function One({ one }: { readonly one: Result }) {
  return (
    <Card title={<h2 className="released-title">{one.title}</h2>}>
      <p className="muted">
        {one.ratified}；{one.releasedOn} 反馈
      </p>
      <p className="points-line">
        {one.grade !== null && (
          <>
            等次 <strong>{one.grade}</strong>
            {'　'}
          </>
        )}
        {one.total !== null && (
          <>
            总分 <strong>{one.total}</strong>
            {'　'}
          </>
        )}
        {one.rank !== null && (
          <>
            名次 <strong>{one.rank}</strong>
          </>
        )}
      </p>
      {one.adjusted !== undefined && <p>等次调整：{one.adjusted}</p>}
      {one.comment !== null && <p className="work">{one.comment}</p>}
      {one.items !== null && <Items items={one.items} />}
      <Objecting one={one} />
    </Card>
  )
}

/** What was fed back to one's own unit. */
export function ReleasedPage() {
  const found = useQuery({ queryKey: ['released'], queryFn: () => call(result.readReleased) })
  if (found.isError) return <Trouble error={found.error} onRetry={() => void found.refetch()} />
  if (found.isPending) return <Skeleton active />
  const { results } = found.data
  return (
    <>
      <h1>考核结果</h1>
      {results.length === 0 && <Empty description="还没有反馈给本单位的结果" />}
      <div className="released">
        <Publicised />
        {results.map((one) => (
          <One key={one.cycle} one={one} />
        ))}
      </div>
      <Suggesting />
    </>
  )
}
