import type { Report, ReportItem } from '@kaohe/contract'
import { Card, Collapse, Tag, Typography } from 'antd'
import { Field } from './field.tsx'

interface Props {
  readonly item: ReportItem
  readonly report: Report
}

function Points({ item }: { readonly item: ReportItem }) {
  const full = item.full === null ? '' : ` / ${item.full}`
  return (
    <Tag color={item.yields.settled ? 'blue' : 'default'} className="points">
      {item.yields.points}
      {full} 分
    </Tag>
  )
}

function Why({ item }: { readonly item: ReportItem }) {
  const lines = item.yields.lines.map(({ depth, text }, at) => (
    // The lines are one text, told anew as a whole.
    // oxlint-disable-next-line react/no-array-index-key
    <p key={at} style={{ paddingInlineStart: `${(depth - 1) * 1.2}em`, margin: '4px 0' }}>
      {text}
    </p>
  ))
  return (
    <Collapse ghost size="small" items={[{ key: 'why', label: '怎样计分', children: lines }]} />
  )
}

/** One item: its clause, its fields, and what they yield. */
export function ItemCard({ item, report }: Props) {
  const facts = new Map(report.facts.map((fact) => [fact.id, fact]))
  const title = (
    <>
      {item.name}
      {item.clause !== null && <span className="clause">{item.clause}</span>}
    </>
  )
  return (
    <Card size="small" title={title} extra={<Points item={item} />} className="item">
      {item.requirements.map((requirement) => (
        <Typography.Paragraph key={requirement} type="secondary">
          {requirement}
        </Typography.Paragraph>
      ))}
      <div className="fields">
        {item.cells.map((cell) => {
          const fact = facts.get(cell.fact)
          return (
            fact && (
              <Field
                key={`${cell.fact}/${cell.period}`}
                fact={fact}
                cell={cell}
                place={{ cycle: report.cycle, unit: report.unit }}
              />
            )
          )
        })}
      </div>
      {item.events.length > 0 && (
        <Typography.Paragraph type="secondary">
          按逐条记录计分：{item.events.join('、')}
        </Typography.Paragraph>
      )}
      {item.compared && (
        <Typography.Paragraph type="secondary">
          这一项要与其他单位比较，各单位报齐后才有结果。
        </Typography.Paragraph>
      )}
      <Why item={item} />
    </Card>
  )
}
