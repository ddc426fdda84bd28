import { type Due, reporting, type Standing } from '@kaohe/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Skeleton, Tag } from 'antd'
import { call } from '../../../api/client.ts'
import { Trouble } from '../../../parts/trouble.tsx'
import { Lines, Section } from './section.tsx'
import type { Shown } from './shown.ts'

const STATES = { done: '已办', late: '逾期', soon: '快到期', ahead: '以后' } as const
const COLOURS = { done: 'green', late: 'red', soon: 'orange', ahead: 'default' } as const
const SUBMISSION = { draft: '正在填报', confirmed: '已提交', returned: '已退回' } as const

function Points({ standing }: { readonly standing: Standing }) {
  const { items, title } = standing
  return (
    // Wider than a phone: what scrolls is reached by the keyboard.
    <div className="unit-scroll" role="region" aria-label={`${title}的得分`} tabIndex={0}>
      <table className="unit-points">
        <thead>
          <tr>
            <th>指标</th>
            <th>填报</th>
            <th>按现有填报得分</th>
            <th>满分</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ id, name, clause, asked, filled, points, settled, full }) => (
            <tr key={id}>
              <td>
                {name}
                {clause !== null && <span className="clause">{clause}</span>}
              </td>
              <td>{asked === 0 ? '不用填' : `${filled} / ${asked}`}</td>
              <td>
                {points}
                {!settled && <span className="unit-quiet"> 未定</span>}
              </td>
              <td>{full ?? '—'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Task({ due }: { readonly due: Due }) {
  const { name, on, wording, state, tentative } = due
  return (
    <li>
      <span>
        {state !== null && <Tag color={COLOURS[state]}>{STATES[state]}</Tag>}
        {name}
      </span>
      <span className="unit-quiet">
        {on ?? wording ?? '原文没有写日期'}
        {tentative && '，暂定'}
      </span>
    </li>
  )
}

const isOpen = ({ state }: Due): boolean => state !== 'done'
const LATEST = 8

function Tasks({ standing }: { readonly standing: Standing }) {
  const { items, dues } = standing
  const returned = items.filter((item) => item.returned !== null)
  const lacking = items.filter((item) => item.lacking.length > 0)
  const open = dues.filter(
    (due) => isOpen(due) && (due.inDays === null || due.inDays >= 0 || due.state === 'late'),
  )
  return (
    <Lines none="眼下没有要办的事。">
      {[
        ...returned.map(({ id, name, returned: reason }) => (
          <li key={`returned/${id}`}>
            <span>
              <Tag color="orange">被退回</Tag>
              {name}
            </span>
            <span className="unit-quiet">{reason}</span>
          </li>
        )),
        ...lacking.map(({ id, name, lacking: kinds }) => (
          <li key={`lacking/${id}`}>
            <span>
              <Tag>缺佐证</Tag>
              {name}
            </span>
            <span className="unit-quiet">{kinds.join('、')}</span>
          </li>
        )),
        ...open.slice(0, LATEST).map((due) => <Task key={`${due.name}/${due.on}`} due={due} />),
      ]}
    </Lines>
  )
}

function InCycle({ cycle, unit }: { readonly cycle: string; readonly unit: string }) {
  const found = useQuery({
    queryKey: ['standing', cycle, unit],
    queryFn: () => call(reporting.readStanding, { params: { cycle, unit } }),
  })
  if (found.isError) return <Trouble error={found.error} onRetry={() => void found.refetch()} />
  if (found.isPending) return <Skeleton active />
  const standing = found.data
  const { title, submission, asked, filled, points, settled } = standing
  return (
    <>
      <Section title={`${title}：得分`}>
        <p>
          按现有填报得 <strong>{points}</strong> 分
          {!settled && '（还有没有定的部分，不是最后的得分）'}；
          {asked === 0 ? '没有要本单位填的数据' : `填了 ${filled} / ${asked} 项`}，
          {SUBMISSION[submission.state]}。{' '}
          <Link to="/cycles/$cycle/reports/$unit" params={{ cycle, unit }}>
            看填报
          </Link>
        </p>
        <Points standing={standing} />
      </Section>
      <Section title={`${title}：要办的事`}>
        <Tasks standing={standing} />
      </Section>
    </>
  )
}

/** What the assessments under way ask of a unit, and what it has of them so far. */
export function Standings({ page }: Shown) {
  const open = page.cycles.filter(
    ({ state, excludedBecause }) => state === 'open' && excludedBecause === null,
  )
  if (!page.may.report) return null
  return open.map(({ cycle }) => <InCycle key={cycle} cycle={cycle} unit={page.id} />)
}

/** Who holds which post there. */
export function People({ page }: Shown) {
  if (!page.may.people) return null
  return (
    <Section
      title="人员"
      tools={
        <Link to="/people" search={{ of: page.id }}>
          人员和任职
        </Link>
      }
    >
      <Lines none="还没有人在这里任职。">
        {page.posts.map(({ name, roleName, department }) => (
          <li key={`${name}/${roleName}`}>
            <span>{name}</span>
            <span className="unit-quiet">
              {roleName}
              {department !== null && `，${department}`}
            </span>
          </li>
        ))}
      </Lines>
    </Section>
  )
}
