import type { Grille } from '@kaohe/contract'

function Row({ label, hits, several }: RowProps) {
  const said = hits === 0 ? '' : several ? `${hits} 期` : '符合'
  return (
    <tr className={hits > 0 ? 'lit' : undefined}>
      <td className="lit-mark">{hits > 0 && <span aria-hidden>▶</span>}</td>
      <td>{label}</td>
      <td className="lit-said">{said}</td>
    </tr>
  )
}

interface RowProps {
  readonly label: string
  readonly hits: number
  readonly several: boolean
}

/** The tables of a rule as the notice would print them; the row that the data hit is marked in words too. */
export function Grilles({ grilles }: { readonly grilles: readonly Grille[] }) {
  return grilles.map(({ of, rows }) => {
    const several = of === ''
    const hit = rows.some(({ hits }) => hits > 0)
    return (
      <table key={`${of}/${rows[0]?.label}`} className="grille">
        <caption>
          {several ? '各期按下表计分' : of}
          {!hit && <span className="field-state"> 现有数据还对不上哪一档</span>}
        </caption>
        <tbody>
          {rows.map(({ label, hits }) => (
            <Row key={label} label={label} hits={hits} several={several} />
          ))}
        </tbody>
      </table>
    )
  })
}
