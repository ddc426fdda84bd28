import { organisation } from '@kaohe/contract'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { call } from '../../api/client.ts'

interface Props {
  readonly label: string
  readonly several?: boolean
  // Given by the form around it.
  readonly id?: string
  readonly value?: string | readonly string[]
  readonly onChange?: (value: string | readonly string[]) => void
}

/** Chooses units by a part of their name, short name or former name. */
export function UnitPicker({ label, several = false, id, value, onChange }: Props) {
  const [typed, setTyped] = useState('')
  const q = useDeferredValue(typed.trim())
  const found = useQuery({
    queryKey: ['units-search', q],
    queryFn: () => call(organisation.searchUnits, { query: { q } }),
    enabled: q !== '',
  })
  const options = (found.data?.units ?? [])
    .filter(({ endedOn }) => endedOn === null)
    .map((unit) => ({
      value: unit.id,
      label: unit.above === null ? unit.name : `${unit.name}（${unit.above}）`,
    }))
  return (
    <Select
      {...(id !== undefined && { id })}
      {...(several && { mode: 'multiple' as const })}
      aria-label={label}
      value={value as string}
      onChange={(chosen: string) => onChange?.(chosen)}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      options={options}
      loading={found.isFetching}
      placeholder="输入名称中的一段"
      notFoundContent={q === '' ? '请输入名称中的一段' : '没有找到'}
      style={{ width: '100%' }}
    />
  )
}
