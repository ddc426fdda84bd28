import type { Mark } from '@kaohe/contract'

interface Props {
  readonly name: string
  readonly marks: readonly Mark[]
}

const byNumber = ([a]: readonly [string, number], [b]: readonly [string, number]): number =>
  Number.parseFloat(b) - Number.parseFloat(a) || a.localeCompare(b, 'zh')

/** How the marks of one indicator are spread, for one's own eye: a bar for each, with its number. */
export function Spread({ name, marks }: Props) {
  const given = marks.filter(({ text }) => text !== '')
  if (given.length === 0) return null
  const counted = [...Map.groupBy(given, ({ text }) => text)]
    .map(([text, all]) => [text, all.length] as const)
    .toSorted(byNumber)
  const most = Math.max(...counted.map(([, count]) => count))
  return (
    <figure className="spread">
      <figcaption>本部门在“{name}”打分的分布</figcaption>
      <table>
        <tbody>
          {counted.map(([text, count]) => (
            <tr key={text}>
              <th scope="row">{text}</th>
              <td>
                <span
                  className="spread-bar"
                  style={{ width: `${(count / most) * 100}%` }}
                  aria-hidden
                />
                {count} 个单位
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}
