import { followup } from '@kaohe/contract'
import { useQuery } from '@tanstack/react-query'
import { call } from '../../api/client.ts'
import { useMay } from '../../app/session.ts'
import '../result/result.css'

function Listed({ cycle }: { readonly cycle: string }) {
  const found = useQuery({
    queryKey: ['carried-over', cycle],
    queryFn: () => call(followup.readCarriedOver, { params: { cycle } }),
  })
  const measures = found.data?.measures ?? []
  if (measures.length === 0) return null
  return (
    <section aria-labelledby="carried-over">
      <h2 id="carried-over">上年未完成的整改</h2>
      <ul className="snapshots">
        {measures.map((one) => (
          <li key={one.id}>
            {one.carriedBy.length === 0
              ? `${one.unitName}（今年没有承接的单位）`
              : one.carriedBy.map(({ name }) => name).join('、')}
            {one.carriedBy.some(({ name }) => name !== one.unitName) && `（原${one.unitName}）`}：
            {one.clause !== null && `${one.clause} `}
            {one.name}
            <span className="muted">
              {'　'}
              {one.title}
              {one.dueOn !== null && `，期限 ${one.dueOn}`}
              {one.state === 'done' && '，单位报告完成，待复查'}
              {one.last !== null && `；最近：${one.last}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What units have not made good of the years before, where this year's work is looked at. */
export function CarriedOver({ cycle }: { readonly cycle: string }) {
  return useMay('followup.carried') ? <Listed cycle={cycle} /> : null
}
