import type { Contest } from '@kaohe/contract'
import { useState } from 'react'
import { Button } from '../../parts/button.tsx'
import { day } from '../../parts/when.ts'
import { ReasonForm } from './reason-form.tsx'
import { type Place, useAnswer } from './save.ts'

interface Props {
  readonly contest: Contest
  readonly place: Place
  readonly mayAnswer: boolean
}

/** What the unit holds against a datum, and what was answered. */
export function ContestNote({ contest, place, mayAnswer }: Props) {
  const [answering, setAnswering] = useState(false)
  const answer = useAnswer(place)
  return (
    <div className="contest">
      <p>
        异议（{day(contest.at)}）：{contest.reason}
      </p>
      {contest.answer === null ? (
        <p className="field-state">等待答复</p>
      ) : (
        <p>
          答复（{day(contest.answeredAt)}）：{contest.answer}
        </p>
      )}
      {mayAnswer && contest.answer === null && !answering && (
        <Button size="small" onClick={() => setAnswering(true)}>
          答复
        </Button>
      )}
      {answering && contest.answer === null && (
        <ReasonForm
          label="答复"
          action="答复"
          pending={answer.isPending}
          error={answer.error}
          onSubmit={(text) => answer.mutate({ contest: contest.id, answer: text })}
          onCancel={() => setAnswering(false)}
        />
      )}
    </div>
  )
}
