import type { Outcome, Result } from '@kaohe/contract'
import { Tag } from 'antd'
import type { ReactNode } from 'react'
import { Listing } from '../../parts/listing.tsx'
import { sayPoints, sayRank } from './say.ts'

interface Props {
  readonly label: string
  readonly units: readonly Outcome[]
  readonly grades: Result['grades']
  readonly parts: Result['parts']
  /** They stand in a group of their grade: it is said again only where a meeting changed it. */
  readonly grouped?: boolean
  name(unit: Outcome): ReactNode
}

// What a table needs to be read, in pixels: names, total, rank, grade and remarks, and each source.
const LEAST_WIDTH = 600
const PART_WIDTH = 100

// Sources side by side; those by which a unit is not assessed are not a zero.
function partColumns(parts: Result['parts']) {
  return parts.map(({ id, name, weight }, i) => ({
    title: weight === null ? name : `${name}（${weight}）`,
    key: `part-${id}`,
    width: PART_WIDTH,
    align: 'right' as const,
    render: (_: unknown, unit: Outcome) => {
      const part = unit.parts[i]
      return part === null || part === undefined ? (
        <span className="muted">不适用</span>
      ) : (
        <span className="points">{sayPoints(part)}</span>
      )
    },
  }))
}

function Grade({ unit, grades }: { readonly unit: Outcome; readonly grades: Result['grades'] }) {
  const name = grades.find(({ id }) => id === unit.grade)?.name
  const before = grades.find(({ id }) => id === unit.adjusted?.from)?.name ?? '未定'
  if (name !== undefined)
    return (
      <>
        <Tag>{name}</Tag>
        {unit.adjusted !== null && <span className="muted">调整，计算为{before}</span>}
      </>
    )
  return <span className="muted">{unit.gradeOpen ? '未定' : '—'}</span>
}

const remarksOf = ({ why, vetoes, gradeReasons }: Outcome) => [...why, ...vetoes, ...gradeReasons]

// What is remarked of every one of several units is said once.
function remarkedOfAll(units: readonly Outcome[]): readonly string[] {
  const [first, ...others] = units.map(remarksOf)
  if (first === undefined || others.length === 0) return []
  return first.filter((remark) => others.every((other) => other.includes(remark)))
}

/** Units of a result with what is known of each; numbers align. */
export function UnitsTable({ label, units, grades, parts, grouped = false, name }: Props) {
  const grade = {
    title: '等次',
    key: 'grade',
    width: 96,
    render: (_: unknown, unit: Outcome) => <Grade unit={unit} grades={grades} />,
  }
  const ofAll = remarkedOfAll(units)
  const own = (unit: Outcome) => remarksOf(unit).filter((remark) => !ofAll.includes(remark))
  const remarks = {
    title: '说明',
    key: 'why',
    className: 'cell-whole result-why',
    render: (_: unknown, unit: Outcome) => (
      <>
        {own(unit).join('；')}
        {unit.missing > 0 && <span className="muted"> 还缺 {unit.missing} 项</span>}
      </>
    ),
  }
  const remarked = units.some((unit) => unit.missing > 0 || own(unit).length > 0)
  const graded = grouped ? units.some(({ adjusted }) => adjusted !== null) : grades.length > 0
  const columns = [
    {
      title: '单位',
      key: 'name',
      className: 'result-name',
      render: (_: unknown, unit: Outcome) => name(unit),
    },
    ...partColumns(parts),
    {
      title: '总分',
      key: 'points',
      width: 84,
      align: 'right' as const,
      render: (_: unknown, unit: Outcome) => <span className="points">{sayPoints(unit)}</span>,
    },
    {
      title: '名次',
      key: 'rank',
      width: 72,
      align: 'right' as const,
      render: (_: unknown, unit: Outcome) => sayRank(unit),
    },
    ...(graded ? [grade] : []),
    ...(remarked ? [remarks] : []),
  ]
  return (
    <>
      {ofAll.length > 0 && <p className="muted">各单位相同：{ofAll.join('；')}。</p>}
      <Listing
        label={label}
        rowKey="unit"
        size="middle"
        scroll={{ x: LEAST_WIDTH + parts.length * PART_WIDTH }}
        pagination={units.length > 100 ? { pageSize: 100 } : false}
        columns={columns}
        dataSource={[...units]}
      />
    </>
  )
}
