import { Link } from '@tanstack/react-router'
import { Lines, Section } from './section.tsx'
import type { Shown } from './shown.ts'

const SUBMISSION: Readonly<Record<string, string>> = {
  draft: '正在填报',
  confirmed: '已提交',
  returned: '已退回',
}

const LINEAGE = {
  'merged earlier': '并入了',
  'merged later': '并入',
  'split earlier': '分设自',
  'split later': '分设出',
} as const

/** The years in which a unit is assessed, with its report of each. */
export function Years({ page }: Shown) {
  return (
    <Section title="历年考核">
      <Lines none="还没有参加考核。">
        {page.cycles.map((cycle) => (
          <li key={cycle.cycle}>
            <Link to="/cycles/$cycle/reports/$unit" params={{ cycle: cycle.cycle, unit: page.id }}>
              {cycle.title}
            </Link>
            <span className="unit-quiet">
              {cycle.from} 至 {cycle.to}
              {cycle.peerGroup !== null && ` · ${cycle.peerGroup}组`} ·{' '}
              {cycle.excludedBecause === null
                ? (SUBMISSION[cycle.submission ?? ''] ?? '还没有填报')
                : `不参加：${cycle.excludedBecause}`}
            </span>
          </li>
        ))}
      </Lines>
    </Section>
  )
}

/** Where and under which name a unit stood, and what it came out of. */
export function Past({ page }: Shown) {
  return (
    <Section title="沿革">
      <ul className="unit-lines">
        {page.lineage.map(({ id, name, on, kind, direction }) => (
          <li key={`${id}${direction}`}>
            <span>
              {LINEAGE[`${kind} ${direction}`]}{' '}
              <Link to="/units/$unit" params={{ unit: id }}>
                {name}
              </Link>
            </span>
            <span className="unit-quiet">{on}</span>
          </li>
        ))}
        {page.places.map(({ from, to, name, kind, parentName }) => (
          <li key={from}>
            <span>
              {name}{' '}
              <span className="unit-quiet">
                {kind}
                {parentName !== null && ` · 上级 ${parentName}`}
              </span>
            </span>
            <span className="unit-quiet">
              {from} 至 {to ?? '今'}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
