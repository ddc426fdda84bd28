import type { ItemProof, Proof, UnitResult } from '@kaohe/engine'
import type { Export } from './export.ts'
import { type Results, sayOut, words } from './results.ts'
import { column, table } from './table.ts'

const pointsText = (points: ItemProof['points']): string =>
  typeof points === 'string' ? points : `${points[0] ?? ''} — ${points[1] ?? ''}`

// One sentence a row: a cell of many lines is cut off by the height of its row.
function rowsOf(proof: Proof): string[][] {
  return proof.items.flatMap((item) => {
    const [first, ...rest] = item.told
    const lead = [proof.unit.id, proof.unit.name, item.name]
    const figures = [item.clause ?? '', pointsText(item.points), item.full ?? '']
    const inner = rest.map(({ depth, text }) => [
      ...lead,
      '',
      '',
      '',
      `${'　'.repeat(depth)}${text}`,
    ])
    return [[...lead, ...figures, first?.text ?? ''], ...inner]
  })
}

const NO_FIGURES = ['', '', '', '']

/** What people decided of a unit, after its items. */
function decisionRows({ unit, decisions = [] }: Proof): string[][] {
  return decisions.map(({ matter, value, said, used, note }) => {
    const told = `${value}，${said}${used ? '' : `；没有用上：${note}`}`
    return [unit.id, unit.name, matter, '', '', '', told]
  })
}

/** Why a unit takes no part, in place of its items. */
function outRows(out: readonly UnitResult[], results: Results): string[][] {
  return out.map((u) => [u.unit, u.name, ...NO_FIGURES, sayOut(u, results)])
}

/** Of who takes part every item; of who does not, whatever its proof may say, the reason. */
function allRows(results: Results): string[][] {
  const { proofs, units } = results
  if (proofs === undefined) return []
  const out = units.filter(({ eligible }) => eligible === 'no')
  const shown = proofs.filter((p) => !out.some(({ unit }) => unit === p.unit.id))
  const rows = shown.flatMap((p) => [...rowsOf(p), ...decisionRows(p)])
  return [...rows, ...outRows(out, results)]
}

/** Why every item has the points it has, in sentences with their clauses. */
export const explanations: Export = {
  name: 'explanations',
  make(results) {
    const say = words(results)
    const columns = [
      column('unit', say('单位编号', 'Id'), 'text', 14),
      column('name', say('单位', 'Unit'), 'text', 28),
      column('item', say('指标', 'Indicator'), 'text', 28),
      column('clause', say('条款', 'Clause'), 'text', 16),
      column('points', say('得分', 'Points'), 'text', 12),
      column('full', say('分值', 'Full'), 'text', 8),
      column('told', say('得分说明', 'Explanation'), 'text', 90),
    ]
    const title = say('得分说明', 'Explanations')
    return table('explanations', title, columns, allRows(results))
  },
}
