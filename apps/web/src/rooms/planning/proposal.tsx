import { type Answer, type Check, planning, type Trial } from '@kaohe/contract'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, Segmented, Skeleton, Space, Tag } from 'antd'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { call } from '../../api/client.ts'
import { useMay } from '../../app/session.ts'
import { Crumbs, toSchemes } from '../../parts/crumbs.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useStep } from '../../parts/use-step.tsx'
import { readText, useAutosave } from './autosave.ts'
import { CodeArea, type CodeHandle } from './code-area.tsx'
import { DecideProposal } from './decide-proposal.tsx'
import { DraftForm } from './draft/form.tsx'
import './planning.css'
import { Button } from '../../parts/button.tsx'
import { SaveState } from './save-state.tsx'
import { Changes, CheckSide } from './told.tsx'
import { PROPOSAL_STATE, sayProposal } from './words.ts'

type Read = Answer<typeof planning.readProposal>

function Side({
  trial,
  onPick,
}: {
  readonly trial: Trial
  readonly onPick: (one: Check['mistakes'][number]) => void
}) {
  const { check, changes, entriesBefore, minutesBefore, overruled } = trial
  const more = (check.burden?.entries ?? 0) - (entriesBefore ?? 0)
  const longer = (check.burden?.minutes ?? 0) - (minutesBefore ?? 0)
  return (
    <>
      <CheckSide check={check} onPick={onPick} />
      {check.burden !== null && entriesBefore !== null && (
        <p>
          放进方案以后，每个单位的填报
          {more === 0 ? '不增不减' : more > 0 ? `增加 ${more} 项次` : `减少 ${-more} 项次`}
          {longer > 0 && `，写明的时间增加 ${longer} 分钟`}
          {longer < 0 && `，写明的时间减少 ${-longer} 分钟`}。
        </p>
      )}
      {overruled.map(({ at, question }) => (
        <p key={at} className="finding finding-warning">
          “{at}”已由口径定下（{question}），在这里改不起作用。
        </p>
      ))}
      <h2 className="scheme-category">意思上改了什么</h2>
      <Changes changes={changes} />
    </>
  )
}

function HandIn({
  id,
  version,
  onDone,
}: {
  readonly id: string
  readonly version: number
  readonly onDone: () => void
}) {
  const hand = useStep({
    now: sayProposal,
    mutationFn: () =>
      call(planning.handInProposal, { params: { proposal: id }, body: { version } }),
    onSuccess: onDone,
  })
  return (
    <>
      <Button type="primary" onClick={() => hand.mutate()} loading={hand.isPending}>
        交给组织部
      </Button>
      {hand.isError && <Trouble error={hand.error} />}
    </>
  )
}

const VIEWS = [
  { value: 'form', label: '表单' },
  { value: 'text', label: '文本' },
]

function Editor({ proposal }: { readonly proposal: Read }) {
  const queries = useQueryClient()
  const mayWrite = useMay('proposal.write')
  const mayHand = useMay('proposal.hand')
  const mayDecide = useMay('proposal.decide')
  const [trial, setTrial] = useState(proposal.trial)
  const [view, setView] = useState('form')
  const area = useRef<CodeHandle>(null)
  const open = proposal.state === 'draft' || proposal.state === 'returned'
  const save = useAutosave<string>({
    key: `proposal/${proposal.id}`,
    initial: proposal.text,
    version: proposal.version,
    save: async (text, version) => {
      const params = { proposal: proposal.id }
      const saved = await call(planning.writeProposal, { params, body: { text, version } })
      setTrial(saved.trial)
      return saved.version
    },
    read: readText,
  })
  const pick = ({ line, column }: Check['mistakes'][number]): void => {
    flushSync(() => setView('text'))
    area.current?.goTo(line, column)
  }
  const readOnly = !open || !mayWrite
  const done = (): void => void queries.invalidateQueries({ queryKey: ['proposal', proposal.id] })
  return (
    <div className="write">
      <div className="stack">
        <div className="draft-head">
          <Segmented options={VIEWS} value={view} onChange={setView} aria-label="怎样看" />
          {!readOnly && <SaveState save={save} what="起草的内容" say={(text) => text} />}
        </div>
        {view === 'form' ? (
          <DraftForm
            kind={proposal.kind}
            text={save.value}
            trial={trial}
            around={proposal.around}
            readOnly={readOnly}
            onEdit={(change) => save.write(change(save.value))}
          />
        ) : (
          <CodeArea
            handle={area}
            label="起草的内容"
            value={save.value}
            readOnly={readOnly}
            onWrite={save.write}
          />
        )}
        <Space wrap>
          {open && mayHand && save.state === 'saved' && (
            <HandIn id={proposal.id} version={save.version} onDone={done} />
          )}
          {proposal.state === 'handed' && mayDecide && (
            <DecideProposal id={proposal.id} version={proposal.version} onDone={done} />
          )}
        </Space>
      </div>
      <div className="write-side" role="region" aria-label="检查和变化" tabIndex={0}>
        <Side trial={trial} onPick={pick} />
      </div>
    </div>
  )
}

/** One draft of a department, and what the scheme would be with it. */
export function ProposalPage() {
  const { proposal: id } = useParams({ from: '/signed-in/proposals/$proposal' })
  const found = useQuery({
    queryKey: ['proposal', id],
    queryFn: () => call(planning.readProposal, { params: { proposal: id } }),
    refetchOnWindowFocus: false,
    gcTime: 0,
  })
  if (found.isError) return <Trouble error={found.error} onRetry={() => void found.refetch()} />
  if (found.isPending) return <Skeleton active />
  const proposal = found.data
  const { state, because, scheme } = proposal
  return (
    <>
      <Crumbs
        way={[
          ...toSchemes,
          <Link to="/schemes/$scheme/proposals" params={{ scheme }}>
            部门起草
          </Link>,
        ]}
        here={proposal.title}
      />
      <div className="plan-head">
        <h1>
          {proposal.department}：{proposal.title}{' '}
          <Tag color={PROPOSAL_STATE[state].color}>{PROPOSAL_STATE[state].name}</Tag>
        </h1>
      </div>
      {state === 'returned' && because !== null && (
        <Alert type="warning" showIcon title="组织部退回" description={because} />
      )}
      <Editor key={`${id}/${state}`} proposal={proposal} />
    </>
  )
}
