import { review } from '@kaohe/contract'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Alert, Result, Skeleton } from 'antd'
import { useState } from 'react'
import { ApiProblem, callHeld } from '../../../api/client.ts'
import { download } from '../../../api/download.ts'
import { Button } from '../../../parts/button.tsx'
import { takeRaw } from '../../../parts/fragment.ts'
import { Trouble } from '../../../parts/trouble.tsx'
import { day, moment } from '../../../parts/when.ts'
import { saySize } from '../../reporting/say.ts'
import { asTyped, type Draft } from './answer.ts'
import { AnswerFields, AnswerRead } from './answer-form.tsx'
import type { OwnLetter } from './data.ts'
import { type Kept, keep, keptFor } from './kept.ts'
import './letter.css'

function BriefingFile({ token, file }: FileProps) {
  const save = useMutation({
    mutationFn: () => download(review.readOwnBriefingFile, {}, { 'Kaohe-Link': token }),
  })
  return (
    <>
      <Button size="large" loading={save.isPending} onClick={() => save.mutate()}>
        打开汇报文件：{file.name}（{saySize(file.size)}）
      </Button>
      {save.isError && <Trouble error={save.error} />}
    </>
  )
}

interface FileProps {
  readonly token: string
  readonly file: { readonly name: string; readonly size: number }
}

function Briefed({ letter, token }: { readonly letter: OwnLetter; readonly token: string }) {
  const { briefing, unitName } = letter
  if (briefing === null) return <p className="muted">{unitName}还没有在系统里记录专题汇报。</p>
  return (
    <details className="letter-briefing">
      <summary>
        {unitName}的专题汇报（{day(briefing.heldOn)}，向{briefing.told}）
      </summary>
      {briefing.text !== '' && <p className="letter-text">{briefing.text}</p>}
      {briefing.file !== null && <BriefingFile token={token} file={briefing.file} />}
    </details>
  )
}

function Done({ letter, code, at }: { letter: OwnLetter; code: string | null; at: string }) {
  return (
    <Result
      status="success"
      title={<h1 className="letter-title">答复已收到，谢谢</h1>}
      subTitle={
        <>
          <span className="letter-line">
            {letter.unitName}　{moment(at)}
          </span>
          {code !== null && (
            <span className="letter-line">
              回执码 <strong className="letter-code">{code}</strong>
            </span>
          )}
          <span className="letter-line">
            分数在截止收函以前密封。需要更改的，请凭回执码与{letter.from}联系。
          </span>
        </>
      }
    />
  )
}

function wanting({ fields }: OwnLetter, draft: Draft): string[] {
  return fields.filter(({ id }) => (draft.marks[id] ?? '').trim() === '').map(({ name }) => name)
}

interface WriteProps {
  readonly letter: OwnLetter
  readonly kept: Kept
  put(kept: Kept): void
}

function Confirm({ letter, kept, put, onBack }: WriteProps & { onBack(): void }) {
  const { token, draft, attempt } = kept
  const send = useMutation({
    mutationFn: () => {
      const body = { ...asTyped(draft, letter.fields), attempt }
      return callHeld(review.answerLetter, token, { body })
    },
    onSuccess: (receipt) => put({ ...kept, receipt }),
  })
  return (
    <>
      <h1 className="letter-title">请核对后提交</h1>
      <p>{letter.unitName}</p>
      <AnswerRead fields={letter.fields} draft={draft} />
      <p className="muted">提交以后不能更改。</p>
      {send.isError && <Trouble error={send.error} />}
      <Button
        type="primary"
        size="large"
        block
        loading={send.isPending}
        onClick={() => send.mutate()}
      >
        确认提交
      </Button>
      <Button size="large" block disabled={send.isPending} onClick={onBack}>
        返回修改
      </Button>
    </>
  )
}

function Write(props: WriteProps) {
  const { letter, kept, put } = props
  const [step, setStep] = useState<'write' | 'confirm'>('write')
  const [asked, setAsked] = useState(false)
  const lacking = asked ? wanting(letter, kept.draft) : []
  if (step === 'confirm') return <Confirm {...props} onBack={() => setStep('write')} />
  const next = (): void => {
    setAsked(true)
    if (wanting(letter, kept.draft).length === 0) setStep('confirm')
  }
  return (
    <>
      <h1 className="letter-title">请评价：{letter.unitName}</h1>
      <p>
        {letter.leader !== '' && `${letter.post}${letter.leader}同志：`}
        {letter.from}请您就{letter.title}作出{letter.sourceName}
        {letter.clause !== null && `（${letter.clause}）`}，请在 {day(letter.lastDay)}
        前提交，大约两分钟。
      </p>
      <Briefed letter={letter} token={kept.token} />
      <AnswerFields
        fields={letter.fields}
        remark={letter.remark}
        draft={kept.draft}
        change={(draft) => put({ ...kept, draft })}
      />
      {lacking.length > 0 && (
        <Alert role="alert" type="warning" showIcon title={`还没有打分：${lacking.join('、')}`} />
      )}
      <Button type="primary" size="large" block onClick={next}>
        下一步：核对
      </Button>
      <p className="muted">写的内容只存在这个页面里，提交以前没有人看到。</p>
    </>
  )
}

function Refused({ error }: { readonly error: unknown }) {
  const problem = error instanceof ApiProblem ? error.problem : undefined
  return (
    <Result
      status="warning"
      title={<h1 className="letter-title">{problem?.title ?? '请从收到的链接或二维码进入'}</h1>}
      subTitle={problem?.detail ?? '链接只对收到的人有效'}
    />
  )
}

/** A leader answers his letter: on a phone, without an account, in two minutes. */
export function LeaderPage() {
  const [kept, setKept] = useState(() => keptFor(takeRaw()))
  const { token, receipt } = kept
  const put = (fresh: Kept): void => {
    setKept(fresh)
    keep(fresh)
  }
  const look = useQuery({
    queryKey: ['own-letter', token],
    queryFn: () => {
      keep(kept)
      return callHeld(review.readOwnLetter, token)
    },
    enabled: token !== '',
    retry: false,
    // What is being written is not taken away by a look at another window.
    staleTime: Number.POSITIVE_INFINITY,
  })
  const letter = look.data
  return (
    <main className="letter-page">
      {token !== '' && look.isPending && (
        <>
          <h1 className="letter-title">正在打开</h1>
          <Skeleton active />
        </>
      )}
      {(token === '' || look.isError) && <Refused error={look.error} />}
      {letter !== undefined &&
        (receipt !== null ? (
          <Done letter={letter} code={receipt.code} at={receipt.at} />
        ) : letter.receipt !== null ? (
          <Done letter={letter} {...letter.receipt} />
        ) : (
          <Write letter={letter} kept={kept} put={put} />
        ))}
    </main>
  )
}
