import { type Job, jobs } from '@kaohe/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Empty, Progress, Skeleton, Tag, Typography } from 'antd'
import { call } from '../../api/client.ts'
import { Button } from '../../parts/button.tsx'
import { InnerLink } from '../../parts/inner-link.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { instant } from '../identity/instants.ts'
import './jobs.css'

const BUSY_MS = 1500
const IDLE_MS = 30_000

const STATES: Readonly<Record<Job['state'], { readonly name: string; readonly color?: string }>> = {
  waiting: { name: '等待' },
  running: { name: '进行中', color: 'blue' },
  done: { name: '完成', color: 'green' },
  failed: { name: '没有完成', color: 'red' },
  cancelled: { name: '已取消' },
}

const goesOn = ({ state }: Job): boolean => state === 'waiting' || state === 'running'

function percentOf({ done, total }: Job): number {
  return total === null || total === 0 ? 0 : Math.floor((done / total) * 100)
}

function Cancel({ job }: { readonly job: Job }) {
  const queries = useQueryClient()
  const cancel = useMutation({
    mutationFn: () => call(jobs.cancelJob, { params: { job: job.id } }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['jobs'] }),
  })
  if (!goesOn(job)) return null
  if (job.cancelling) return <p className="job-quiet">正在取消，已经做的会全部撤回…</p>
  return (
    <>
      {cancel.error && <Trouble error={cancel.error} />}
      <Button
        aria-label={`取消：${job.title}`}
        loading={cancel.isPending}
        onClick={() => cancel.mutate()}
      >
        取消
      </Button>
    </>
  )
}

function Line({ job }: { readonly job: Job }) {
  const { name, color } = STATES[job.state]
  return (
    <li className="job">
      <h2 className="job-head">
        <span>{job.title}</span>
        <Tag {...(color && { color })}>{name}</Tag>
      </h2>
      {job.state === 'running' && (
        <Progress
          percent={percentOf(job)}
          aria-label={`${job.title}的进度`}
          {...(job.total === null && { showInfo: false })}
        />
      )}
      {job.said !== null && (
        <p className="job-said">
          {job.said}
          {job.state === 'running' && job.total !== null && `（${job.done}/${job.total}）`}
        </p>
      )}
      {job.problem !== null && <p className="job-said">原因：{job.problem}</p>}
      <div className="job-tools">
        {job.file !== null && (
          <Button type="primary" href={`/api/jobs/${job.id}/file`}>
            下载 {job.file}
          </Button>
        )}
        {job.page !== null && <InnerLink to={job.page}>查看结果</InnerLink>}
        <Cancel job={job} />
      </div>
      <p className="job-quiet">
        {instant(job.askedAt)} 提出
        {job.endedAt !== null && `，${instant(job.endedAt)} 结束`}
        {job.file !== null && job.keptUntil !== null && `；文件保留到 ${instant(job.keptUntil)}`}
      </p>
    </li>
  )
}

/** One's own work in the background: how far it is, its end, and what came of it. */
export function JobsPage() {
  const list = useQuery({
    queryKey: ['jobs'],
    queryFn: () => call(jobs.listJobs),
    refetchInterval: ({ state }) => (state.data?.jobs.some(goesOn) ? BUSY_MS : IDLE_MS),
  })
  const rows = list.data?.jobs ?? []
  const going = rows.filter(goesOn).length
  return (
    <>
      <Typography.Title level={1} style={{ fontSize: 22, marginTop: 0 }}>
        后台任务
      </Typography.Title>
      <p aria-live="polite">{going > 0 ? `有 ${going} 项正在进行，可以离开本页。` : ' '}</p>
      {list.error && <Trouble error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Skeleton active />}
      {list.isSuccess && rows.length === 0 && (
        <Empty description="没有任务。大批量的导入、导出、打印会出现在这里。" />
      )}
      <ul className="job-list">
        {rows.map((job) => (
          <Line key={job.id} job={job} />
        ))}
      </ul>
    </>
  )
}
