import type { SpeakerOutcome } from '@kaohe/contract'
import { createElement } from 'react'

type Item = SpeakerOutcome['items'][number]

const sayPoints = ({ points, least, most }: Item): string => points ?? `${least}～${most}`

function Bands({ spread }: { readonly spread: NonNullable<SpeakerOutcome['spread']> }) {
  return (
    <>
      {spread.map(({ name, bands }) => {
        const most = Math.max(...bands.map(({ count }) => count))
        return (
          <figure key={name} className="spread">
            <figcaption>“{name}”的分布（不记名）</figcaption>
            <table>
              <tbody>
                {bands.map(({ label, count }) => (
                  <tr key={label}>
                    <th scope="row">{label}</th>
                    <td>
                      <span
                        className="spread-bar"
                        style={{ width: `${(count / most) * 100}%` }}
                        aria-hidden
                      />
                      {count} 票
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </figure>
        )
      })}
    </>
  )
}

/** What the ballots came to, by which rule, and how they are spread. */
export function Outcome({
  outcome,
  level,
}: {
  readonly outcome: SpeakerOutcome
  readonly level: 1 | 2
}) {
  const { name, ballots, outstanding, items, spread } = outcome
  return (
    <section className="outcome" aria-label={`${name}的评议结果`}>
      {createElement(`h${level}`, null, name)}
      {items.map((item) => (
        <div key={item.name} className="outcome-item">
          <p className="outcome-points">
            <span className="muted">{item.name}</span> <strong>{sayPoints(item)}</strong>
            {item.full !== null && <span className="muted"> / {item.full} 分</span>}
          </p>
          {item.lines.map((line) => (
            <p key={line} className="muted">
              {line}
            </p>
          ))}
        </div>
      ))}
      <p>
        共 {ballots} 票{outstanding > 0 && `，另有 ${outstanding} 张纸质票还没有录定`}
      </p>
      {spread === null ? <p className="muted">票数少，不显示分布</p> : <Bands spread={spread} />}
    </section>
  )
}
