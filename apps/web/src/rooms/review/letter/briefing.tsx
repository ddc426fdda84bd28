import { type Briefing, review } from '@kaohe/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Card, Empty, Skeleton } from 'antd'
import { useId } from 'react'
import { type ApiProblem, call } from '../../../api/client.ts'
import { sendFile } from '../../../api/download.ts'
import { Button } from '../../../parts/button.tsx'
import { Crumbs, toCycle } from '../../../parts/crumbs.tsx'
import { Refused } from '../../../parts/refused.tsx'
import { Trouble } from '../../../parts/trouble.tsx'
import { useOver } from '../../../parts/use-over.ts'
import { moment } from '../../../parts/when.ts'
import { saySize } from '../../reporting/say.ts'
import { Form, Labelled } from '../../result/form.tsx'
import { briefingsQuery } from './data.ts'
import './letter.css'

type Task = Awaited<
  ReturnType<NonNullable<ReturnType<typeof briefingsQuery>['queryFn']>>
>['tasks'][number]

interface Props {
  readonly cycle: string
  readonly unit: string
  readonly task: Task
}

function useFresh({ cycle, unit }: Props) {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: ['briefings', cycle, unit] })
}

const sayBriefing = ({ heldOn, told, text }: Pick<Briefing, 'heldOn' | 'told' | 'text'>): string =>
  `${heldOn} 向${told}汇报\n${text}`

function Write(props: Props) {
  const { cycle, unit, task } = props
  const { briefing, leaders } = task
  const form = useOver({
    at: ['briefing', cycle, unit, task.source],
    was: {
      heldOn: briefing?.heldOn ?? '',
      told: briefing?.told ?? leaders.join('、'),
      text: briefing?.text ?? '',
    },
    version: briefing?.version ?? 0,
    send: (written, version) =>
      call(review.writeBriefing, {
        params: { cycle, unit, source: task.source },
        body: { ...written, version },
      }),
    fresh: useFresh(props),
  })
  const typed = form.value
  const put = (part: Partial<typeof typed>): void => form.write({ ...typed, ...part })
  return (
    <Form label={`记录：${task.name}`} onSubmit={() => form.send()}>
      <Labelled
        label="哪一天汇报的"
        type="date"
        value={typed.heldOn}
        change={(heldOn) => put({ heldOn })}
      />
      <Labelled label="向谁汇报" value={typed.told} change={(told) => put({ told })} />
      <Labelled
        label="汇报了什么（分管领导答复时看得到）"
        rows={6}
        value={typed.text}
        change={(text) => put({ text })}
      />
      <Button type="primary" htmlType="submit" loading={form.pending}>
        保存记录
      </Button>
      <Refused
        {...form.refused}
        what="这份记录"
        mine={sayBriefing(typed)}
        theirs={(standing) => (standing === null ? '没有记录' : sayBriefing(standing as Briefing))}
      />
    </Form>
  )
}

function BriefingFile(props: Props) {
  const { cycle, unit, task } = props
  const id = useId()
  const onSuccess = useFresh(props)
  const send = useMutation<unknown, ApiProblem, File>({
    mutationFn: (file) => {
      const query = new URLSearchParams({ name: file.name }).toString()
      return sendFile(`/api/cycles/${cycle}/briefings/${unit}/${task.source}/file?${query}`, file)
    },
    onSuccess,
  })
  const file = task.briefing?.file ?? null
  return (
    <div>
      {file !== null && (
        <p>
          <a href={`/api/cycles/${cycle}/briefings/${unit}/${task.source}/file`} download>
            汇报文件：{file.name}（{saySize(file.size)}）
          </a>
        </p>
      )}
      <label htmlFor={id}>附上汇报文件（可不附，最大 20 MB）</label>
      <input
        id={id}
        type="file"
        onChange={({ target }) => target.files?.[0] && send.mutate(target.files[0])}
      />
      {send.isError && <Trouble error={send.error} />}
    </div>
  )
}

function TaskCard(props: Props) {
  const { task } = props
  const { briefing, due, says, clause } = task
  return (
    <Card title={<h2 className="letter-task">{task.name}</h2>}>
      <p className="muted">
        {due ?? says ?? '没有写明时间'}
        {clause !== null && `（${clause}）`}
      </p>
      <p role="status">
        {briefing === null ? '还没有记录' : `已记录，${moment(briefing.at)} 保存`}
      </p>
      {task.open && <Write key={briefing?.version ?? 0} {...props} />}
      {task.open && briefing !== null && <BriefingFile {...props} />}
    </Card>
  )
}

/** What a unit told its leader of its work, before he is asked by letter. */
export function BriefingPage() {
  const { cycle, unit } = useParams({ from: '/signed-in/cycles/$cycle/briefings/$unit' })
  const found = useQuery(briefingsQuery(cycle, unit))
  if (found.isError) return <Trouble error={found.error} onRetry={() => void found.refetch()} />
  if (found.isPending) return <Skeleton active />
  const { title, tasks } = found.data
  return (
    <div className="letter-paper">
      <Crumbs way={toCycle({ cycle, title })} here="专题汇报" />
      <h1>专题汇报</h1>
      {tasks.length === 0 ? (
        <Empty description="方案没有要求本单位专题汇报" />
      ) : (
        tasks.map((task) => <TaskCard key={task.source} cycle={cycle} unit={unit} task={task} />)
      )}
    </div>
  )
}
