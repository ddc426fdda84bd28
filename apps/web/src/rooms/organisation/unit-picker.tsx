import { organisation } from '@kaohe/contract'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
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

interface Option {
  readonly value: string
  readonly label: string
}

// What was found last stays until the next answer is there: a list that empties while one types cannot be clicked.
function useFound(typed: string) {
  const q = useDeferredValue(typed.trim())
  const found = useQuery({
    queryKey: ['units-search', q],
    queryFn: () => call(organisation.searchUnits, { query: { q } }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  })
  const options = (q === '' ? [] : (found.data?.units ?? []))
    .filter(({ endedOn }) => endedOn === null)
    .map(({ id, name, above }) => ({
      value: id,
      label: above === null ? name : `${name}（${above}）`,
    }))
  const none = q !== '' && found.isSuccess && !found.isPlaceholderData
  return { options, none, loading: found.isFetching }
}

/**
 * Chooses units by a part of their name, short name or former name. The list opens with the first answer, whole;
 * and while it is pressed on, it stays as it is, so that an answer that comes in meanwhile takes no click away.
 */
export function UnitPicker({ label, several = false, id, value, onChange }: Props) {
  const [typed, setTyped] = useState('')
  const { options, none, loading } = useFound(typed)
  const [pressed, setPressed] = useState<readonly Option[] | null>(null)
  const press = (): void => {
    setPressed(options)
    // The click follows the release: the list may change after both.
    addEventListener('pointerup', () => setTimeout(() => setPressed(null)), { once: true })
    addEventListener('pointercancel', () => setPressed(null), { once: true })
  }
  return (
    <Select
      {...(id !== undefined && { id })}
      {...(several && { mode: 'multiple' as const })}
      aria-label={label}
      value={value as string}
      onChange={(chosen: string) => onChange?.(chosen)}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      options={[...(pressed ?? options)]}
      loading={loading}
      placeholder="输入名称中的一段"
      notFoundContent={none ? '没有找到' : null}
      popupRender={(list) => <div onPointerDown={press}>{list}</div>}
      style={{ width: '100%' }}
    />
  )
}
