import type { Fact } from '@kaohe/contract'
import { Input, Segmented, Select } from 'antd'
import type { ClipboardEvent } from 'react'

interface Props {
  readonly fact: Pick<Fact, 'name' | 'type' | 'unit' | 'words'> & { readonly long?: boolean }
  readonly id: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onPaste?: (event: ClipboardEvent<HTMLInputElement>) => void
  readonly compact?: boolean
  readonly describedBy?: string
}

const MOST_BUTTONS = 3

/** What a value is entered with, as its kind wants: words to choose from, a day, a number, or text. */
export function Control({ fact, id, value, onChange, onPaste, compact, describedBy }: Props) {
  const words = fact.type === 'truth' ? ['是', '否'] : fact.words
  const described = describedBy === undefined ? {} : { 'aria-describedby': describedBy }
  if (words.length > 0 && words.length <= MOST_BUTTONS && compact !== true)
    return (
      <Segmented
        id={id}
        aria-label={fact.name}
        options={[...words]}
        value={value}
        onChange={onChange}
        {...described}
      />
    )
  if (words.length > 0)
    return (
      <Select
        id={id}
        allowClear
        options={words.map((word) => ({ value: word, label: word }))}
        value={value === '' ? null : value}
        onChange={(word: string | null | undefined) => onChange(word ?? '')}
        style={{ minWidth: compact === true ? 80 : 160, width: compact === true ? '100%' : 'auto' }}
      />
    )
  if (fact.long === true)
    return (
      <Input.TextArea
        id={id}
        value={value}
        autoSize={{ minRows: 3, maxRows: 14 }}
        showCount
        maxLength={4000}
        onChange={({ target }) => onChange(target.value)}
        {...described}
      />
    )
  return (
    <Input
      id={id}
      value={value}
      suffix={fact.unit}
      onChange={({ target }) => onChange(target.value)}
      {...(onPaste && { onPaste })}
      inputMode={fact.type === 'number' ? 'decimal' : 'text'}
      type={fact.type === 'date' ? 'date' : 'text'}
      style={{ width: '100%', maxWidth: fact.type === 'text' ? 420 : 180 }}
      {...described}
    />
  )
}
