import { organisation } from '@kaohe/contract'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, Typography } from 'antd'
import { call } from '../../../api/client.ts'
import { Trouble } from '../../../parts/trouble.tsx'
import { Trail } from '../trail.tsx'
import { Attributes } from './attributes.tsx'
import { Bodies } from './bodies.tsx'
import { Change } from './change.tsx'
import { Contacts } from './contacts.tsx'
import { Departments } from './departments.tsx'
import { Past, Years } from './past.tsx'
import type { Shown } from './shown.ts'
import { People, Standings } from './standing.tsx'
import '../organisation.css'

function Facts({ page }: Shown) {
  const former = [...new Set(page.places.map(({ name }) => name))].filter(
    (name) => name !== page.name,
  )
  const facts: readonly (readonly [string, string | null])[] = [
    ['类别', page.kind],
    ['简称', page.shortName],
    ['曾用名', former.join('、') || null],
    ['成立日期', page.foundedOn],
    ['分组', page.peerGroup],
  ]
  return (
    <dl className="unit-facts">
      {facts.map(([name, value]) =>
        value === null ? null : (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
      <dt>下级</dt>
      <dd>
        {page.children === 0 ? (
          '没有'
        ) : (
          <Link to="/units" search={{ below: page.id }}>
            {page.children} 个
          </Link>
        )}
      </dd>
    </dl>
  )
}

/** All about one unit: what it is called, its year, who is asked, what it was. */
export function UnitPageView() {
  const { unit } = useParams({ from: '/signed-in/units/$unit' })
  const found = useQuery({
    queryKey: ['unit-page', unit],
    queryFn: () => call(organisation.readUnitPage, { params: { unit } }),
  })
  if (found.isError) return <Trouble error={found.error} onRetry={() => void found.refetch()} />
  const page = found.data
  if (page === undefined) return <p aria-live="polite">正在读取…</p>
  const under = page.cycles.filter(
    ({ state, excludedBecause }) => state === 'open' && excludedBecause === null,
  )
  return (
    <>
      <Trail above={page.above} />
      <Typography.Title level={1} style={{ fontSize: 22, marginTop: 0 }}>
        {page.name}
      </Typography.Title>
      {page.endedOn !== null && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 12 }}
          title={`已于 ${page.endedOn} 撤销；从前的年份里仍然有它`}
          {...(under.length > 0 && {
            description: (
              <>
                它还在进行中的考核里，要退出请更正考核对象：
                {under.map(({ cycle, title }) => (
                  <Link key={cycle} to="/cycles/$cycle" params={{ cycle }}>
                    {title}
                  </Link>
                ))}
              </>
            ),
          })}
        />
      )}
      {page.may.change && page.endedOn === null && (
        <div className="unit-tools">
          <Change page={page} />
        </div>
      )}
      <Facts page={page} />
      <Standings page={page} />
      <Years page={page} />
      <People page={page} />
      <Attributes page={page} />
      <Departments page={page} />
      <Contacts page={page} />
      <Bodies page={page} />
      <Past page={page} />
    </>
  )
}
