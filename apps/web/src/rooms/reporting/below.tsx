import { type BelowItem, type BelowLevel, type BelowUnit, reporting } from '@kaohe/contract'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Card, Empty, Skeleton, Tag, Typography } from 'antd'
import { call } from '../../api/client.ts'
import { Crumbs, toCycle } from '../../parts/crumbs.tsx'
import { Listing } from '../../parts/listing.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { DemoDay } from './demo-day.tsx'
import './reporting.css'
import { sayPoints } from './say.ts'

function sayState({ asked, filled, happenings }: BelowUnit): string {
  const events = happenings > 0 ? `，事件 ${happenings} 件` : ''
  if (asked === 0) return happenings > 0 ? `事件 ${happenings} 件` : '没有记事件'
  if (filled === asked) return `已报齐${events}`
  return filled === 0 ? `没有报${events}` : `报了 ${filled} / ${asked}${events}`
}

const [NAME_WIDTH, FACT_WIDTH, SHORT] = [170, 140, 8]

function columnsOf(level: BelowLevel, cycle: string) {
  const facts = level.facts.map(({ id, name }) => ({
    title: name,
    key: id,
    width: FACT_WIDTH,
    // A long name and its value stay on one line of a card.
    className: name.length > SHORT ? 'cell-whole' : '',
    render: (_: unknown, { answers }: BelowUnit) =>
      answers.find(({ fact }) => fact === id)?.said ?? <span className="field-state">还没有</span>,
  }))
  return [
    {
      title: '单位',
      key: 'name',
      width: NAME_WIDTH,
      render: (_: unknown, { unit, name }: BelowUnit) => (
        <Link to="/cycles/$cycle/reports/$unit" params={{ cycle, unit }}>
          {name}
        </Link>
      ),
    },
    {
      title: '填报情况',
      key: 'state',
      width: FACT_WIDTH,
      render: (_: unknown, unit: BelowUnit) => sayState(unit),
    },
    ...facts,
  ]
}

function Item({ item }: { readonly item: BelowItem }) {
  const [first] = item.yields.lines
  return (
    <Card
      size="small"
      className="item"
      title={
        <>
          {item.name}
          {item.clause !== null && <span className="clause">{item.clause}</span>}
        </>
      }
      extra={<Tag className="points">{sayPoints(item.yields.points, item.full)}</Tag>}
    >
      {first !== undefined && <p className="why-first">{first.text}</p>}
      <ul className="plain">
        {item.decided.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Card>
  )
}

function Level({ level, cycle }: { readonly level: BelowLevel; readonly cycle: string }) {
  const done = level.units.filter(({ asked, filled }) => asked > 0 && filled === asked).length
  return (
    <section aria-label={level.name}>
      <Typography.Title level={2} className="section-title">
        {level.name}：{level.units.length} 个，报齐 {done} 个
      </Typography.Title>
      <Listing<BelowUnit>
        label={`${level.name}的数据`}
        rowKey="unit"
        size="small"
        columns={columnsOf(level, cycle)}
        dataSource={level.units}
        pagination={{ pageSize: 50, hideOnSinglePage: true }}
        scroll={{ x: NAME_WIDTH + FACT_WIDTH * (level.facts.length + 1) }}
      />
      <Typography.Title level={3} className="section-title">
        汇总结果
      </Typography.Title>
      {level.items.map((item) => (
        <Item key={item.id} item={item} />
      ))}
    </section>
  )
}

/** What units below reported for one that is assessed: who has, what they said, and what it comes to. */
export function BelowPage() {
  const place = useParams({ from: '/signed-in/cycles/$cycle/reports/$unit/below' })
  const found = useQuery({
    queryKey: ['below', place.cycle, place.unit],
    queryFn: () => call(reporting.readBelow, { params: place }),
  })
  if (found.isError) return <Trouble error={found.error} onRetry={() => void found.refetch()} />
  if (found.isPending) return <Skeleton active />
  const { unitName, title, clock, levels } = found.data
  return (
    <>
      <Crumbs
        way={[
          ...toCycle({ cycle: place.cycle, title }),
          <Link to="/cycles/$cycle/reports/$unit" params={place}>
            {unitName}
          </Link>,
        ]}
        here="下级单位的数据"
      />
      <h1>下级单位的数据</h1>
      <DemoDay clock={clock} />
      {levels.length === 0 && <Empty description="这个方案不要下级单位填报" />}
      {levels.map((level) => (
        <Level key={level.id} level={level} cycle={place.cycle} />
      ))}
    </>
  )
}
