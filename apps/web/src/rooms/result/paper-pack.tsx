import { jobs, type PaperFormat, type PapersPage, result } from '@kaohe/contract'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Alert, Checkbox, Progress } from 'antd'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { Button } from '../../parts/button.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { FORMATS } from './paper-format.tsx'

const LOOK_EVERY_MS = 1000

/** Work under way, and what came of it. */
function Packing({ job }: { readonly job: string }) {
  const found = useQuery({
    queryKey: ['jobs', job],
    queryFn: () => call(jobs.readJob, { params: { job } }),
    refetchInterval: ({ state }) => (state.data?.endedAt == null ? LOOK_EVERY_MS : false),
  })
  if (found.isError) return <Trouble error={found.error} />
  if (found.data === undefined) return null
  const { state, done, total, said, problem, file } = found.data
  if (state === 'failed' || state === 'cancelled')
    return <Alert type="error" showIcon title={problem ?? '打包已取消'} />
  if (state === 'done')
    return (
      <Alert
        type="success"
        showIcon
        title={said}
        action={
          <Button type="primary" href={`/api/jobs/${job}/file`}>
            下载 {file}
          </Button>
        }
      />
    )
  return (
    <>
      <Progress
        aria-label="打包的进度"
        percent={total === null || total === 0 ? 0 : Math.floor((done / total) * 100)}
      />
      <p className="muted" role="status">
        {said ?? '正在等待'}；可以离开本页，做好后在“后台任务”里下载。
      </p>
    </>
  )
}

interface Props {
  readonly snapshot: string
  readonly papers: PapersPage['papers']
  /** Nobody chosen means all. */
  readonly chosen: readonly string[]
  readonly ranking: boolean
}

/** Many papers in one archive, made in the background. */
export function PaperPack({ snapshot, papers, chosen, ranking }: Props) {
  const [kinds, setKinds] = useState<readonly string[]>(papers.map(({ id }) => id))
  const [formats, setFormats] = useState<readonly PaperFormat[]>(['word'])
  const pack = useMutation({
    mutationFn: () =>
      call(result.packPapers, {
        params: { snapshot },
        body: { papers: [...kinds], assessees: [...chosen], ranking, formats: [...formats] },
      }),
  })
  const whose = chosen.length === 0 ? '全部单位' : `选中的 ${chosen.length} 个单位`
  return (
    <section aria-labelledby="pack" className="meeting-form">
      <h2 id="pack">打包</h2>
      <Checkbox.Group
        aria-label="打包哪些文书"
        options={papers.map(({ id, name }) => ({ value: id, label: name }))}
        value={[...kinds]}
        onChange={setKinds}
      />
      <Checkbox.Group
        aria-label="打包哪些格式"
        options={[...FORMATS]}
        value={[...formats]}
        onChange={setFormats}
      />
      <Button
        type="primary"
        loading={pack.isPending}
        disabled={kinds.length === 0 || formats.length === 0}
        onClick={() => pack.mutate()}
      >
        打包{whose}的文书
      </Button>
      {pack.isError && <Trouble error={pack.error} />}
      {pack.isSuccess && <Packing job={pack.data.job} />}
    </section>
  )
}
