import { type Due, reporting, type Standing } from '@kaohe/contract'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Alert, Card, Empty, Progress, Select, Skeleton, Tag, Typography } from 'antd'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { Listing } from '../../parts/listing.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { DemoDay } from './demo-day.tsx'
import './reporting.css'
import { Button } from '../../parts/button.tsx'
import { day, moment } from '../../parts/when.ts'
import { sayDeadline, sayPoints } from './say.ts'

type Item = Standing['items'][number]

const NEXT = 4
const LAST = 3

function sayDue({ on, inDays, tentative, wording }: Due): string {
  if (on === null) return wording ?? '原文没有写日期'
  const left =
    inDays === null
      ? ''
      : inDays < 0
        ? `已过 ${-inDays} 天`
        : inDays === 0
          ? '今天'
          : `还有 ${inDays} 天`
  return `${on}（${left}）${tentative ? '，暂定' : ''}`
}

const STATES = { done: '已办', late: '逾期', soon: '快到期', ahead: '' } as const
const COLOURS = { done: 'green', late: 'red', soon: 'orange', ahead: 'default' } as const

function DueState({ state }: { readonly state: Due['state'] }) {
  if (state === null || state === 'ahead') return null
  return <Tag color={COLOURS[state]}>{STATES[state]}</Tag>
}

/** What is late, then what comes next, then what was done last. */
function firstDues(dues: readonly Due[]): Due[] {
  const late = dues.filter(({ state }) => state === 'late')
  const ahead = dues.filter(({ inDays }) => inDays === null || inDays >= 0)
  const done = dues.filter(({ inDays, state }) => inDays !== null && inDays < 0 && state === 'done')
  return [...late.slice(-LAST), ...ahead.slice(0, NEXT), ...done.slice(-1)]
}

function Dues({ dues }: { readonly dues: readonly Due[] }) {
  const [all, setAll] = useState(false)
  const shown = all ? dues : firstDues(dues)
  if (dues.length === 0) return <p className="field-state">方案里没有写填报的期限</p>
  return (
    <>
      <ul className="plain dues">
        {shown.map((due) => (
          <li key={`${due.name}/${due.on}`}>
            <span>
              <DueState state={due.state} />
              {due.name}
              {due.clause !== null && <span className="clause">{due.clause}</span>}
            </span>
            <span className="field-state">{sayDue(due)}</span>
          </li>
        ))}
      </ul>
      {!all && shown.length < dues.length && (
        <Button size="small" type="text" onClick={() => setAll(true)}>
          全部 {dues.length} 个
        </Button>
      )}
    </>
  )
}

function chipsOf({ asked, filled, returned, lacking }: Item): string[] {
  return [
    ...(filled < asked ? [`未填 ${asked - filled}`] : []),
    ...(returned === null ? [] : [`被退回：${returned}`]),
    ...(lacking.length === 0 ? [] : [`缺佐证：${lacking.join('、')}`]),
  ]
}

/** What waits on a page of items, in one line. */
function sayOpen(items: readonly Item[]): string {
  const count = (has: (item: Item) => boolean): number => items.filter(has).length
  const returned = count((item) => item.returned !== null)
  const lacking = count((item) => item.lacking.length > 0)
  return [returned > 0 && `被退回 ${returned} 项`, lacking > 0 && `缺佐证 ${lacking} 项`]
    .filter(Boolean)
    .join('，')
}

function columns(standing: Standing, unit: string) {
  const filled = {
    title: '填报',
    key: 'filled',
    width: 90,
    render: (_: unknown, one: Item) => (one.asked === 0 ? '—' : `${one.filled} / ${one.asked}`),
  }
  return [
    {
      title: '指标',
      key: 'name',
      render: (_: unknown, item: Item) => (
        <>
          <Link
            to="/cycles/$cycle/reports/$unit"
            params={{ cycle: standing.cycle, unit }}
            hash={item.id}
          >
            {item.name}
          </Link>
          {item.clause !== null && <span className="clause">{item.clause}</span>}
        </>
      ),
    },
    ...(standing.asked === 0 ? [] : [filled]),
    {
      title: '还要做的',
      key: 'chips',
      className: 'cell-whole chips',
      render: (_: unknown, item: Item) => chipsOf(item).map((chip) => <Tag key={chip}>{chip}</Tag>),
    },
    {
      title: '按现有填报得分',
      key: 'points',
      className: 'cell-whole',
      width: 150,
      align: 'right' as const,
      render: (_: unknown, { points, full }: Item) => sayPoints(points, full),
    },
  ]
}

