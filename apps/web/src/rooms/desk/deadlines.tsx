import { type Deadline, planning } from '@kaohe/contract'
import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { call } from '../../api/client.ts'
import { today } from '../../parts/today.ts'
import { Trouble } from '../../parts/trouble.tsx'

const SHOWN = 4

// What is still to come; when nothing is, the last that were due.
function nearest(deadlines: readonly Deadline[]): Deadline[] {
  const dated = deadlines.filter(({ due }) => due !== null)
  const sorted = dated.toSorted((a, b) => (a.due! < b.due! ? -1 : 1))
  const coming = sorted.filter(({ due }) => due! >= today())
  return coming.length > 0 ? coming.slice(0, SHOWN) : sorted.slice(-SHOWN)
}

/** The next deadlines of a cycle, with who answers for them. */
export function Deadlines({ cycle }: { readonly cycle: string }) {
  const calendar = useQuery({
    queryKey: ['calendar', cycle],
    queryFn: () => call(planning.readCalendar, { params: { cycle } }),
  })
  if (calendar.isError) return <Trouble error={calendar.error} />
  if (calendar.isPending) return <Skeleton active paragraph={{ rows: 3 }} />
  const shown = nearest(calendar.data.deadlines)
  const now = today()
  if (shown.length === 0) return <p>方案没有写明日期。</p>
  return (
    <ul className="desk-list">
      {shown.map(({ step, due, name, owners }) => (
        <li key={`${step}/${due}`}>
          <time dateTime={due ?? ''}>{due}</time> {name}
          {due! < now && <span className="muted">（已过）</span>}
          {owners.length > 0 && <span className="clause">{owners.join('、')}</span>}
        </li>
      ))}
    </ul>
  )
}
