import type { Answer, planning } from '@kaohe/contract'
import { Alert, Select } from 'antd'

export type Candidates = Answer<typeof planning.readCandidates>
type Kind = Candidates['kinds'][number]

/** What the organiser has chosen of a kind of unit: as what it is assessed, on which level it stands. */
export interface KindChosen {
  readonly type: string | null
  readonly level: string | null
}
export type KindsChosen = Readonly<Record<string, KindChosen>>

const NONE = ''

function Choice({
  label,
  none,
  options,
  value,
  onPick,
}: {
  readonly label: string
  readonly none: string
  readonly options: readonly { value: string; label: string }[]
  readonly value: string | null
  readonly onPick: (value: string | null) => void
}) {
  return (
    <Select
      aria-label={label}
      options={[{ value: NONE, label: none }, ...options]}
      value={value ?? NONE}
      onChange={(picked) => onPick(picked === NONE ? null : picked)}
    />
  )
}

function KindRow({
  kind,
  found,
  chosen,
  onChange,
}: {
  readonly kind: Kind
  readonly found: Candidates
  readonly chosen: KindChosen
  readonly onChange: (chosen: KindChosen) => void
}) {
  const { types, levels } = found
  const byName = !kind.said && chosen.type === kind.type && chosen.level === kind.level
  const assessedOn = types.find(({ id }) => id === chosen.type)?.level ?? null
  const level = levels.find(({ id }) => id === assessedOn)
  return (
    <div className="field">
      <span>
        {kind.kind}（{kind.units} 个）
        {byName && <span className="field-state"> 按名称对上，请看一看</span>}
      </span>
      <Choice
        label={`${kind.kind}作为哪类考核对象`}
        none="不参加"
        options={types.map(({ id, name }) => ({ value: id, label: `作为${name}` }))}
        value={chosen.type}
        onPick={(type) => onChange({ ...chosen, type })}
      />
      {levels.length > 0 && level !== undefined && (
        <span className="field-state">在“{level.name}”一级</span>
      )}
      {levels.length > 0 && level === undefined && (
        <Choice
          label={`${kind.kind}在方案的哪一级`}
          none="不在方案的层级里"
          options={levels.map(({ id, name }) => ({ value: id, label: `在“${name}”一级` }))}
          value={chosen.level}
          onPick={(picked) => onChange({ ...chosen, level: picked })}
        />
      )}
    </div>
  )
}

/** Levels from which rules take data, and on which no kind of unit stands. */
function emptyLevels({ levels, types }: Candidates, kinds: KindsChosen): string[] {
  const stood = new Set(
    Object.values(kinds).map(
      ({ type, level }) => types.find(({ id }) => id === type)?.level ?? level,
    ),
  )
  return levels.filter(({ id, asked }) => asked && !stood.has(id)).map(({ name }) => name)
}

/** Each kind of unit of the tree: which kind of assessee of the scheme it is, and on which of its levels it stands. */
export function MapKinds({
  found,
  kinds,
  onChange,
}: {
  readonly found: Candidates
  readonly kinds: KindsChosen
  readonly onChange: (kind: string, chosen: KindChosen) => void
}) {
  const empty = emptyLevels(found, kinds)
  return (
    <>
      <div className="fields">
        {found.kinds.map((one) => (
          <KindRow
            key={one.kind}
            kind={one}
            found={found}
            chosen={kinds[one.kind] ?? one}
            onChange={(chosen) => onChange(one.kind, chosen)}
          />
        ))}
      </div>
      {empty.length > 0 && (
        <Alert
          type="warning"
          showIcon
          style={{ marginTop: 12 }}
          title={`规则要用“${empty.join('”“')}”一级的数据，还没有哪种单位在这一级`}
        />
      )}
    </>
  )
}
