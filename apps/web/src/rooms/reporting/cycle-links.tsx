import { Link } from '@tanstack/react-router'
import { useMay } from '../../app/session.ts'
import { Ways } from '../../parts/ways.tsx'

/** From a cycle to what is reported in it, for those who look after it. */
export function CycleLinks({ cycle }: { readonly cycle: string }) {
  const [progress, observations] = [useMay('report.progress'), useMay('observation.read')]
  const shares = useMay('fact.share')
  if (!progress && !observations && !shares) return null
  return (
    <Ways name="填报">
      {progress && (
        <Link to="/cycles/$cycle/progress" params={{ cycle }}>
          填报进度
        </Link>
      )}
      {shares && (
        <Link to="/cycles/$cycle/facts" params={{ cycle }}>
          统一提供的数据
        </Link>
      )}
      {observations && (
        <Link to="/cycles/$cycle/observations" params={{ cycle }}>
          平时观察
        </Link>
      )}
    </Ways>
  )
}
