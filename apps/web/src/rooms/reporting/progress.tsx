import { type Answer, reporting, type UnitProgress } from '@kaohe/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Input, Progress, Skeleton, Tabs, Tag, Typography } from 'antd'
import { type Key, useId, useState } from 'react'
import { call } from '../../api/client.ts'
import { useMay } from '../../app/session.ts'
import { Listing } from '../../parts/listing.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { AskedFor } from '../jobs/asked.tsx'
import { DemoDay } from './demo-day.tsx'
import { Pack } from './pack.tsx'
import './reporting.css'
import { Button } from '../../parts/button.tsx'
import { day } from '../../parts/when.ts'
import { ReasonForm } from './reason-form.tsx'
import { sayDeadline } from './say.ts'

type Found = Answer<typeof reporting.readProgress>

const STATES = { draft: '未提交', confirmed: '已提交', returned: '已退回' } as const

function sayPunctual({ state, lateDays, exceptionOn }: UnitProgress): string {
  const excused = exceptionOn === null ? '' : `延期至 ${exceptionOn}`
  if (state !== 'confirmed' || lateDays === null) return excused
  const late = lateDays > 0 ? `逾期 ${lateDays} 天` : '按时'
  return excused === '' ? late : `${late}（${excused}）`
}

function share({ asked, filled }: { readonly asked: number; readonly filled: number }) {
  if (asked === 0) return '—'
  return (
    <Progress
      aria-label="填报"
      percent={Math.min(100, Math.floor((filled / asked) * 100))}
      size="small"
      format={() => `${filled}/${asked}`}
    />
  )
}

function Exception({ cycle, unit, onDone }: ExceptionProps) {
  const id = useId()
  const queries = useQueryClient()
  const [dueOn, setDueOn] = useState('')
  const grant = useMutation({
    mutationFn: (reason: string) =>
      call(reporting.grantException, {
        params: { cycle, unit: unit.unit },
        body: { dueOn, reason },
      }),
    onSuccess: async () => {
      onDone()
      await queries.invalidateQueries({ queryKey: ['progress', cycle] })
    },
  })
  return (
    <section className="workbook" aria-label={`${unit.name}延期`}>
      <label htmlFor={id}>{unit.name} 延期至</label>{' '}
      <Input
        id={id}
        type="date"
        value={dueOn}
        onChange={({ target }) => setDueOn(target.value)}
        style={{ width: 170 }}
      />
      <ReasonForm
        label="为什么同意延期"
        action="同意延期"
        pending={grant.isPending}
        error={grant.error}
        onSubmit={(reason) => grant.mutate(reason)}
        onCancel={onDone}
      />
    </section>
  )
}

interface ExceptionProps {
  readonly cycle: string
  readonly unit: UnitProgress
  readonly onDone: () => void
}

function Remind({ cycle, units, onDone }: RemindProps) {
  const id = useId()
  const queries = useQueryClient()
  const [text, setText] = useState('请尽快完成填报，有困难请联系组织部')
  const remind = useMutation({
    mutationFn: () =>
      call(reporting.remind, { params: { cycle }, body: { units: [...units], text } }),
    onSuccess: async () => {
      onDone()
      await queries.invalidateQueries({ queryKey: ['progress', cycle] })
    },
  })
  return (
    <>
      <label htmlFor={id}>提醒的内容</label>
      <Input
        id={id}
        value={text}
        maxLength={300}
        onChange={({ target }) => setText(target.value)}
      />
      <Button
        type="primary"
        disabled={units.length === 0 || text.trim() === ''}
        loading={remind.isPending}
        onClick={() => remind.mutate()}
      >
        提醒选中的 {units.length} 个单位
      </Button>
      {remind.isError && <Trouble error={remind.error} />}
      {remind.isSuccess && remind.data.job !== null && <AskedFor what="要提醒的单位" />}
    </>
  )
}

interface RemindProps {
  readonly cycle: string
  readonly units: readonly string[]
  readonly onDone: () => void
}

