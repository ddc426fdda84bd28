import { type Act, type Answer, log } from '@kaohe/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Empty } from 'antd'
import { call } from '../../api/client.ts'
import { Button } from '../../parts/button.tsx'
import { Listing } from '../../parts/listing.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { CheckpointCard } from './checkpoint.tsx'
import { wordOf } from './words.ts'

const FIRST: { readonly at?: string; readonly id?: string } = {}

type Page = Answer<typeof log.listActs>

const columns = [
  {
    title: '时间',
    dataIndex: 'at',
    width: 180,
    render: (at: string) =>
      new Date(at).toLocaleString('zh-CN', { dateStyle: 'long', timeStyle: 'medium' }),
  },
  { title: '谁', dataIndex: 'person', width: 100, render: (name: string | null) => name ?? '系统' },
  { title: '做了什么', dataIndex: 'act', width: 150, render: wordOf },
  { title: '组织', dataIndex: 'org', width: 220, render: (name: string | null) => name ?? '—' },
  {
    title: '存证位置',
    dataIndex: 'position',
    width: 100,
    align: 'right' as const,
    render: (position: number | null) => position ?? '等待',
  },
]

function nextOf(page: Page): { at: string; id: string } | undefined {
  const last = page.acts.at(-1)
  return page.more && last ? { at: last.at, id: last.id } : undefined
}

/** Every act that one may see, the newest first. */
export function Acts() {
  const acts = useInfiniteQuery({
    queryKey: ['log'],
    queryFn: ({ pageParam }) => call(log.listActs, { query: pageParam }),
    initialPageParam: FIRST,
    getNextPageParam: nextOf,
  })
  if (acts.isError) return <Trouble error={acts.error} onRetry={() => void acts.refetch()} />
  const rows: Act[] = acts.data?.pages.flatMap((page) => page.acts) ?? []
  return (
    <>
      <h1>操作日志</h1>
      <CheckpointCard />
      <Listing
        label="日志"
        rowKey="id"
        size="middle"
        style={{ marginTop: 16 }}
        loading={acts.isPending}
        columns={columns}
        dataSource={rows}
        pagination={false}
        scroll={{ x: 720 }}
        expandable={{
          rowExpandable: ({ change }) => change !== null,
          expandedRowRender: ({ object, change }) => (
            <pre className="note">
              {object}
              {'\n'}
              {JSON.stringify(change, null, 2)}
            </pre>
          ),
        }}
        locale={{ emptyText: <Empty description="还没有记录" /> }}
      />
      {acts.hasNextPage && (
        <Button
          style={{ marginTop: 12 }}
          loading={acts.isFetchingNextPage}
          onClick={() => void acts.fetchNextPage()}
        >
          更早的
        </Button>
      )}
    </>
  )
}
