import type { UnitResult } from '@kaohe/contract'

type Step = UnitResult['fall'][number]

// Widths of a picture only; the exact figures stand beside them.
function placesOf(steps: readonly Step[]): readonly { from: number; to: number }[] {
  const fulls = steps.map(({ full }) => Number(full ?? 0))
  const whole = fulls.reduce((sum, full) => sum + full, 0)
  let level = whole
  return steps.map(({ lost, got }) => {
    const change = lost === null ? Number(got) : -Number(lost)
    const [from, to] = [level, level + change]
    level = to
    return { from: (Math.min(from, to) / whole) * 100, to: (Math.max(from, to) / whole) * 100 }
  })
}

const say = ({ lost, got }: Step): string => {
  if (lost === null) return got.startsWith('-') ? got : `+${got}`
  return lost === '0' ? '0' : `-${lost}`
}

/** From full marks down to the total: where points were lost, as a picture and in figures. */
export function Fall({ fall, total }: Pick<UnitResult, 'fall'> & { readonly total: string }) {
  if (fall.length === 0) return null
  const places = placesOf(fall)
  return (
    <table className="waterfall fall">
      <caption className="muted">从满分到总分</caption>
      <thead>
        <tr>
          <th scope="col">部分</th>
          <th scope="col">最多</th>
          <th scope="col">得到</th>
          <th scope="col">增减</th>
          <th scope="col">从满分起</th>
        </tr>
      </thead>
      <tbody>
        {fall.map((step, i) => (
          <tr key={step.name}>
            <th scope="row">{step.name}</th>
            <td>{step.full ?? '—'}</td>
            <td>{step.got}</td>
            <td>{say(step)}</td>
            <td aria-hidden>
              <span className="bar">
                <span
                  style={{
                    marginInlineStart: `${Math.max(0, places[i]!.from)}%`,
                    width: `${Math.max(0.5, Math.min(100, places[i]!.to) - Math.max(0, places[i]!.from))}%`,
                  }}
                />
              </span>
            </td>
          </tr>
        ))}
        <tr>
          <th scope="row">总分</th>
          <td />
          <td>
            <strong>{total}</strong>
          </td>
          <td />
          <td />
        </tr>
      </tbody>
    </table>
  )
}
