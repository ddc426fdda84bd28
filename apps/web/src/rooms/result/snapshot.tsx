import type { Outcome } from '@kaohe/contract'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, Skeleton, Tag } from 'antd'
import { Crumbs, toResult } from '../../parts/crumbs.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { Ways } from '../../parts/ways.tsx'
import { day } from '../../parts/when.ts'
import { AfterLinks } from './after-links.tsx'
import { Conclude } from './conclude.tsx'
import { type SnapshotPageData, snapshotQuery } from './data.ts'
import './result.css'
import { Button } from '../../parts/button.tsx'
import { sayRatified } from './say.ts'
import { PaperLinks } from './score-book.tsx'
import { UnitsTable } from './units-table.tsx'
import { WeightsView } from './weights.tsx'

interface Group {
  readonly key: string
  readonly name: string
  readonly units: readonly Outcome[]
}

// A meeting looks at groups, not at a naked list.
function groupsOf({ grades, units }: SnapshotPageData): readonly Group[] {
  const graded = grades.map(({ id, name }) => ({
    key: id,
    name,
    units: units.filter(({ grade }) => grade === id),
  }))
  const open = units.filter(({ grade, gradeOpen }) => grade === null && gradeOpen)
  const none = units.filter(({ grade, gradeOpen }) => grade === null && !gradeOpen)
  return [
    ...graded,
    { key: 'open', name: grades.length === 0 ? '各单位' : '等次未定', units: open },
    { key: 'none', name: grades.length === 0 ? '各单位' : '没有等次', units: none },
  ].filter((group) => group.units.length > 0)
}

/** A frozen result for the meeting: by grade, with what people may still decide, then ratified and released. */
export function SnapshotPage() {
  const { snapshot } = useParams({ from: '/signed-in/snapshots/$snapshot' })
  const found = useQuery(snapshotQuery(snapshot))
  if (found.isError) return <Trouble error={found.error} onRetry={() => void found.refetch()} />
  if (found.isPending) return <Skeleton active />
  const { data } = found
  const { cycle, title } = data
  return (
    <>
      <Crumbs way={toResult({ cycle, title })} here={data.snapshot.name} />
      <h1>
        {data.snapshot.name} <Tag>{sayRatified(data.snapshot.ratified)}</Tag>
      </h1>
      <p className="muted">
        {day(data.snapshot.at)}冻结；校验码 <code>{data.snapshot.digest.slice(0, 16)}</code>
        {data.intact ? '，与存下的内容一致' : ''}
      </p>
      <div className="result-files no-print">
        <PaperLinks snapshot={snapshot} />
        {data.snapshot.ratified !== null && (
          <>
            <Button size="small" href={`/api/snapshots/${snapshot}/bundle`}>
              下载结果包
            </Button>
            <span className="muted">
              结果包含方案、数据、得分说明和核对页，可在别的电脑上离线核对
            </span>
          </>
        )}
      </div>
      {!data.intact && (
        <Alert type="error" showIcon title="存下的内容与校验码不一致，请联系安全审计员" />
      )}
      {data.snapshot.because !== null && (
        <Alert type="info" showIcon title={`更正以前的结果：${data.snapshot.because}`} />
      )}
      {groupsOf(data).map(({ key, name, units }) => (
        <section key={key} aria-labelledby={`group-${key}`}>
          <h2 id={`group-${key}`}>
            {name}（{units.length}）
          </h2>
          <UnitsTable
            label={name}
            units={units}
            grades={data.grades}
            parts={data.parts}
            grouped
            name={(unit) => (
              <Link to="/snapshots/$snapshot/units/$unit" params={{ snapshot, unit: unit.unit }}>
                {unit.name}
              </Link>
            )}
          />
        </section>
      ))}
      {data.surveys.length > 0 && (
        <p className="muted">由调查得来的数：{data.surveys.join('；')}</p>
      )}
      <WeightsView snapshot={snapshot} />
      {data.snapshot.ratified !== null && (
        <Ways name="审定以后">
          <AfterLinks cycle={cycle} />
        </Ways>
      )}
      <Conclude data={data} />
    </>
  )
}
