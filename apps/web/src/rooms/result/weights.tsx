import type { Weights } from '@kaohe/contract'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../parts/button.tsx'
import { Listing } from '../../parts/listing.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { weightsQuery } from './data.ts'

type Weight = Weights['weights'][number]

const count = (title: string, key: keyof Weight) => ({
  title,
  key,
  dataIndex: key,
  align: 'right' as const,
})

const say = ({ name, written }: Weight): string => `${name} ${written}`

const columns = [
  {
    title: '占比',
    key: 'name',
    render: (_: unknown, weight: Weight) => say(weight),
  },
  count('分数变动', 'moved'),
  count('名次变动', 'ranked'),
  count('最多移动', 'farthest'),
  count('等次变动', 'regraded'),
  count('结果运用变动', 'consequences'),
]

/** What would be otherwise with a little more or less weight; computed when it is asked for. */
export function WeightsView({ snapshot }: { readonly snapshot: string }) {
  const [asked, setAsked] = useState(false)
  const found = useQuery({ ...weightsQuery(snapshot), enabled: asked })
  const still = found.data?.weights.filter(({ moved }) => moved === 0) ?? []
  return (
    <section aria-labelledby="weights" className={asked ? '' : 'no-print'}>
      <h2 id="weights">占比变动试算</h2>
      <p className="muted">
        各项占比分别提高一成、降低一成，其他占比不变：有变动的单位数，和名次最多移动几位。
      </p>
      {found.data === undefined ? (
        <Button onClick={() => setAsked(true)} loading={asked && found.isPending}>
          开始试算
        </Button>
      ) : (
        <Listing<Weight>
          label="占比变动试算"
          rowKey="name"
          size="small"
          scroll={{ x: 'max-content' }}
          pagination={false}
          columns={columns}
          dataSource={found.data.weights.filter(({ moved }) => moved > 0)}
          locale={{ emptyText: '没有变动分数的占比' }}
        />
      )}
      {still.length > 0 && <p className="muted">分数都不变的：{still.map(say).join('、')}。</p>}
      {found.isError && <Trouble error={found.error} onRetry={() => void found.refetch()} />}
    </section>
  )
}
