import { type Answer, type LiveScreen, review, type Speaker } from '@kaohe/contract'
import { useMutation } from '@tanstack/react-query'
import { Alert, Input, Modal, Popconfirm, Progress, Space, Tag } from 'antd'
import { useId, useState } from 'react'
import { call } from '../../../api/client.ts'
import { Button } from '../../../parts/button.tsx'
import { Refused } from '../../../parts/refused.tsx'
import { Trouble } from '../../../parts/trouble.tsx'
import { useStep } from '../../../parts/use-step.tsx'
import { type MeetingData, SPEAKER_STATE, sayMeeting, useFresh } from './data.ts'
import { Outcome } from './outcome.tsx'

type StepBody = Parameters<typeof call<typeof review.stepMeeting>>[1] extends infer S
  ? NonNullable<S> extends { body?: infer B }
    ? NonNullable<B>
    : never
  : never
type Stepped = Answer<typeof review.stepMeeting>

function useSteps({ meeting }: MeetingData) {
  const onSettled = useFresh(meeting.id)
  return useStep<Stepped, Omit<StepBody, 'version'>>({
    now: (standing) => sayMeeting(standing),
    mutationFn: (step) =>
      call(review.stepMeeting, {
        params: { meeting: meeting.id },
        body: { ...step, version: meeting.version },
      }),
    onSettled,
  })
}

type Step = ReturnType<typeof useSteps>

function Now({
  speaker,
  screen,
  step,
}: {
  readonly speaker: Speaker
  readonly screen: LiveScreen | undefined
  readonly step: Step
}) {
  const live = screen?.now?.id === speaker.id ? screen.now : speaker
  const { given, expected } = live
  return (
    <section className="chair-now" aria-label="正在述职">
      <p className="muted">正在述职　第 {speaker.position} 个</p>
      <p className="chair-name">{speaker.name}</p>
      <Progress
        aria-label="已投票的评委"
        status="normal"
        percent={expected === 0 ? 0 : Math.floor((given / expected) * 100)}
        format={() => `${given} / ${expected} 票`}
      />
      <Popconfirm
        title={
          given < expected
            ? `还有 ${expected - given} 位评委没有投票。封存以后谁也不能再投、再改，封存吗？`
            : '封存以后谁也不能再投、再改，封存吗？'
        }
        okText="封存"
        cancelText="再等等"
        onConfirm={() => step.mutate({ step: 'seal', speaker: speaker.id })}
      >
        <Button type="primary" size="large" loading={step.isPending}>
          结束打分，封存
        </Button>
      </Popconfirm>
    </section>
  )
}

function Absent({
  speaker,
  meeting,
  onClose,
}: {
  readonly speaker: Speaker | undefined
  readonly meeting: MeetingData['meeting']
  onClose(): void
}) {
  const id = useId()
  const [because, setBecause] = useState('')
  const fresh = useFresh(meeting.id)
  const mark = useMutation({
    mutationFn: (version: number) =>
      call(review.stepMeeting, {
        params: { meeting: meeting.id },
        body: { step: 'absent', speaker: speaker!.id, because, version },
      }),
    onSuccess: () => done(),
  })
  const close = (): void => {
    setBecause('')
    mark.reset()
    onClose()
  }
  const done = () => {
    close()
    return fresh()
  }
  return (
    <Modal
      title={`${speaker?.name ?? ''}缺席`}
      open={speaker !== undefined}
      okText="标为缺席"
      cancelText="取消"
      okButtonProps={{ disabled: because.trim() === '' }}
      confirmLoading={mark.isPending}
      onCancel={close}
      onOk={() => mark.mutate(meeting.version)}
    >
      <label htmlFor={id}>为什么没有来</label>
      <Input id={id} value={because} onChange={({ target }) => setBecause(target.value)} />
      <p className="muted">没有评议票的单位怎样计分，按方案的规定。</p>
      <Refused
        error={mark.error}
        what="会议"
        mine={`${speaker?.name ?? ''}缺席：${because}`}
        theirs={(standing) => sayMeeting(standing, speaker?.id)}
        onMine={mark.mutate}
        onTheirs={() => void done()}
      />
    </Modal>
  )
}

function Row({
  speaker,
  data,
  step,
  onAbsent,
}: {
  readonly speaker: Speaker
  readonly data: MeetingData
  readonly step: Step
  onAbsent(): void
}) {
  const busy = data.speakers.some(({ state }) => state === 'scoring')
  const { id, name, position, state, because, given, expected } = speaker
  const isOver = data.meeting.state === 'closed'
  return (
    <li className="chair-row">
      <span className="chair-place">{position}</span>
      <span className="chair-unit">
        {name}
        {because !== null && <span className="muted">　{because}</span>}
      </span>
      <Tag>{SPEAKER_STATE[state]}</Tag>
      <span className="chair-votes">{state === 'sealed' && `${given} / ${expected} 票`}</span>
      <Space>
        {state === 'waiting' && !isOver && (
          <>
            <Button
              disabled={busy}
              aria-label={`请述职：${name}`}
              onClick={() => step.mutate({ step: 'open', speaker: id })}
            >
              请述职
            </Button>
            <Button type="text" aria-label={`${name}缺席`} onClick={onAbsent}>
              缺席
            </Button>
          </>
        )}
        {state === 'absent' && !isOver && (
          <Button
            type="text"
            aria-label={`${name}来了`}
            onClick={() => step.mutate({ step: 'back', speaker: id })}
          >
            来了
          </Button>
        )}
      </Space>
    </li>
  )
}

/** The chair's hand on the agenda, which drives all screens. */
export function ChairTab({
  data,
  screen,
  heard,
}: {
  readonly data: MeetingData
  readonly screen: LiveScreen | undefined
  readonly heard: boolean
}) {
  const step = useSteps(data)
  const [absent, setAbsent] = useState<Speaker>()
  const now = data.speakers.find(({ state }) => state === 'scoring')
  const left = data.speakers.filter(({ state }) => state === 'waiting').length
  const outcome = screen?.outcome
  const linkless = data.judges.filter((one) => !one.paper && one.issuedAt === null).length
  return (
    <div className="chair">
      {!heard && <Alert type="warning" showIcon title="与服务器的连接断了，正在重连" />}
      {linkless > 0 && data.meeting.state !== 'closed' && (
        <Alert type="info" showIcon title={`还有 ${linkless} 位评委没有链接，在“评委”里发`} />
      )}
      {step.isError && <Trouble error={step.error} />}
      {now !== undefined && <Now speaker={now} screen={screen} step={step} />}
      {now === undefined && outcome && <Outcome outcome={outcome} level={2} />}
      <p className="no-print">
        <a href={`/meetings/${data.meeting.id}/screen`} target="_blank" rel="noreferrer">
          打开大屏幕（新窗口）
        </a>
      </p>
      <ol className="chair-list" aria-label="议程">
        {data.speakers.map((speaker) => (
          <Row
            key={speaker.id}
            speaker={speaker}
            data={data}
            step={step}
            onAbsent={() => setAbsent(speaker)}
          />
        ))}
      </ol>
      <Absent speaker={absent} meeting={data.meeting} onClose={() => setAbsent(undefined)} />
      {data.meeting.state === 'running' && now === undefined && left === 0 && (
        <Popconfirm
          title="散会以后评议票计入结果，不能再改，散会吗？"
          okText="散会"
          cancelText="再看看"
          onConfirm={() => step.mutate({ step: 'close' })}
        >
          <Button type="primary" loading={step.isPending}>
            散会，计入结果
          </Button>
        </Popconfirm>
      )}
    </div>
  )
}
