import type { UnitResult } from '@kaohe/contract'

interface Bar {
  readonly id: string
  readonly name: string
  readonly points: string
  readonly full: string | null
  readonly surveys: readonly string[]
}

// Widths of a picture only; the exact figures stand beside them.
const share = ({ points, full }: Bar): number => {
  const [got, whole] = [Number.parseFloat(points), Number.parseFloat(full ?? '')]
  if (!Number.isFinite(got) || !Number.isFinite(whole) || whole <= 0) return 0
  return Math.max(0, Math.min(100, (got / whole) * 100))
}

/** What each item brought of what it could, as bars with their figures. */
export function Waterfall({ items }: Pick<UnitResult, 'items'>) {
  // What is only a target, or has no rule, brings no points.
  const scored = items.filter(({ status }) => status !== 'target-only' && status !== 'no-rule')
  const bars: Bar[] = scored.map(({ id, name, clause, points, least, most, full, surveys }) => ({
    id,
    name: clause === null ? name : `${clause} ${name}`,
    points: points ?? `${least ?? '不限'}～${most ?? '不限'}`,
    full,
    surveys,
  }))
  return (
    <table className="waterfall">
      <thead>
        <tr>
          <th scope="col">指标</th>
          <th scope="col">得分</th>
          <th scope="col">满分</th>
          <th scope="col">占满分</th>
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr key={bar.id}>
            <th scope="row">
              {bar.name}
              {bar.surveys.map((survey) => (
                <div key={survey} className="muted survey-behind">
                  调查：{survey}
                </div>
              ))}
            </th>
            <td>{bar.points}</td>
            <td>{bar.full ?? '—'}</td>
            <td aria-hidden>
              <span className="bar">
                <span style={{ width: `${share(bar)}%` }} />
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