function sayState({ submission: { state, confirmedAt, lateDays } }: Standing): string {
  if (state === 'returned') return '有被退回的项目'
  if (state === 'draft') return '还没有提交'
  const late = lateDays !== null && lateDays > 0 ? `，逾期 ${lateDays} 天` : ''
  return `${moment(confirmedAt)} 已提交${late}`
}

function sayWhat({ settled, countsFor }: Standing): string {
  if (countsFor.length > 0) return `本单位填的计入${countsFor.slice(0, 3).join('、')}`
  return settled ? '按现有填报' : '按现有填报的范围，填得越全越窄'
}

function Overview({ standing, unit }: { readonly standing: Standing; readonly unit: string }) {
  const { asked, filled, submission } = standing
  const navigate = useNavigate()
  const open = sayOpen(standing.items)
  const params = { cycle: standing.cycle, unit }
  return (
    <>
      <DemoDay clock={standing.clock} />
      {standing.reminders.map(({ text, at }) => (
        <Alert
          key={at}
          type="info"
          showIcon
          className="returned"
          title={text}
          description={`组织部 ${day(at)}提醒`}
        />
      ))}
      <div className="cards">
        <Card size="small" title="目前得分">
          <p className="score">
            {standing.points}
            {/\d/.test(standing.points) && <span className="unit"> 分</span>}
          </p>
          <p className="field-state">{sayWhat(standing)}</p>
        </Card>
        <Card size="small" title="填报">
          {asked === 0 ? (
            <p>没有要单位自己填的数据，只有逐条记录</p>
          ) : (
            <>
              <Progress aria-label="填报" percent={Math.floor((filled / asked) * 100)} />
              <p>
                {filled} / {asked} 格
              </p>
            </>
          )}
          <p>{sayState(standing)}</p>
          {open !== '' && <p className="mine-open">{open}</p>}
          <Button
            type="primary"
            onClick={() => void navigate({ to: '/cycles/$cycle/reports/$unit', params })}
          >
            去填报
          </Button>
        </Card>
        <Card size="small" title="期限">
          {submission.deadline !== null && <p>整份填报：{sayDeadline(submission.deadline)}</p>}
          <Dues dues={standing.dues} />
        </Card>
      </div>
      <Listing
        label="各项指标"
        rowKey="id"
        size="small"
        columns={columns(standing, unit)}
        dataSource={standing.items}
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
        scroll={{ x: 640 }}
      />
    </>
  )
}

/** A unit's one page: where it stands, what is due, what it is worth. */
export function Mine() {
  const [cycle, setCycle] = useState<string | undefined>(undefined)
  const mine = useQuery({
    queryKey: ['mine', cycle],
    queryFn: () => call(reporting.readMine, { query: cycle === undefined ? {} : { cycle } }),
  })
  if (mine.isError) return <Trouble error={mine.error} onRetry={() => void mine.refetch()} />
  if (mine.isPending) return <Skeleton active />
  const { unit, cycles, standing } = mine.data
  return (
    <>
      <header className="mine-header">
        <Typography.Title level={1} style={{ fontSize: 22, margin: 0 }}>
          我的考核
        </Typography.Title>
        <span>{unit.name}</span>
        {cycles.length > 0 && (
          <Select
            aria-label="考核年度"
            value={standing?.cycle ?? null}
            options={cycles.map(({ id, title }) => ({ value: id, label: title }))}
            onChange={(id: string | null) => setCycle(id ?? undefined)}
            style={{ minWidth: 220 }}
          />
        )}
      </header>
      {standing === null ? (
        <Empty
          description={
            cycles.length === 0 ? '本单位现在没有要参加的考核' : '这个考核年度不要本单位填报'
          }
        />
      ) : (
        <Overview standing={standing} unit={unit.id} />
      )}
    </>
  )
}
