import { Alert } from 'antd'
import { ApiProblem } from '../api/client.ts'
import { Button } from './button.tsx'

interface Props {
  readonly error: unknown
  readonly onRetry?: () => void
}

/** Says what went wrong in the server's own words, beside what it concerns. */
export function Trouble({ error, onRetry }: Props) {
  const problem = error instanceof ApiProblem ? error.problem : undefined
  const action = onRetry && <Button onClick={onRetry}>再试一次</Button>
  return (
    <Alert
      type="error"
      showIcon
      title={problem?.title ?? '这一页出了问题'}
      description={problem?.detail}
      action={action}
    />
  )
}
