import { planning } from '@kaohe/contract'
import { useQuery } from '@tanstack/react-query'
import { Collapse, Skeleton } from 'antd'
import { call } from '../../api/client.ts'
import { Trouble } from '../../parts/trouble.tsx'
import { Changes } from './told.tsx'

/** What changed by meaning, against the version before or the upper scheme. */
export function SchemeChangesTab({ scheme }: { readonly scheme: string }) {
  const found = useQuery({
    queryKey: ['scheme', scheme, 'changes'],
    queryFn: () => call(planning.readChanges, { params: { scheme } }),
  })
  if (found.isError) return <Trouble error={found.error} onRetry={() => void found.refetch()} />
  if (found.isPending) return <Skeleton active />
  const { against, taken, changes } = found.data
  if (against === null) return <p className="muted">这是第一版，没有可以对照的。</p>
  const raised = changes.filter(({ direction }) => direction === 'raised').length
  return (
    <>
      <p>
        与{against.upper ? '上级的' : '被更正的'}“{against.title}”相比：改动 {changes.length} 处
        {raised > 0 && `，其中提高 ${raised} 处`}，原样沿用指标 {taken.length} 项。
      </p>
      <Changes changes={changes} />
      <Collapse
        size="small"
        items={[
          { key: 'taken', label: `原样沿用的指标（${taken.length}）`, children: taken.join('、') },
        ]}
      />
    </>
  )
}
