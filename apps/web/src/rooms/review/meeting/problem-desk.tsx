import { type JudgeProblem, review } from '@kaohe/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Input } from 'antd'
import { useEffect, useId, useState } from 'react'
import { call } from '../../../api/client.ts'
import { Button } from '../../../parts/button.tsx'
import { Trouble } from '../../../parts/trouble.tsx'
import { moment } from '../../../parts/when.ts'
import { problemsKey } from './data.ts'

function Whose({ number, name, at }: JudgeProblem) {
  return (
    <span className="muted">
      {number} 号评委　{name}　{moment(at)}
    </span>
  )
}

function Open({ meeting, one }: { readonly meeting: string; readonly one: JudgeProblem }) {
  const id = useId()
  const [answer, setAnswer] = useState('')
  const queries = useQueryClient()
  const deal = useMutation({
    mutationFn: () =>
      call(review.dealWithProblem, {
        params: { meeting, problem: one.id },
        body: { answer },
      }),
    onSuccess: (all) => queries.setQueryData(problemsKey(meeting), all),
    // Somebody else may have been faster.
    onError: () => queries.invalidateQueries({ queryKey: problemsKey(meeting) }),
  })
  const whose = `${one.number} 号评委 ${one.name}`
  return (
    <li>
      <Whose {...one} />
      <span className="problem-text">{one.text}</span>
      <form
        className="problem-answer"
        aria-label={`处理${whose}的问题`}
        onSubmit={(event) => {
          event.preventDefault()
          deal.mutate()
        }}
      >
        <label htmlFor={id}>答复（可不填）</label>
        <Input
          id={id}
          maxLength={review.MOST_PROBLEM_LETTERS}
          value={answer}
          onChange={({ target }) => setAnswer(target.value)}
        />
        <Button
          htmlType="submit"
          loading={deal.isPending}
          aria-label={`已处理：${whose}，${one.text}`}
        >
          已处理
        </Button>
      </form>
      {deal.isError && <Trouble error={deal.error} />}
    </li>
  )
}

function Dealt({ all }: { readonly all: readonly JudgeProblem[] }) {
  return (
    <details>
      <summary>已经处理的问题（{all.length}）</summary>
      <ul className="problem-list">
        {all.toReversed().map((one) => (
          <li key={one.id}>
            <Whose {...one} />
            <span className="problem-text">{one.text}</span>
            <span className="problem-text">
              {one.answer === null ? '没有写答复' : `答复：${one.answer}`}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** What judges report from their phones while the meeting goes on, for those who run it; the wall shows none of it. */
export function ProblemDesk({
  meeting,
  changed,
}: {
  readonly meeting: string
  /** Counts the changes that were heard of. */
  readonly changed: number | undefined
}) {
  const found = useQuery({
    queryKey: problemsKey(meeting),
    queryFn: () => call(review.listProblems, { params: { meeting } }),
  })
  const { refetch } = found
  useEffect(() => {
    if (changed !== undefined) void refetch()
  }, [changed, refetch])
  const all = found.data?.problems ?? []
  const open = all.filter(({ dealtAt }) => dealtAt === null)
  const dealt = all.filter(({ dealtAt }) => dealtAt !== null)
  return (
    <section
      className={all.length === 0 ? 'problem-desk-none' : 'problem-desk'}
      aria-label="评委报告的问题"
    >
      <p role="status">{open.length > 0 && `评委报告的问题有 ${open.length} 个没有处理`}</p>
      {found.isError && <Trouble error={found.error} onRetry={() => void refetch()} />}
      {open.length > 0 && (
        <ul className="problem-list">
          {open.map((one) => (
            <Open key={one.id} meeting={meeting} one={one} />
          ))}
        </ul>
      )}
      {dealt.length > 0 && <Dealt all={dealt} />}
    </section>
  )
}
