import { type OwnProblem, review } from '@kaohe/contract'
import { Input } from 'antd'
import { useId, useState } from 'react'
import { Button } from '../../../parts/button.tsx'
import { moment } from '../../../parts/when.ts'
import { useProblems, type WrittenProblem } from './problem-queue.ts'

type Problems = ReturnType<typeof useProblems>

function Told({ text, at, dealtAt, answer }: OwnProblem) {
  return (
    <li>
      <span className="problem-text">{text}</span>
      <span className="muted">
        {dealtAt === null ? (
          <>
            <span aria-hidden>◐ </span>已收到　{moment(at)}
          </>
        ) : (
          <>
            <span aria-hidden>● </span>已处理　{moment(dealtAt)}
          </>
        )}
      </span>
      {answer !== null && <span className="problem-text">答复：{answer}</span>}
    </li>
  )
}

function OnItsWay({
  one,
  again,
  drop,
}: { readonly one: WrittenProblem } & Pick<Problems, 'again' | 'drop'>) {
  const { text, because, client } = one
  return (
    <li>
      <span className="problem-text">{text}</span>
      {because === undefined ? (
        <span className="muted">
          <span aria-hidden>○ </span>已写，正在送出；没有信号也不会丢
        </span>
      ) : (
        <>
          <span>
            <span aria-hidden>！ </span>
            {because}
          </span>
          <span className="problem-choice">
            <Button onClick={() => again(one)}>再发一次</Button>
            <Button type="text" onClick={() => drop(client)}>
              不发了
            </Button>
          </span>
        </>
      )}
    </li>
  )
}

function Telling({ problems, onClose }: { readonly problems: Problems; onClose(): void }) {
  const id = useId()
  const { draft, type, write } = problems
  return (
    <form
      aria-label="报告问题"
      onSubmit={(event) => {
        event.preventDefault()
        write()
        onClose()
      }}
    >
      <label htmlFor={id}>出了什么问题</label>
      <Input.TextArea
        id={id}
        autoFocus
        autoSize={{ minRows: 2, maxRows: 6 }}
        maxLength={review.MOST_PROBLEM_LETTERS}
        showCount
        aria-describedby={`${id}-told`}
        value={draft}
        onChange={({ target }) => type(target.value)}
      />
      <p id={`${id}-told`} className="muted">
        组织部看得到您的姓名和这段话，请不要写打了多少分。
      </p>
      <span className="problem-choice">
        <Button type="primary" htmlType="submit" disabled={draft.trim() === ''}>
          送出
        </Button>
        <Button onClick={onClose}>取消</Button>
      </span>
    </form>
  )
}

function sayStanding({ told, queue }: Problems): string {
  const open = told.filter(({ dealtAt }) => dealtAt === null).length
  const dealt = told.length - open
  const parts = [
    queue.length > 0 && `${queue.length} 个还没有送到`,
    open > 0 && `${open} 个已收到`,
    dealt > 0 && `${dealt} 个已处理`,
  ]
  return parts.filter(Boolean).join('，')
}

/** What goes wrong on a judge's phone, told to those who run the meeting, and what they did about it. */
export function ProblemTold({ token }: { readonly token: string }) {
  const problems = useProblems(token)
  const [open, setOpen] = useState<boolean>()
  const { told, queue, again, drop } = problems
  return (
    <section className="problem-own" aria-label="问题">
      {open ? (
        <Telling problems={problems} onClose={() => setOpen(false)} />
      ) : (
        // Whoever closes the form is where he was before.
        <Button autoFocus={open === false} onClick={() => setOpen(true)}>
          报告问题
        </Button>
      )}
      <p className="muted" role="status">
        {sayStanding(problems)}
      </p>
      {told.length + queue.length > 0 && (
        <ul className="problem-list" aria-label="您报告的问题">
          {queue.map((one) => (
            <OnItsWay key={one.client} one={one} again={again} drop={drop} />
          ))}
          {told.toReversed().map((one) => (
            <Told key={one.id} {...one} />
          ))}
        </ul>
      )}
    </section>
  )
}
