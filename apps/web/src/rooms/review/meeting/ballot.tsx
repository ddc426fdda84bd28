import { type AgendaSpeaker, type BallotField, review } from '@kaohe/contract'
import { useQuery } from '@tanstack/react-query'
import { Drawer, Result, Skeleton } from 'antd'
import { useState } from 'react'
import { ApiProblem, callHeld } from '../../../api/client.ts'
import { Button } from '../../../parts/button.tsx'
import { Trouble } from '../../../parts/trouble.tsx'
import { moment } from '../../../parts/when.ts'
import { type BallotPageData, tokenOfTab, useBallotPage } from './ballot-data.ts'
import { OwnBallots } from './ballot-own.tsx'
import { VoteField } from './field.tsx'
import { ProblemTold } from './problem-told.tsx'
import { type Queue, useQueue, type Written } from './queue.ts'
import '../review.css'
import './meeting.css'

const NOTHING: Readonly<Record<string, string>> = {}

/** What this phone wrote last, else what the server has. */
function marksOf(speaker: AgendaSpeaker, written: Written | undefined) {
  return written?.marks ?? speaker.ballot?.marks ?? NOTHING
}

function sayState(speaker: AgendaSpeaker, written: Written | undefined): [string, string] {
  const isSealed = speaker.state === 'sealed'
  if (written?.state === 'written') return ['○', '已写，正在送出；没有信号也不会丢，请不要关这一页']
  if (written?.state === 'refused') return ['！', written.because ?? '没有收下']
  const receipt = written?.receipt ?? speaker.ballot?.receipt
  if (receipt === undefined) return ['', '']
  if (isSealed) return ['●', `已封存，回执 ${receipt}`]
  return ['◐', `已送达，封存以前可以改。回执 ${receipt}`]
}

function Summary({ token, speaker }: { readonly token: string; readonly speaker: AgendaSpeaker }) {
  const [open, setOpen] = useState(false)
  const found = useQuery({
    queryKey: ['ballot-summary', token, speaker.id],
    queryFn: () => callHeld(review.readSummary, token, { params: { speaker: speaker.id } }),
    enabled: open,
  })
  return (
    <>
      <Button type="link" onClick={() => setOpen(true)}>
        看书面总结
      </Button>
      <Drawer
        title={`${speaker.name}的书面总结`}
        placement="bottom"
        size="80%"
        open={open}
        onClose={() => setOpen(false)}
      >
        {found.isError && <Trouble error={found.error} />}
        <p className="summary">{found.data?.text}</p>
      </Drawer>
    </>
  )
}

interface VoteProps {
  readonly token: string
  readonly fields: readonly BallotField[]
  readonly speaker: AgendaSpeaker
  readonly written: Written | undefined
  write(marks: Written['marks'], turn: number): void
}

function Vote({ token, fields, speaker, written, write }: VoteProps) {
  const kept = marksOf(speaker, written)
  const [typed, setTyped] = useState(kept)
  const changed = fields.some(({ id }) => (typed[id] ?? '') !== (kept[id] ?? ''))
  const complete = fields.every(({ id }) => (typed[id] ?? '').trim() !== '')
  const given = kept !== NOTHING
  const turn = Math.max(written?.turn ?? 0, speaker.ballot?.turn ?? 0) + 1
  const [sign, said] = sayState(speaker, written)
  return (
    <form
      className="vote"
      aria-label={`给${speaker.name}打分`}
      onSubmit={(event) => {
        event.preventDefault()
        write(typed, turn)
      }}
    >
      {fields.map((field) => (
        <VoteField
          key={field.id}
          field={field}
          value={typed[field.id] ?? ''}
          fault={changed ? undefined : written?.faults?.[field.id]}
          change={(value) => setTyped({ ...typed, [field.id]: value })}
        />
      ))}
      <Button
        type="primary"
        size="large"
        block
        htmlType="submit"
        disabled={!complete || (given && !changed && written?.state !== 'refused')}
      >
        {given ? (changed ? '改为这个分数' : '已提交') : '提交'}
      </Button>
      <p className="vote-state" role="status">
        {sign && <span aria-hidden>{sign} </span>}
        {said}
      </p>
      {speaker.hasSummary && <Summary token={token} speaker={speaker} />}
    </form>
  )
}

