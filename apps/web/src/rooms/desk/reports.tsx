import { reporting } from '@kaohe/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Progress, Skeleton, Statistic } from 'antd'
import { call } from '../../api/client.ts'
import { Trouble } from '../../parts/trouble.tsx'

/** How far the units of a cycle have reported. */
export function Reports({ cycle }: { readonly cycle: string }) {
  const progress = useQuery({
    queryKey: ['progress', cycle],
    queryFn: () => call(reporting.readProgress, { params: { cycle } }),
  })
  if (progress.isError) return <Trouble error={progress.error} />
  if (progress.isPending) return <Skeleton active paragraph={{ rows: 2 }} />
  const units = progress.data.units.filter(({ excludedBecause }) => excludedBecause === null)
  const sum = (of: 'asked' | 'filled' | 'openContests') =>
    units.reduce((total, unit) => total + unit[of], 0)
  const done = units.filter(({ state }) => state === 'confirmed').length
  const [asked, filled, contests] = [sum('asked'), sum('filled'), sum('openContests')]
  return (
    <>
      <div className="desk-figures">
        <Statistic title="已提交" value={done} suffix={`/ ${units.length} 个单位`} />
        <Statistic title="待答复的异议" value={contests} />
      </div>
      {asked > 0 && (
        <Progress
          aria-label="数据填报"
          percent={Math.floor((filled / asked) * 100)}
          format={() => `${filled}/${asked}`}
        />
      )}
      <Link to="/cycles/$cycle/progress" params={{ cycle }}>
        填报进度
      </Link>
    </>
  )
}
