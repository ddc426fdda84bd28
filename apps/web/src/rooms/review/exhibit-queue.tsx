import type { Exhibit } from '@kaohe/contract'
import { Checkbox } from 'antd'
import { useEffect, useRef } from 'react'
import { exhibitKey, VERDICT, verdictOf } from './exhibits-data.ts'

interface Props {
  readonly rows: readonly Exhibit[]
  readonly current: Exhibit
  /** What is picked for a verdict on several; null where nothing may be. */
  readonly picked: ReadonlySet<string> | null
  onPick(picked: ReadonlySet<string>): void
  onOpen(one: Exhibit): void
}

/** What waits, unit by unit. */
export function ExhibitQueue({ rows, current, picked, onPick, onOpen }: Props) {
  const list = useRef<HTMLUListElement>(null)
  const at = exhibitKey(current)
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [at])
  const toggle = (key: string): void => {
    const next = new Set(picked)
    if (!next.delete(key)) next.add(key)
    onPick(next)
  }
  return (
    <nav className="exhibit-queue" aria-label="材料">
      <ul ref={list}>
        {rows.map((one) => {
          const key = exhibitKey(one)
          return (
            <li key={key}>
              {picked !== null && !one.own && (
                <Checkbox
                  aria-label={`选：${one.unitName}的${one.name}`}
                  checked={picked.has(key)}
                  onChange={() => toggle(key)}
                />
              )}
              <button
                type="button"
                {...(key === at && { 'aria-current': true })}
                onClick={() => onOpen(one)}
              >
                <span>{one.unitName}</span>
                <span className="exhibit-name">{one.name}</span>
                <span className="muted">
                  {one.itemName} · {VERDICT[verdictOf(one)]}
                  {one.alsoUsed.length > 0 && ' · 别处也用'}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
