import type { Exhibit, VerdictKind } from '@kaohe/contract'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Empty, Segmented, Select, Skeleton } from 'antd'
import { useState } from 'react'
import { Crumbs, toDesks } from '../../parts/crumbs.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { Look } from '../reporting/preview.tsx'
import type { DeskPlace } from './data.ts'
import { ExhibitBatch } from './exhibit-batch.tsx'
import { ExhibitClaim } from './exhibit-claim.tsx'
import { ExhibitQueue } from './exhibit-queue.tsx'
import {
  type ExhibitsData,
  exhibitKey,
  exhibitsQuery,
  VERDICT,
  verdictOf,
} from './exhibits-data.ts'
import './review.css'
import './exhibits.css'

type Shown = VerdictKind | 'all'

const NAMES: Readonly<Record<Shown, string>> = { ...VERDICT, all: '全部' }
const ORDER: readonly Shown[] = ['open', 'doubtful', 'returned', 'accepted', 'all']

interface Props {
  readonly place: DeskPlace
  readonly data: ExhibitsData
}

function itemsOf(exhibits: readonly Exhibit[]) {
  const names = new Map(exhibits.map(({ item, itemName }) => [item, itemName]))
  return [...names].map(([value, label]) => ({ value, label }))
}

function Panes({ place, data }: Props) {
  const [shown, setShown] = useState<Shown>('open')
  const [item, setItem] = useState<string | null>(null)
  // What was judged stays where it is until another list is asked for: nothing jumps away.
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set())
  const [at, setAt] = useState<string | null>(null)
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set())
  const ofItem = data.exhibits.filter((one) => item === null || one.item === item)
  const isIn = (kind: Shown, one: Exhibit): boolean => kind === 'all' || verdictOf(one) === kind
  const rows = ofItem.filter((one) => kept.has(exhibitKey(one)) || isIn(shown, one))
  const index = Math.max(
    0,
    rows.findIndex((one) => exhibitKey(one) === at),
  )
  const current = rows[index]
  const choose = (filter: { shown?: Shown; item?: string | null }): void => {
    setKept(new Set())
    setPicked(new Set())
    if (filter.shown !== undefined) setShown(filter.shown)
    if (filter.item !== undefined) setItem(filter.item)
  }
  const move = (by: -1 | 1): void => {
    const next = rows[index + by]
    if (next !== undefined) setAt(exhibitKey(next))
  }
  return (
    <>
      <div className="exhibit-filters">
        <Segmented
          aria-label="看哪些材料"
          value={shown}
          options={ORDER.map((value) => ({
            value,
            label: `${NAMES[value]} ${ofItem.filter((one) => isIn(value, one)).length}`,
          }))}
          onChange={(next) => choose({ shown: next })}
        />
        <Select
          aria-label="哪一项指标的材料"
          className="exhibit-item"
          allowClear
          showSearch
          optionFilterProp="label"
          placeholder="全部指标"
          value={item}
          options={itemsOf(data.exhibits)}
          onChange={(next: string | null | undefined) => choose({ item: next ?? null })}
        />
      </div>
      <p className="muted exhibit-keys">
        键盘：<kbd>j</kbd> 下一份，<kbd>k</kbd> 上一份，<kbd>a</kbd> 采信，<kbd>r</kbd> 退回，
        <kbd>d</kbd> 存疑，<kbd>u</kbd> 撤回结论。选定一项指标以后，可以一次选几份。
      </p>
      {data.mine && item !== null && (
        <ExhibitBatch
          place={place}
          rows={rows.filter(({ own }) => !own)}
          picked={picked}
          onPick={setPicked}
          onGiven={(given) => setKept(new Set([...kept, ...given.map(exhibitKey)]))}
        />
      )}
      {current === undefined ? (
        <Empty description="没有这样的材料" />
      ) : (
        <div className="exhibits">
          <ExhibitQueue
            rows={rows}
            current={current}
            picked={data.mine && item !== null ? picked : null}
            onPick={setPicked}
            onOpen={(one) => setAt(exhibitKey(one))}
          />
          <section className="exhibit-look" aria-label={`材料：${current.name}`}>
            <h2>
              <a href={`/api/evidence/${current.id}`} download={current.name}>
                {current.name}
              </a>
            </h2>
            <Look key={current.id} file={current} />
          </section>
          <ExhibitClaim
            key={exhibitKey(current)}
            place={place}
            data={data}
            exhibit={current}
            onMove={move}
            onGiven={() => {
              // Stays in the list, and the next one is opened, wherever the list then is.
              setKept(new Set([...kept, exhibitKey(current)]))
              const next = rows[index + 1]
              setAt(exhibitKey(next ?? current))
            }}
          />
        </div>
      )}
    </>
  )
}

/** The evidence of a desk in three panes: what waits, what it shows, what was claimed with it. */
export function ExhibitsPage() {
  const { cycle, party } = useParams({ from: '/signed-in/cycles/$cycle/desks/$party/evidence' })
  const place = { cycle, party }
  const found = useQuery(exhibitsQuery(place))
  if (found.isError) return <Trouble error={found.error} onRetry={() => void found.refetch()} />
  if (found.isPending) return <Skeleton active />
  const { title, name } = found.data
  return (
    <>
      <Crumbs
        way={[
          ...toDesks({ cycle, title }),
          <Link to="/cycles/$cycle/desks/$party" params={place}>
            {name}
          </Link>,
        ]}
        here="审看材料"
      />
      <h1>{name}审看材料</h1>
      <Panes place={place} data={found.data} />
    </>
  )
}
