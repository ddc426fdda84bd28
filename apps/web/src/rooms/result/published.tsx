import type { Published } from '@kaohe/contract'
import { Scrolls } from '../../parts/scrolls.tsx'

type Groups = NonNullable<Published['grades']>

function Group({ label, groups }: { readonly label: string; readonly groups: Groups }) {
  return (
    <>
      <p className="published-head">{label}</p>
      <dl className="published">
        {groups.map(({ name, units }) => (
          <div key={name}>
            <dt>
              {name}（{units.length}）
            </dt>
            <dd>{units.join('、')}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

interface Row {
  readonly name: string
  readonly rank?: number
  readonly total?: string
}

// Ranks and totals come in one order, of the same units: said in one table.
function rowsOf({ ranking, totals }: Published): readonly Row[] {
  if (ranking === null) return totals ?? []
  return ranking.map((one, at) => ({ ...one, ...totals?.[at] }))
}

function List({ published }: { readonly published: Published }) {
  const [ranked, counted] = [published.ranking !== null, published.totals !== null]
  if (!ranked && !counted) return null
  const label = [ranked && '排名', counted && '总分'].filter(Boolean).join('和')
  return (
    <Scrolls label={label}>
      <table className="published-list">
        <caption className="published-head">{label}</caption>
        <thead>
          <tr>
            {ranked && <th scope="col">名次</th>}
            <th scope="col">单位</th>
            {counted && (
              <th scope="col" className="published-total">
                总分
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rowsOf(published).map(({ name, rank, total }) => (
            <tr key={name}>
              {ranked && <td className="published-rank">{rank}</td>}
              <td>{name}</td>
              {counted && <td className="published-total">{total}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolls>
  )
}

/** What was made public, part by part; parts that were not chosen are not there. */
export function PublishedParts({ published }: { readonly published: Published }) {
  const { grades, commended, note } = published
  return (
    <>
      {grades !== null && <Group label="各等次的单位" groups={grades} />}
      {commended !== null && <Group label="拟表彰名单" groups={commended} />}
      <List published={published} />
      <p className="work published-note">{note}</p>
    </>
  )
}