function unitColumns(cycle: string, excuse: ((unit: UnitProgress) => void) | null) {
  const acts = {
    title: '',
    key: 'acts',
    width: 80,
    render: (_: unknown, unit: UnitProgress) => (
      <Button size="small" type="link" onClick={() => excuse?.(unit)}>
        延期
      </Button>
    ),
  }
  return [
    {
      title: '单位',
      key: 'name',
      render: (_: unknown, { unit, name, excludedBecause }: UnitProgress) => (
        <>
          <Link to="/cycles/$cycle/reports/$unit" params={{ cycle, unit }}>
            {name}
          </Link>
          {excludedBecause !== null && <Tag>不参加</Tag>}
        </>
      ),
    },
    {
      title: '填报',
      key: 'filled',
      width: 160,
      sorter: (a: UnitProgress, b: UnitProgress) => a.filled * b.asked - b.filled * a.asked,
      render: (_: unknown, unit: UnitProgress) => share(unit),
    },
    { title: '事件', dataIndex: 'happenings', width: 80 },
    { title: '材料', dataIndex: 'files', width: 80 },
    {
      title: '状态',
      key: 'state',
      width: 190,
      filters: Object.entries(STATES).map(([value, text]) => ({ value, text })),
      onFilter: (value: Key | boolean, { state }: UnitProgress) => state === value,
      render: (_: unknown, unit: UnitProgress) => (
        <>
          {STATES[unit.state]} <span className="field-state">{sayPunctual(unit)}</span>
        </>
      ),
    },
    {
      title: '待办',
      key: 'open',
      width: 150,
      render: (_: unknown, { openReturns, openContests }: UnitProgress) =>
        [openReturns > 0 && `退回 ${openReturns} 项`, openContests > 0 && `异议 ${openContests} 件`]
          .filter(Boolean)
          .join('，') || '—',
    },
    {
      title: '上次提醒',
      key: 'reminded',
      width: 120,
      render: (_: unknown, { remindedAt }: UnitProgress) =>
        remindedAt === null ? '—' : day(remindedAt),
    },
    ...(excuse === null ? [] : [acts]),
  ]
}

const ITEMS = [
  { title: '指标', dataIndex: 'name' },
  { title: '类别', dataIndex: 'category', render: (text: string | null) => text ?? '—' },
  {
    title: '各单位填报',
    key: 'filled',
    width: 220,
    render: (_: unknown, item: Found['items'][number]) => share(item),
  },
]

function Units({ found, cycle }: { readonly found: Found; readonly cycle: string }) {
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [excused, setExcused] = useState<UnitProgress | null>(null)
  const mayRemind = useMay('report.remind')
  const mayExcuse = useMay('report.excuse')
  const late = found.units.filter(({ state }) => state !== 'confirmed').map(({ unit }) => unit)
  return (
    <>
      {mayRemind && (
        <div className="remind">
          <Button onClick={() => setChosen(late)}>选中未提交的 {late.length} 个</Button>
          <Remind cycle={cycle} units={chosen} onDone={() => setChosen([])} />
        </div>
      )}
      <Pack cycle={cycle} units={chosen} />
      {excused !== null && (
        <Exception cycle={cycle} unit={excused} onDone={() => setExcused(null)} />
      )}
      <Listing
        label="各单位填报"
        rowKey="unit"
        size="small"
        columns={unitColumns(cycle, mayExcuse ? setExcused : null)}
        dataSource={found.units}
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
        scroll={{ x: 900 }}
        {...(mayRemind && {
          rowSelection: {
            selectedRowKeys: [...chosen],
            onChange: (keys: readonly Key[]) => setChosen(keys.map(String)),
            getTitleCheckboxProps: () => ({ 'aria-label': '选中全部' }),
            getCheckboxProps: ({ name }: UnitProgress) => ({ 'aria-label': `选中${name}` }),
          },
        })}
      />
    </>
  )
}

/** The organiser's view: who has filled in how much, who is on time, and reminders in one act. */
export function ProgressPage() {
  const { cycle } = useParams({ from: '/signed-in/cycles/$cycle/progress' })
  const found = useQuery({
    queryKey: ['progress', cycle],
    queryFn: () => call(reporting.readProgress, { params: { cycle } }),
  })
  if (found.isError) return <Trouble error={found.error} onRetry={() => void found.refetch()} />
  if (found.isPending) return <Skeleton active />
  const { title, clock, deadline, units, items } = found.data
  const confirmed = units.filter(({ state }) => state === 'confirmed').length
  return (
    <>
      <Typography.Title level={1} style={{ fontSize: 22 }}>
        填报进度
      </Typography.Title>
      <p>
        {title} · 已提交 {confirmed} / {units.length}
        {deadline !== null && ` · ${sayDeadline(deadline)} 截止`}
      </p>
      <DemoDay clock={clock} />
      <Tabs
        items={[
          {
            key: 'units',
            label: '按单位',
            children: <Units found={found.data} cycle={cycle} />,
          },
          {
            key: 'items',
            label: '按指标',
            children: (
              <Listing
                label="各指标填报"
                rowKey="id"
                size="small"
                columns={ITEMS}
                dataSource={items}
                pagination={{ pageSize: 50, hideOnSinglePage: true }}
                scroll={{ x: 520 }}
              />
            ),
          },
        ]}
      />
    </>
  )
}
