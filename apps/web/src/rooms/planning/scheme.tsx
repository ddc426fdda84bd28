import { planning, type SchemePage } from '@kaohe/contract'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Alert, Skeleton, Tabs, Tag } from 'antd'
import { call } from '../../api/client.ts'
import { Crumbs, toSchemes } from '../../parts/crumbs.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { Evaluators } from './evaluators.tsx'
import './planning.css'
import { Readings } from './readings.tsx'
import { SchemeActions } from './scheme-actions.tsx'
import { SchemeChangesTab } from './scheme-changes.tsx'
import { SchemeItems } from './scheme-items.tsx'
import { BurdenLine, Findings, Mistakes } from './told.tsx'
import { SCHEME_STATE } from './words.ts'

function Burdens({ pages }: { readonly pages: NonNullable<SchemePage['pages']> }) {
  return (
    <>
      <BurdenLine burden={pages.burden} />
      <table className="rule-table">
        <caption className="muted">每个单位自己要填报的，由多到少</caption>
        <thead>
          <tr>
            <th scope="col">数据或事件</th>
            <th scope="col">一个时段几次</th>
            <th scope="col">分钟</th>
          </tr>
        </thead>
        <tbody>
          {pages.burden.asked
            .toSorted((a, b) => b.times - a.times)
            .map(({ name, times, minutes }) => (
              <tr key={name}>
                <td>{name}</td>
                <td>{times}</td>
                <td>{minutes ?? '没有写明'}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </>
  )
}

function tabsOf(scheme: SchemePage) {
  const { pages } = scheme
  if (pages === null) return []
  const all = [
    ...pages.findings,
    ...pages.categories.flatMap(({ items }) => items.flatMap((one) => one.findings)),
  ]
  const worst = all.filter(({ severity }) => severity === 'error').length
  return [
    { key: 'items', label: '指标', children: <SchemeItems pages={pages} /> },
    {
      key: 'findings',
      label: `检查（${all.length}${worst > 0 ? `，要先定 ${worst}` : ''}）`,
      children: all.length === 0 ? <p>没有检查出问题。</p> : <Findings findings={all} />,
    },
    {
      key: 'burden',
      label: `负担（${pages.burden.entries} 项次）`,
      children: <Burdens pages={pages} />,
    },
    {
      key: 'readings',
      label: `口径（${pages.readings.length}）`,
      children: <Readings readings={pages.readings} />,
    },
    {
      key: 'evaluators',
      label: '谁评价谁',
      children: <Evaluators evaluators={pages.evaluators} />,
    },
    { key: 'changes', label: '改动', children: <SchemeChangesTab scheme={scheme.id} /> },
  ]
}

function sayEnds({ least, most }: NonNullable<SchemePage['pages']>): string {
  const low = least === null ? '没有下限' : `最低 ${least} 分`
  return `${low}，${most === null ? '不封顶' : `最高 ${most} 分`}`
}

/** A scheme as it is read. */
export function SchemeView() {
  const { scheme: id } = useParams({ from: '/signed-in/schemes/$scheme' })
  const found = useQuery({
    queryKey: ['scheme', id],
    queryFn: () => call(planning.readScheme, { params: { scheme: id } }),
  })
  if (found.isError) return <Trouble error={found.error} onRetry={() => void found.refetch()} />
  if (found.isPending) return <Skeleton active />
  const scheme = found.data
  const { pages } = scheme
  return (
    <>
      <Crumbs way={toSchemes} here={scheme.title} />
      <div className="plan-head">
        <h1>
          {scheme.title}{' '}
          <Tag color={SCHEME_STATE[scheme.state].color}>{SCHEME_STATE[scheme.state].name}</Tag>
        </h1>
        <SchemeActions scheme={scheme} />
      </div>
      {scheme.reason !== null && (
        <Alert type="info" showIcon title="这是一份更正" description={`理由：${scheme.reason}`} />
      )}
      {pages === null ? (
        <>
          <Alert type="error" showIcon title="还有写错的地方，改好以后才能成页" />
          <Mistakes mistakes={scheme.mistakes} />
        </>
      ) : (
        <>
          {pages.summary !== null && <p>{pages.summary}</p>}
          <p className="muted">
            {pages.issued}；考核时段：{pages.period ?? '没有写明'}；考核对象：
            {pages.assessees.join('、')}；总分：{sayEnds(pages)}。
          </p>
          <Tabs items={tabsOf(scheme)} />
        </>
      )}
    </>
  )
}
