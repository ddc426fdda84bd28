import { result, type Suggestion } from '@kaohe/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Card, Empty, Radio, Skeleton } from 'antd'
import { call } from '../../api/client.ts'
import { Button } from '../../parts/button.tsx'
import { Crumbs, toResult } from '../../parts/crumbs.tsx'
import { Refused } from '../../parts/refused.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useOver } from '../../parts/use-over.ts'
import { Form, Labelled } from './form.tsx'
import './result.css'

interface Props {
  readonly one: Suggestion
  readonly cycle: string
}

const OUTCOMES = [
  { value: 'noted' as const, label: '记下，供明年的方案参考' },
  { value: 'answered' as const, label: '答复' },
]

type Settled = NonNullable<Suggestion['settled']>

const saySettled = (settled: Settled | null): string =>
  settled === null
    ? '还没有处理'
    : `${OUTCOMES.find(({ value }) => value === settled.outcome)?.label ?? ''}：${settled.text}`

function Settle({ one, cycle }: Props) {
  const queries = useQueryClient()
  const was: Settled = { outcome: one.settled?.outcome ?? 'noted', text: one.settled?.text ?? '' }
  const { value, write, ...form } = useOver({
    at: ['suggestion', one.id],
    was,
    version: one.version,
    send: (settled, version) =>
      call(result.settleSuggestion, {
        params: { cycle, suggestion: one.id },
        body: { ...settled, version },
      }),
    fresh: () => queries.invalidateQueries({ queryKey: ['suggestions', cycle] }),
  })
  return (
    <Form label="处理这条建议" onSubmit={() => form.send()}>
      <Radio.Group
        aria-label="怎样处理"
        options={OUTCOMES}
        value={value.outcome}
        onChange={({ target }) => write({ ...value, outcome: target.value as Settled['outcome'] })}
      />
      <Labelled
        label="答复或记录"
        rows={2}
        value={value.text}
        change={(text) => write({ ...value, text })}
      />
      <Button htmlType="submit" disabled={value.text.trim() === ''} loading={form.pending}>
        {one.settled === null ? '存下' : '改写'}
      </Button>
      <Refused
        {...form.refused}
        what="这条建议的处理"
        mine={saySettled(value)}
        theirs={(standing) => saySettled((standing as Suggestion | null)?.settled ?? null)}
      />
    </Form>
  )
}

/** What units and leaders suggest about the assessment, for those who organise it. */
export function SuggestionsPage() {
  const { cycle } = useParams({ from: '/signed-in/cycles/$cycle/suggestions' })
  const found = useQuery({
    queryKey: ['suggestions', cycle],
    queryFn: () => call(result.readSuggestions, { params: { cycle } }),
  })
  if (found.isError) return <Trouble error={found.error} onRetry={() => void found.refetch()} />
  if (found.isPending) return <Skeleton active />
  const { title, suggestions } = found.data
  return (
    <>
      <Crumbs way={toResult({ cycle, title })} here="建议" />
      <h1>对考核工作的建议</h1>
      <p className="muted">不显示是谁提的。答复或记录，提建议的单位在自己的页上看得到。</p>
      {suggestions.length === 0 && <Empty description="还没有建议" />}
      <div className="released">
        {suggestions.map((one) => (
          <Card
            key={`${one.id}/${one.version}`}
            title={<h2 className="released-title">{one.from === 'unit' ? '单位' : '分管领导'}</h2>}
          >
            <p className="work">{one.text}</p>
            <Settle one={one} cycle={cycle} />
          </Card>
        ))}
      </div>
    </>
  )
}
