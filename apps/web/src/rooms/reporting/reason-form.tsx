import { Input, Space } from 'antd'
import { useId, useState } from 'react'
import { ApiProblem } from '../../api/client.ts'
import { Button } from '../../parts/button.tsx'

interface Props {
  readonly label: string
  readonly action: string
  readonly pending?: boolean
  readonly error?: unknown
  readonly onSubmit: (reason: string) => void
  readonly onCancel: () => void
}

/** A few words on why, beside what they are about. */
export function ReasonForm({ label, action, pending, error, onSubmit, onCancel }: Props) {
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
      {error instanceof ApiProblem && (
        <p className="field-problem" role="alert">
          {error.problem.title}
        </p>
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
