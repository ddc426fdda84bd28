import { organisation } from '@kaohe/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Input, Tag } from 'antd'
import { useDeferredValue, useState } from 'react'
import { call } from '../../api/client.ts'
import { Trouble } from '../../parts/trouble.tsx'

/** Units by a part of their name; those that had it formerly say so. */
export function FindUnit() {
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const found = useQuery({
    queryKey: ['units-search', q],
    queryFn: () => call(organisation.searchUnits, { query: { q } }),
    enabled: q !== '',
  })
  return (
    <search>
      <Input.Search
        className="unit-search"
        allowClear
        aria-label="查找组织"
        placeholder="名称、简称或曾用名中的一段"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      {found.isError && <Trouble error={found.error} />}
      {q !== '' && found.data !== undefined && (
        <section aria-live="polite" aria-label="查找结果">
          {found.data.units.length === 0 && <p>没有找到名称里有“{q}”的组织。</p>}
          <ul className="unit-lines">
            {found.data.units.map((unit) => (
              <li key={unit.id}>
                <span>
                  <Link to="/units/$unit" params={{ unit: unit.id }}>
                    {unit.name}
                  </Link>{' '}
                  {unit.formerly.length > 0 && <Tag>曾用名 {unit.formerly.join('、')}</Tag>}
                  {unit.endedOn !== null && <Tag>{unit.endedOn} 撤销</Tag>}
                </span>
                <span className="unit-quiet">
                  {unit.kind}
                  {unit.above !== null && ` · ${unit.above}`}
                </span>
              </li>
            ))}
          </ul>
          {found.data.more && <p className="unit-quiet">还有更多，请把名称写得长一些。</p>}
        </section>
      )}
    </search>
  )
}
