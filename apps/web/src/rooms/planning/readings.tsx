import type { SchemeReading } from '@kaohe/contract'
import { Empty, Tag } from 'antd'

function Reading({ reading }: { readonly reading: SchemeReading }) {
  const settled = reading.options.some(({ adopted }) => adopted)
  const { decision } = reading
  return (
    <article className={`finding ${settled ? '' : 'finding-error'}`}>
      <p>
        <Tag color={settled ? 'green' : 'red'}>{settled ? '已定' : '没有定'}</Tag>
        {reading.repair && <Tag>修复</Tag>}
        <strong>{reading.question}</strong>
        {reading.clause !== null && <span className="clause">{reading.clause}</span>}
      </p>
      <ul>
        {reading.options.map(({ id, note, adopted }) => (
          <li key={id}>
            {adopted ? (
              <strong>采用：{note}</strong>
            ) : (
              <span className="muted">另一种：{note}</span>
            )}
          </li>
        ))}
      </ul>
      {decision !== null && (
        <p className="muted">
          {decision.on} {decision.who}决定：{decision.reason}
        </p>
      )}
    </article>
  )
}

/** How clauses that are not clear are read, with the alternatives. */
export function Readings({ readings }: { readonly readings: readonly SchemeReading[] }) {
  if (readings.length === 0) return <Empty description="没有口径" />
  return readings.map((one) => <Reading key={one.id} reading={one} />)
}
