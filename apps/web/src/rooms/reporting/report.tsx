import { type Report, type ReportItem, reporting } from '@kaohe/contract'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Empty, Segmented, Skeleton, Statistic, Typography } from 'antd'
import { useMemo, useState } from 'react'
import { call } from '../../api/client.ts'
import { Trouble } from '../../parts/trouble.tsx'
import { DemoDay } from './demo-day.tsx'
import { ItemCard } from './item-card.tsx'
import { Papers } from './papers.tsx'
import './reporting.css'
import { reportKey } from './save.ts'
import { Submit } from './submit.tsx'

function byCategory(items: readonly ReportItem[]): [string, ReportItem[]][] {
  return [...Map.groupBy(items, ({ category }) => category ?? '其他')]
}

const FILTERS = ['全部', '未填', '被退回', '缺佐证', '有异议'] as const
type Filter = (typeof FILTERS)[number]

function passes(filter: Filter, report: Report): (item: ReportItem) => boolean {
  const mine = new Set(report.facts.filter((fact) => fact.mine).map(({ id }) => id))
  switch (filter) {
    case '全部':
      return () => true
    case '未填':
      return ({ cells }) => cells.some(({ fact, entry }) => mine.has(fact) && entry === null)
    case '被退回':
      return ({ returned }) => returned !== null
    case '缺佐证':
      return ({ evidence, files }) => evidence.length > 0 && files.length === 0
    case '有异议':
      return ({ cells }) => cells.some(({ contest }) => contest?.answer === null)
  }
}

/** Each kind of events is shown once, with the first item that rests on it. */
function firstEvents(items: readonly ReportItem[]): ReadonlyMap<string, readonly string[]> {
  const seen = new Set<string>()
  return new Map(
    items.map(({ id, events }) => {
      const fresh = events.filter((event) => !seen.has(event))
      for (const event of fresh) seen.add(event)
      return [id, fresh]
    }),
  )
}

function Sections({ report, shown }: SectionsProps) {
  const events = useMemo(() => firstEvents(shown), [shown])
  if (shown.length === 0) return <Empty description="没有这样的项目" />
  return byCategory(shown).map(([category, items]) => (
    <section key={category} aria-label={category}>
      <Typography.Title level={2} className="section-title">
        {category}
      </Typography.Title>
      {items.map((item) => (
        <ItemCard key={item.id} item={item} report={report} events={events.get(item.id) ?? []} />
      ))}
    </section>
  ))
}

interface SectionsProps {
  readonly report: Report
  readonly shown: readonly ReportItem[]
}

function Filters({ report, filter, onChange }: FiltersProps) {
  const options = FILTERS.map((one) => ({
    value: one,
    label: `${one} ${report.items.filter(passes(one, report)).length}`,
  }))
  return (
    <div className="filters">
      <Segmented<Filter> aria-label="只看" options={options} value={filter} onChange={onChange} />
    </div>
  )
}

interface FiltersProps {
  readonly report: Report
  readonly filter: Filter
  readonly onChange: (filter: Filter) => void
}

function Supplies({ level, units }: NonNullable<Report['supplies']>) {
  return (
    <p>
      本单位不单独考核，在{level}这一层填报，计入{units.map(({ name }) => name).join('、')}。
    </p>
  )
}

function Loaded({ report }: { readonly report: Report }) {
  const [filter, setFilter] = useState<Filter>('全部')
  // What is mended under a filter stays in sight until another is chosen.
  const [ids, setIds] = useState<ReadonlySet<string> | null>(null)
  const choose = (next: Filter): void => {
    setFilter(next)
    const kept = report.items.filter(passes(next, report)).map(({ id }) => id)
    setIds(next === '全部' ? null : new Set(kept))
  }
  const shown = useMemo(
    () => (ids === null ? report.items : report.items.filter(({ id }) => ids.has(id))),
    [report.items, ids],
  )
  return (
    <>
      <header className="report-header">
        <div>
          <Typography.Title level={1} style={{ fontSize: 22, margin: 0 }}>
            {report.unitName}
          </Typography.Title>
          <Typography.Text type="secondary">{report.title} · 工作开展情况</Typography.Text>
        </div>
        {report.supplies === null && (
          <Statistic
            title="按现有填报"
            value={report.total.points}
            suffix={/\d/.test(report.total.points) ? '分' : ''}
          />
        )}
      </header>
      <DemoDay clock={report.clock} />
      {report.supplies !== null && <Supplies {...report.supplies} />}
      <Submit report={report} />
      <Papers report={report} />
      <Filters report={report} filter={filter} onChange={choose} />
      <Sections report={report} shown={shown} />
    </>
  )
}

/** A unit's report: item by item the rule, the fields, and what they yield so far. */
export function ReportPage() {
  const place = useParams({ from: '/signed-in/cycles/$cycle/reports/$unit' })
  const report = useQuery({
    queryKey: reportKey(place),
    queryFn: () => call(reporting.readReport, { params: place }),
  })
  if (report.data !== undefined) return <Loaded report={report.data} />
  if (report.isError) return <Trouble error={report.error} onRetry={() => void report.refetch()} />
  return <Skeleton active />
}
