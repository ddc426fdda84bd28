import { type Report, type ReportItem, reporting } from '@kaohe/contract'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Skeleton, Statistic, Typography } from 'antd'
import { call } from '../../api/client.ts'
import { Trouble } from '../../parts/trouble.tsx'
import { ItemCard } from './item-card.tsx'
import { reportKey } from './save.ts'

function byCategory(items: readonly ReportItem[]): [string, ReportItem[]][] {
  return [...Map.groupBy(items, ({ category }) => category ?? '其他')]
}

function Sections({ report }: { readonly report: Report }) {
  return byCategory(report.items).map(([category, items]) => (
    <section key={category} aria-label={category}>
      <Typography.Title level={2} className="section-title">
        {category}
      </Typography.Title>
      {items.map((item) => (
        <ItemCard key={item.id} item={item} report={report} />
      ))}
    </section>
  ))
}

/** A unit's report: item by item the rule, the fields, and what they yield so far. */
export function ReportPage() {
  const place = useParams({ from: '/signed-in/cycles/$cycle/reports/$unit' })
  const report = useQuery({
    queryKey: reportKey(place),
    queryFn: () => call(reporting.readReport, { params: place }),
  })
  if (report.isError) return <Trouble error={report.error} onRetry={() => void report.refetch()} />
  if (report.isPending) return <Skeleton active />
  return (
    <>
      <header className="report-header">
        <div>
          <Typography.Title level={1} style={{ fontSize: 22, margin: 0 }}>
            {report.data.unitName}
          </Typography.Title>
          <Typography.Text type="secondary">{report.data.title} · 工作开展情况</Typography.Text>
        </div>
        <Statistic title="按现有填报" value={report.data.total.points} suffix="分" />
      </header>
      <Sections report={report.data} />
    </>
  )
}
