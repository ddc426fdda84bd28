import { type Report, type ReportItem, reporting } from '@kaohe/contract'
import { Link } from '@tanstack/react-router'
import { Alert, Card, Collapse, Tag, Typography } from 'antd'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { Button } from '../../parts/button.tsx'
import { day } from '../../parts/when.ts'
import { Events } from './events.tsx'
import { Evidence } from './evidence.tsx'
import { Field } from './field.tsx'
import { Grilles } from './grilles.tsx'
import { byFact, PeriodGrid } from './period-grid.tsx'
import { ReasonForm } from './reason-form.tsx'
import { useAct } from './save.ts'
import { sayPoints } from './say.ts'

interface Props {
  readonly item: ReportItem
  readonly report: Report
  /** Kinds of events that are shown with this item; others stand with an earlier one. */
  readonly events: readonly string[]
}

const GRID_FROM = 3

function Points({ item }: { readonly item: ReportItem }) {
  return (
    <Tag color={item.yields.settled ? 'blue' : 'default'} className="points">
      {sayPoints(item.yields.points, item.full)}
    </Tag>
  )
}

function Why({ item }: { readonly item: ReportItem }) {
  const { lines } = item.yields
  const [first, ...rest] = lines
  if (first === undefined) return null
  const shown = rest.map(({ depth, text }, at) => (
    // The lines are one text, told anew as a whole.
    <p key={at} style={{ paddingInlineStart: `${(depth - 1) * 1.2}em`, margin: '4px 0' }}>
      {text}
    </p>
  ))
  return (
    <div className="why">
      <p className="why-first">{first.text}</p>
      <Grilles grilles={item.yields.grilles} />
      {item.yields.lacks.map((lack) => (
        <p key={lack} className="field-note">
          {lack}
        </p>
      ))}
      {rest.length > 0 && (
        <Collapse ghost size="small" items={[{ key: 'why', label: '怎样计分', children: shown }]} />
      )}
    </div>
  )
}

function GiveBack({ item, report }: Pick<Props, 'item' | 'report'>) {
  const [asking, setAsking] = useState(false)
  const place = { cycle: report.cycle, unit: report.unit }
  const give = useAct(place, (reason: string) =>
    call(reporting.returnItem, { params: place, body: { item: item.id, reason } }),
  )
  if (!report.may.return || item.returned !== null) return null
  if (!asking)
    return (
      <Button size="small" onClick={() => setAsking(true)}>
        退回这一项
      </Button>
    )
  return (
    <ReasonForm
      label="退回的理由，单位会在这一项旁边看到"
      action="退回"
      pending={give.isPending}
      error={give.error}
      onSubmit={(reason) => give.mutate(reason, { onSuccess: () => setAsking(false) })}
      onCancel={() => setAsking(false)}
    />
  )
}

function Returned({ item }: { readonly item: ReportItem }) {
  if (item.returned === null) return null
  const { reason, at, by } = item.returned
  return (
    <Alert
      type="warning"
      showIcon
      className="returned"
      title={`被退回：${reason}`}
      description={`${by ?? ''} ${day(at)}`}
    />
  )
}

function Below({ item, report }: Pick<Props, 'item' | 'report'>) {
  if (item.below.length === 0) return null
  const said = item.below.map(
    ({ level, units, reported }) => `${level} ${units} 个，报齐 ${reported} 个`,
  )
  return (
    <p className="field-note">
      按下级单位的数据汇总：{said.join('；')}。{' '}
      <Link
        to="/cycles/$cycle/reports/$unit/below"
        params={{ cycle: report.cycle, unit: report.unit }}
      >
        看下级单位的数据
      </Link>
    </p>
  )
}

/** One item: its clause, its fields, its evidence, and what they yield. */
export function ItemCard({ item, report, events }: Props) {
  const facts = new Map(report.facts.map((fact) => [fact.id, fact]))
  const place = { cycle: report.cycle, unit: report.unit }
  const kinds = report.events.filter(({ id }) => events.includes(id))
  const elsewhere = report.events.filter(
    ({ id }) => item.events.includes(id) && !events.includes(id),
  )
  const title = (
    <>
      {item.name}
      {item.clause !== null && <span className="clause">{item.clause}</span>}
    </>
  )
  return (
    <Card size="small" title={title} extra={<Points item={item} />} className="item" id={item.id}>
      <Returned item={item} />
      {item.requirements.length > 0 && (
        <ul className="requirements">
          {item.requirements.map((requirement) => (
            <li key={requirement}>{requirement}</li>
          ))}
        </ul>
      )}
      <div className="fields">
        {byFact(item.cells, facts).map(({ fact, cells }) =>
          cells.length > GRID_FROM ? (
            <PeriodGrid key={fact.id} fact={fact} cells={cells} place={place} may={report.may} />
          ) : (
            cells.map((cell) => (
              <Field
                key={`${fact.id}/${cell.period}`}
                fact={fact}
                cell={cell}
                place={place}
                may={report.may}
              />
            ))
          ),
        )}
      </div>
      <Below item={item} report={report} />
      {kinds.map((kind) => (
        <Events key={kind.id} kind={kind} place={place} files={item.files} />
      ))}
      {elsewhere.length > 0 && (
        <Typography.Paragraph type="secondary">
          也按前面记下的{elsewhere.map(({ name }) => `“${name}”`).join('、')}计分
        </Typography.Paragraph>
      )}
      <Evidence item={item} items={report.items} place={place} mine={report.may.attach} />
      {item.compared && (
        <Typography.Paragraph type="secondary">
          这一项要与其他单位比较，各单位报齐后才有结果。
        </Typography.Paragraph>
      )}
      <Why item={item} />
      <GiveBack item={item} report={report} />
    </Card>
  )
}
