import { Input, Space } from 'antd'
import { useId, useState } from 'react'
import { ApiProblem } from '../../api/client.ts'
import { Button } from '../../parts/button.tsx'
import { Refused, type Standing } from '../../parts/refused.tsx'

/** How a reason stands to something that has a version, where another was first. */
interface Over {
  /** What it is about, as a sentence begins. */
  readonly what: string
  theirs(standing: Standing): string
  onMine(reason: string, version: number): void
  onTheirs(): void
}

interface Props {
  readonly label: string
  readonly action: string
  readonly pending?: boolean
  readonly error?: unknown
  readonly over?: Over
  readonly onSubmit: (reason: string) => void
  readonly onCancel: () => void
}

function Why({ error }: Pick<Props, 'error'>) {
  if (!(error instanceof ApiProblem)) return null
  return (
    <p className="field-problem" role="alert">
      {error.problem.title}
    </p>
  )
}

/** A few words on why, beside what they are about. */
export function ReasonForm({ label, action, pending, error, over, onSubmit, onCancel }: Props) {
  const id = useId()
  const [reason, setReason] = useState('')
  return (
    <form
      className="reason-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (reason.trim() !== '') onSubmit(reason.trim())
      }}
    >
      <label htmlFor={id}>{label}</label>
      <Input.TextArea
        id={id}
        autoFocus
        autoSize={{ minRows: 1, maxRows: 6 }}
        maxLength={500}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      {over === undefined ? (
        <Why error={error} />
      ) : (
        <Refused
          error={error ?? null}
          what={over.what}
          mine={`${action}：${reason.trim()}`}
          theirs={over.theirs}
          onMine={(version) => over.onMine(reason.trim(), version)}
          onTheirs={over.onTheirs}
        />
      )}
      <Space>
        <Button
          type="primary"
          size="small"
          htmlType="submit"
          loading={pending === true}
          disabled={reason.trim() === ''}
        >
          {action}
        </Button>
        <Button size="small" onClick={onCancel}>
          取消
        </Button>
      </Space>
    </form>
  )
}
