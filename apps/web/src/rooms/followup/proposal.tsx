import type { ConsequenceProposal } from '@kaohe/contract'
import { Checkbox, Collapse, Space, Tag } from 'antd'
import { useState } from 'react'
import { useMe } from '../../app/session.ts'
import { Button } from '../../parts/button.tsx'
import type { Reached } from './data.ts'
import { Decide } from './decide.tsx'
import { ReachedUnit } from './reached.tsx'

const WHO = { organiser: '组织部', ratifier: '审定机构' } as const

/** More are folded: what a meeting has to look at stays in sight. */
const IN_SIGHT = 6

interface Props {
  readonly cycle: string
  readonly one: ConsequenceProposal
}

interface ChoiceProps {
  readonly cycle: string
  readonly consequence: string
  readonly units: readonly Reached[]
  readonly chosen: readonly string[]
  readonly mayDecide: boolean
  choose(units: readonly string[]): void
}

function Choose({
  one,
  chosen,
  mayDecide,
  choose,
}: Pick<ChoiceProps, 'chosen' | 'mayDecide' | 'choose'> & { readonly one: Reached }) {
  const { unit, name, measure } = one
  const toggle = (isOn: boolean): void =>
    choose(isOn ? [...chosen, unit] : chosen.filter((each) => each !== unit))
  if (measure !== null) return <Tag>已决定</Tag>
  if (!mayDecide) return null
  return (
    <Checkbox
      aria-label={`选${name}`}
      checked={chosen.includes(unit)}
      onChange={({ target }) => toggle(target.checked)}
    />
  )
}

/** Where it reaches all alike, names are enough; else each unit with its grounds. */
function Units({ units, cycle, consequence, ...choice }: ChoiceProps) {
  const isForAll = units.every(({ met, robust }) => met === 'yes' && robust.verdict === 'all')
  if (isForAll)
    return (
      <Space wrap size="middle">
        {units.map((one) => (
          <span key={one.unit}>
            <Choose one={one} {...choice} /> {one.name}
          </span>
        ))}
      </Space>
    )
  return units.map((one) => (
    <div key={one.unit} className="choosable">
      <Choose one={one} {...choice} />
      <ReachedUnit cycle={cycle} consequence={consequence} one={one} />
    </div>
  ))
}

function Folded(props: ChoiceProps) {
  const { units } = props
  if (units.length === 0) return <p className="muted">没有单位在范围内。</p>
  if (units.length <= IN_SIGHT) return <Units {...props} />
  const sure = units.filter(({ met }) => met === 'yes').length
  const open = units.length - sure
  const label = `${sure} 个单位符合${open === 0 ? '' : `，${open} 个还不能判断`}`
  return <Collapse size="small" items={[{ key: 'units', label, children: <Units {...props} /> }]} />
}

/** A consequence of the scheme with whom it reaches; those that are open can be chosen and decided on. */
export function Proposal({ cycle, one }: Props) {
  const { post } = useMe()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const mayDecide = post?.role === one.decider
  const open = one.units.filter(({ measure, refused }) => measure === null && refused === null)
  return (
    <section aria-labelledby={`proposal-${one.id}`} className="proposal">
      <h3 id={`proposal-${one.id}`}>
        {one.name} <Tag>{one.kindName}</Tag>
      </h3>
      <p className="muted">
        {one.clause !== null && `${one.clause}；`}由{one.body ?? WHO[one.decider]}决定
        {one.years > 1 && `；要连续 ${one.years} 年`}
        {one.copies.length > 0 && `；抄送${one.copies.join('、')}`}
        {one.places !== null && `；名额 ${one.places}`}
      </p>
      <Folded
        cycle={cycle}
        consequence={one.id}
        units={one.units}
        chosen={chosen}
        mayDecide={mayDecide}
        choose={setChosen}
      />
      {mayDecide && open.length > 0 && (
        <Button size="small" onClick={() => setChosen(open.map(({ unit }) => unit))}>
          全选可以采用的 {open.length} 个
        </Button>
      )}
      {mayDecide && chosen.length > 0 && (
        <Decide cycle={cycle} one={one} chosen={chosen} onDone={() => setChosen([])} />
      )}
    </section>
  )
}
