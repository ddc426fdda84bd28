import { type LetterSource, review } from '@kaohe/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Alert, Empty, Popconfirm, Skeleton } from 'antd'
import { call } from '../../../api/client.ts'
import { useMay } from '../../../app/session.ts'
import { Button } from '../../../parts/button.tsx'
import { Crumbs, toCycle } from '../../../parts/crumbs.tsx'
import { Trouble } from '../../../parts/trouble.tsx'
import { moment } from '../../../parts/when.ts'
import { lettersQuery } from './data.ts'
import { LettersTable } from './letters-table.tsx'
import { Receivers } from './receivers.tsx'
import '../review.css'
import './letter.css'

interface Props {
  readonly cycle: string
  readonly source: LetterSource
}

/** What the scheme says of those who are not asked, and of those who do not answer. */
function Silences({ source }: { readonly source: LetterSource }) {
  const { without, absent, readings, clause } = source
  const names = without.map(({ name }) => name)
  const types = [...new Set(without.map(({ type }) => type))]
  return (
    <section aria-label="方案怎样规定" className="letter-says">
      <ul>
        <li>没有收到答复的，这一项分数空缺，试算结果只给出范围；程序不代填。</li>
        {without.length > 0 && (
          <li>
            方案没有就{types.join('、')}发函（{clause ?? '没有注明条款'}），共 {without.length}{' '}
            个单位：{absent}。
            <details>
              <summary>是哪些单位</summary>
              {names.join('、')}
            </details>
          </li>
        )}
        {readings.map(({ question, chosen }) => (
          <li key={question}>
            口径（{clause}）：{question}——{chosen ?? '还没有定'}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Close({ cycle, source }: Props) {
  const queries = useQueryClient()
  const close = useMutation({
    mutationFn: () => call(review.closeLetters, { params: { cycle, source: source.id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['letters', cycle] }),
  })
  const standing = source.letters.filter(({ withdrawn }) => withdrawn === null)
  const missing = standing.filter(({ answeredAt }) => answeredAt === null).length
  return (
    <div>
      <Popconfirm
        title={`截止以后不再收答复，分数公开给组织部并计入结果。还有 ${missing} 份没有答复。截止吗？`}
        okText="截止收函"
        cancelText="再等等"
        onConfirm={() => close.mutate()}
      >
        <Button loading={close.isPending}>截止收函</Button>
      </Popconfirm>
      {close.isError && <Trouble error={close.error} />}
    </div>
  )
}

function RemindBriefings({ cycle, source }: Props) {
  const remind = useMutation({
    mutationFn: () => call(review.remindBriefings, { params: { cycle, source: source.id } }),
  })
  if (source.briefing === null) return null
  return (
    <div>
      <Button loading={remind.isPending} onClick={() => remind.mutate()}>
        提醒没有记录专题汇报的单位
      </Button>{' '}
      <span role="status">{remind.data && `提醒了 ${remind.data.told} 个单位`}</span>
      {remind.isError && <Trouble error={remind.error} />}
    </div>
  )
}

function Counts({ source }: { readonly source: LetterSource }) {
  const standing = source.letters.filter(({ withdrawn }) => withdrawn === null)
  const answered = standing.filter(({ answeredAt }) => answeredAt !== null).length
  const { round, waiting } = source
  return (
    <p className="letter-counts">
      已答复 <strong>{answered}</strong> 份，没有答复 <strong>{standing.length - answered}</strong>{' '}
      份{waiting.length > 0 && `，还没有定收函机关 ${waiting.length} 个单位`}
      {round !== null && `；最后一天 ${round.lastDay}`}
    </p>
  )
}

function Source(props: Props) {
  const { source } = props
  const [makes, closes] = [useMay('letter.make'), useMay('letter.close')]
  const closed = source.round?.closedAt ?? null
  const key = source.letters.map(({ id, version }) => `${id}${version}`).join()
  return (
    <section aria-label={source.name} className="letter-source">
      <h2>
        {source.name}
        {source.weight !== null && `（占 ${source.weight}）`}
      </h2>
      <Counts source={source} />
      {closed !== null && (
        <Alert type="info" showIcon title={`${moment(closed)} 已经截止收函，分数计入试算结果`} />
      )}
      <Silences source={source} />
      {makes && closed === null && <Receivers key={key} {...props} />}
      <LettersTable {...props} />
      {closes && closed === null && source.round !== null && (
        <div className="letter-acts">
          <RemindBriefings {...props} />
          <Close {...props} />
        </div>
      )}
    </section>
  )
}

/** Letters to leaders, as the office that sends and collects them sees them. */
export function LettersPage() {
  const { cycle } = useParams({ from: '/signed-in/cycles/$cycle/letters' })
  const found = useQuery(lettersQuery(cycle))
  if (found.isError) return <Trouble error={found.error} onRetry={() => void found.refetch()} />
  if (found.isPending) return <Skeleton active />
  const { title, sources } = found.data
  return (
    <>
      <Crumbs way={toCycle({ cycle, title })} here="函询评价" />
      <h1>函询评价</h1>
      <p className="muted">截止收函以前，谁也看不到分数，组织部只看到答复了没有。</p>
      {sources.length === 0 ? (
        <Empty description="这个方案没有函询评价" />
      ) : (
        sources.map((source) => <Source key={source.id} cycle={cycle} source={source} />)
      )}
    </>
  )
}