function Now({ token, data, queue, write }: NowProps) {
  const speaker = data.speakers.find(({ state }) => state === 'scoring')
  if (speaker === undefined) {
    const next = data.speakers.find(({ state }) => state === 'waiting')
    const isOver = data.meeting.state === 'closed'
    return (
      <section className="vote-wait" aria-label="现在">
        <p>{isOver ? '会议已经结束，谢谢您' : '请稍候，还没有开始打分'}</p>
        {!isOver && next && <p className="muted">下一个：{next.name}</p>}
      </section>
    )
  }
  const { id, name, position, barred, earlier } = speaker
  return (
    <section aria-label="现在">
      <p className="muted">正在述职　第 {position} 个</p>
      <h2 className="vote-name">{name}</h2>
      {barred !== null && <p className="vote-wait">您不评这个单位：{barred}</p>}
      {barred === null && earlier && (
        <p className="vote-wait">您已经用以前的链接投过票，那一票有效</p>
      )}
      {barred === null && !earlier && (
        <Vote
          key={id}
          token={token}
          fields={data.fields}
          speaker={speaker}
          written={queue[id]}
          write={(marks, turn) => write(id, marks, turn)}
        />
      )}
    </section>
  )
}

interface NowProps {
  readonly token: string
  readonly data: BallotPageData
  readonly queue: Queue
  write(speaker: string, marks: Written['marks'], turn: number): void
}

function Voting({
  token,
  data,
  heard,
  onCheck,
}: {
  readonly token: string
  readonly data: BallotPageData
  readonly heard: boolean
  onCheck(): void
}) {
  const { queue, write } = useQueue(token)
  const { meeting, judge } = data
  return (
    <>
      <header className="vote-head">
        <h1>{meeting.name}</h1>
        <p className="muted">
          {judge.number} 号评委　{judge.name}
          {judge.group && `（${judge.group}）`}
        </p>
      </header>
      {!heard && (
        <p className="vote-lost" role="alert">
          信号断了，正在重连；写下的不会丢
        </p>
      )}
      <Now token={token} data={data} queue={queue} write={write} />
      <OwnBallots data={data} queue={queue} onCheck={onCheck} />
      <ProblemTold token={token} />
      {data.linkUntil !== null && (
        <p className="muted">
          会议已经结束。可以核对自己的票到{moment(data.linkUntil)}，以后链接停用。
        </p>
      )}
    </>
  )
}

/** A judge's phone: the chair's agenda leads it, and nobody else sees what is given on it. */
export function BallotPage() {
  const [token] = useState(tokenOfTab)
  const { found, heard, data } = useBallotPage(token)
  const problem = found.error instanceof ApiProblem ? found.error.problem : undefined
  if (token === '' || [401, 404, 410].includes(problem?.status ?? 0))
    return (
      <main className="vote-page">
        <Result
          status={problem?.status === 410 ? 'info' : 'warning'}
          title={<h1 style={{ fontSize: 20 }}>{problem?.title ?? '请从收到的链接或二维码进入'}</h1>}
          subTitle={problem?.detail ?? '链接只对收到的人有效'}
        />
      </main>
    )
  return (
    <main className="vote-page">
      {data === undefined && (
        <>
          <h1>述职评议</h1>
          {found.isError ? (
            <Trouble error={found.error} onRetry={() => void found.refetch()} />
          ) : (
            <Skeleton active />
          )}
        </>
      )}
      {data !== undefined && (
        <Voting token={token} data={data} heard={heard} onCheck={() => void found.refetch()} />
      )}
    </main>
  )
}
