import type { PaperFormat } from '@kaohe/contract'
import { Radio } from 'antd'
import { useId } from 'react'

/** What the formats are called where papers are chosen. */
export const FORMATS: readonly { readonly value: PaperFormat; readonly label: string }[] = [
  { value: 'word', label: 'Word' },
  { value: 'pdf', label: 'PDF' },
]

interface Props {
  readonly value: PaperFormat
  choose(format: PaperFormat): void
}

/** In which format what is printed is saved. */
export function FormatChoice({ value, choose }: Props) {
  const id = useId()
  return (
    <div className="format-choice">
      <span id={id}>下载格式</span>
      <Radio.Group
        aria-labelledby={id}
        options={[...FORMATS]}
        value={value}
        onChange={({ target }) => choose(target.value as PaperFormat)}
      />
    </div>
  )
}
