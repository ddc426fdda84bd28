import { type Answer, result } from '@kaohe/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Alert, Input, Skeleton, Space } from 'antd'
import { useId, useState } from 'react'
import { call } from '../../api/client.ts'
import { useMay } from '../../app/session.ts'
import { Crumbs, toCycle } from '../../parts/crumbs.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { Ways } from '../../parts/ways.tsx'
import { day } from '../../parts/when.ts'
import { AfterLinks } from './after-links.tsx'
import './result.css'
import { Button } from '../../parts/button.tsx'
import { sayRatified } from './say.ts'
import { UnitsTable } from './units-table.tsx'

type Found = Answer<typeof result.readProvisional>

function Freeze({ cycle }: { readonly cycle: string }) {
  const id = useId()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [name, setName] = useState('')
  const freeze = useMutation({
    mutationFn: () => call(result.freeze, { params: { cycle }, body: { name } }),
    onSuccess: async (snapshot) => {
      await queries.invalidateQueries({ queryKey: ['result', cycle] })
      await navigate({ to: '/snapshots/$snapshot', params: { snapshot: snapshot.id } })
    },
  })
  return (
    <form
      aria-label="冻结结果"
      onSubmit={(event) => {
        event.preventDefault()
        freeze.mutate()
      }}
    >
      <label htmlFor={id}>冻结现在的结果，提交会议，起个名字</label>
      <Space.Compact block>
        <Input
          id={id}
          maxLength={100}
          placeholder="例如：提交第一次书记会"
          value={name}
          onChange={({ target }) => setName(target.value)}
        />
        <Button
          type="primary"
          htmlType="submit"
          disabled={name.trim() === ''}
          loading={freeze.isPending}
        >
          冻结
        </Button>
      </Space.Compact>
      {freeze.isError && <Trouble error={freeze.error} />}
    </form>
  )
}

function Snapshots({ snapshots }: Pick<Found, 'snapshots'>) {
  if (snapshots.length === 0) return <p className="muted">还没有冻结过。</p>
  return (
    <ul className="snapshots">
      {snapshots.map((one) => (
        <li key={one.id}>
          <Link to="/snapshots/$snapshot" params={{ snapshot: one.id }}>
            {one.name}
          </Link>{' '}
          <span className="muted">
            {day(one.at)}冻结；{sayRatified(one.ratified)}
          </span>
        </li>
      ))}
    </ul>
  )
}

// Who comes for the result finds it, the newest of them, before what would come out now.
function Ratified({ snapshots }: Pick<Found, 'snapshots'>) {
  const last = snapshots.find(({ ratified }) => ratified !== null)
  if (last === undefined) return null
  return (
    <Alert
      type="success"
      showIcon
      title={
        <>
          结果已经审定：
          <Link to="/snapshots/$snapshot" params={{ snapshot: last.id }}>
            {last.name}
          </Link>
          。这一页按现在的数据试算，不改变审定的结果。
        </>
      }
    />
  )
}

// More would push the units out of sight.
const MISSING_SHOWN = 8

function Missing({ missing, units }: Pick<Found, 'missing' | 'units'>) {
  const [all, setAll] = useState(false)
  if (missing.length === 0) return <p>没有缺的了。</p>
  const shown = all ? missing : missing.slice(0, MISSING_SHOWN)
  return (
    <>
      <ol className="missing">
        {shown.map(({ what, units: count }) => (
          <li key={what}>
            {what}{' '}
            <span className="muted">
              缺 {count} / {units.length} 个单位
            </span>
          </li>
        ))}
      </ol>
      {shown.length < missing.length && (
        <Button size="small" type="link" onClick={() => setAll(true)}>
          全部 {missing.length} 项
        </Button>
      )}
    </>
  )
}

/** What would come out now: exact where all is known, else between what it lies, and what is missing. */
export function ProvisionalPage() {
  const { cycle } = useParams({ from: '/signed-in/cycles/$cycle/result' })
  const mayFreeze = useMay('result.freeze')
  const found = useQuery({
    queryKey: ['result', cycle],
    queryFn: () => call(result.readProvisional, { params: { cycle } }),
  })
  if (found.isError) return <Trouble error={found.error} onRetry={() => void found.refetch()} />
  if (found.isPending) return <Skeleton active />
  const { title, units, grades, parts, settled, missing, snapshots } = found.data
  return (
    <>
      <Crumbs way={toCycle({ cycle, title })} here="结果" />
      <h1>试算结果</h1>
      <Ratified snapshots={snapshots} />
      <p>
        {units.length} 个单位，{settled}{' '}
        个已能算出总分。只算分管书记已经同意的评价；只有组织部和审定机构看得到。
      </p>
      <section aria-labelledby="snapshots">
        <h2 id="snapshots">冻结和审定</h2>
        <Snapshots snapshots={snapshots} />
        <Ways name="审定以后">
          <AfterLinks cycle={cycle} />
        </Ways>
        {mayFreeze && <Freeze cycle={cycle} />}
      </section>
      <section aria-labelledby="missing">
        <h2 id="missing">还缺什么</h2>
        <Missing missing={missing} units={units} />
      </section>
      <section aria-labelledby="units">
        <h2 id="units">各单位</h2>
        <UnitsTable
          label="各单位试算结果"
          units={units}
          grades={grades}
          parts={parts}
          name={({ name }) => name}
        />
      </section>
    </>
  )
}
