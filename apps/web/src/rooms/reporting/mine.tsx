import { type Due, reporting, type Standing } from '@kaohe/contract'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import {
  Alert,
  Button,
  Card,
  Empty,
  Progress,
  Select,
  Skeleton,
  Table,
  Tag,
  Typography,
} from 'antd'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { Trouble } from '../../parts/trouble.tsx'
import './reporting.css'
import { day, moment, sayDeadline, sayPoints } from './say.ts'

type Item = Standing['items'][number]

const NEXT = 6
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

function Dues({ dues }: { readonly dues: readonly Due[] }) {
  const [all, setAll] = useState(false)
  const ahead = dues.filter(({ inDays }) => inDays === null || inDays >= 0)
  const past = dues.filter(({ inDays }) => inDays !== null && inDays < 0)
  const shown = all ? dues : ahead.length > 0 ? ahead.slice(0, NEXT) : past.slice(-LAST)
  if (dues.length === 0) return <p className="field-state">方案里没有写填报的期限</p>
  return (
    <>
      <ul className="plain">
        {shown.map((due) => (
          <li key={`${due.name}/${due.on}`}>
            {due.name}
            {due.clause !== null && <span className="clause">{due.clause}</span>}
            <div className="field-state">{sayDue(due)}</div>
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

function columns(standing: Standing, unit: string) {
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
    {
      title: '填报',
      key: 'filled',
      width: 90,
      render: (_: unknown, { asked, filled }: Item) => (asked === 0 ? '—' : `${filled} / ${asked}`),
    },
    {
      title: '还要做的',
      key: 'chips',
      render: (_: unknown, item: Item) => chipsOf(item).map((chip) => <Tag key={chip}>{chip}</Tag>),
    },
    {
      title: '按现有填报得分',
      key: 'points',
      width: 150,
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

function Overview({ standing, unit }: { readonly standing: Standing; readonly unit: string }) {
  const { asked, filled, submission } = standing
  const navigate = useNavigate()
  const params = { cycle: standing.cycle, unit }
  return (
    <>
      {standing.reminders.map(({ text, at }) => (
        <Alert
          key={at}
          type="info"
          showIcon
          className="returned"
          title={text}
          description={day(at)}
        />
      ))}
      <div className="cards">
        <Card size="small" title="现在在哪里">
          <p className="big">
            {standing.points}
            {/\d/.test(standing.points) && <span className="unit"> 分</span>}
          </p>
          <p className="field-state">
            {standing.settled ? '按现有填报' : '按现有填报的范围，填得越全越窄'}
          </p>
          <p>{sayState(standing)}</p>
        </Card>
        <Card size="small" title="填到哪里">
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
          <Button
            type="primary"
            onClick={() => void navigate({ to: '/cycles/$cycle/reports/$unit', params })}
          >
            去填报
          </Button>
        </Card>
        <Card size="small" title="什么到期">
          {submission.deadline !== null && <p>整份填报：{sayDeadline(submission.deadline)}</p>}
          <Dues dues={standing.dues} />
        </Card>
      </div>
      <Table
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
        <Empty description="本单位现在没有要参加的考核" />
      ) : (
        <Overview standing={standing} unit={unit.id} />
      )}
    </>
  )
}
