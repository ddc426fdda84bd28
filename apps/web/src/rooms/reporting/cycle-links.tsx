import { Link } from '@tanstack/react-router'
import { Space } from 'antd'
import { useMay } from '../../app/session.ts'

/** From a cycle to what is reported in it, for those who look after it. */
export function CycleLinks({ cycle }: { readonly cycle: string }) {
  const [progress, observations] = [useMay('report.progress'), useMay('observation.read')]
  if (!progress && !observations) return null
  return (
    <Space size="large" style={{ marginBottom: 12 }}>
      {progress && (
        <Link to="/cycles/$cycle/progress" params={{ cycle }}>
          填报进度
        </Link>
      )}
      {observations && (
        <Link to="/cycles/$cycle/observations" params={{ cycle }}>
          平时观察
        </Link>
      )}
    </Space>
  )
}
