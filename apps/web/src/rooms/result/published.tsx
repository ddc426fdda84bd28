import type { Published } from '@kaohe/contract'
import { Scrolls } from '../../parts/scrolls.tsx'

type Groups = NonNullable<Published['grades']>

function Group({ groups }: { readonly groups: Groups }) {
  return (
    <dl className="published">
      {groups.map(({ name, units }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{units.join('、')}</dd>
        </div>
      ))}
    </dl>
  )
}

interface Listed {
  readonly label: string
  readonly heads: readonly [string, string]
  readonly rows: readonly (readonly [string, string])[]
}

function List({ label, heads, rows }: Listed) {
  return (
    <Scrolls label={label}>
      <table className="waterfall published-list">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([first, second]) => (
            <tr key={`${first}/${second}`}>
              <td>{first}</td>
              <td>{second}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolls>
  )
}

/** What was made public, part by part; parts that were not chosen are not there. */
export function PublishedParts({ published }: { readonly published: Published }) {
  const { grades, ranking, totals, commended, note } = published
  return (
    <>
      {grades !== null && <Group groups={grades} />}
      {commended !== null && <Group groups={commended} />}
      {ranking !== null && (
        <List
          label="排名"
          heads={['名次', '单位']}
          rows={ranking.map(({ rank, name }) => [`${rank}`, name])}
        />
      )}
      {totals !== null && (
        <List
          label="总分"
          heads={['单位', '总分']}
          rows={totals.map(({ name, total }) => [name, total])}
        />
      )}
      <p className="work">{note}</p>
    </>
  )
}
