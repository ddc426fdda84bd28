import type { Closeness } from '@kaohe/contract'
import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { Listing } from '../../parts/listing.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { closenessQuery } from './data.ts'

type Margin = Closeness['ahead']
type Swing = Closeness['swings'][number]
type Outlook = Swing['lowered']

const others = (margin: NonNullable<Margin>): string =>
  margin.grade === null ? margin.name : `${margin.name}（${margin.grade}）`

function sentences({ ahead, behind, better, worse }: Closeness): readonly string[] {
  const level = (margin: NonNullable<Margin>): string =>
    margin.by === '0' ? `与${others(margin)}同分` : ''
  return [
    ahead && (level(ahead) || `比前面最近的${others(ahead)}低 ${ahead.by} 分`),
    behind && (level(behind) || `比后面最近的${others(behind)}高 ${behind.by} 分`),
    better && better.unit !== ahead?.unit && `离上面不同等次的${others(better)}差 ${better.by} 分`,
    worse && worse.unit !== behind?.unit && `比下面不同等次的${others(worse)}高 ${worse.by} 分`,
  ].filter((one) => typeof one === 'string' && one !== '') as string[]
}

function sayOutlook({ total, rank, grade }: Outlook): string {
  const parts = [
    total === null ? '总分未定' : `${total} 分`,
    rank === null ? '' : `第 ${rank}`,
    grade ?? '',
  ]
  return parts.filter((part) => part !== '').join('，')
}

const columns = [
  { title: '打分', key: 'item', dataIndex: 'item' },
  {
    title: '打分人',
    key: 'party',
    render: (_: unknown, { party }: Swing) => party ?? '考核办公室',
  },
  { title: '现在', key: 'mark', dataIndex: 'mark', align: 'right' as const },
  {
    title: '若低一成',
    key: 'lowered',
    render: (_: unknown, { lower, lowered }: Swing) => `${lower}：${sayOutlook(lowered)}`,
  },
  {
    title: '若高一成',
    key: 'raised',
    render: (_: unknown, { higher, raised }: Swing) => `${higher}：${sayOutlook(raised)}`,
  },
]

function Years({ years }: Pick<Closeness, 'years'>) {
  if (years.length === 0) return <p className="muted">没有往年的审定结果。</p>
  return (
    <ul>
      {years.map(({ year, former, total, rank, grade }) => (
        <li key={`${year}${former ?? ''}`}>
          {year} 年{former !== null && `（${former}）`}：{sayOutlook({ total, rank, grade })}
        </li>
      ))}
    </ul>
  )
}

/** What a meeting asks before it decides: how close it is, on which single marks it hangs, and the years before. */
export function ClosenessView({
  snapshot,
  unit,
}: {
  readonly snapshot: string
  readonly unit: string
}) {
  const found = useQuery(closenessQuery(snapshot, unit))
  if (found.isError) return <Trouble error={found.error} onRetry={() => void found.refetch()} />
  if (found.isPending) return <Skeleton active />
  const told = sentences(found.data)
  const { swings, years } = found.data
  return (
    <>
      <h2>有多近</h2>
      {told.length === 0 ? (
        <p className="muted">分数还没有全部确定，或者没有可比的单位。</p>
      ) : (
        <ul>
          {told.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {swings.length > 0 && (
        <>
          <p>下面这些打分，单独一个高一成或低一成，名次或等次就会不同：</p>
          <Listing
            label="高低一成就会改变名次或等次的打分"
            rowKey={({ item, party }) => `${item}${party ?? ''}`}
            size="small"
            scroll={{ x: 'max-content' }}
            pagination={swings.length > 20 ? { pageSize: 20 } : false}
            columns={columns}
            dataSource={[...swings]}
          />
        </>
      )}
      <h2>往年</h2>
      <Years years={years} />
    </>
  )
}
