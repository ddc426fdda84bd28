import type { Shape } from '@kaohe/contract'
import { AutoComplete, Input, Select } from 'antd'
import { useDrafting } from './context.ts'
import { type Place, wordsAt, write } from './document.ts'
import { isFormula, isFree, sampleOf, wordsOf } from './shapes.ts'

interface Props {
  readonly of: Shape
  readonly place: Place
  readonly id: string
  /** What it is called, where no label stands beside it. */
  readonly label?: string
  readonly describedBy?: string
}

const LAST_NAME = /[a-z][a-z0-9-]*$/

function Formula({ place, id, label, of, describedBy }: Props) {
  const { doc, names, edit, readOnly } = useDrafting()
  const value = wordsAt(doc, place) ?? ''
  const begun = LAST_NAME.exec(value)?.[0] ?? ''
  const lead = value.slice(0, value.length - begun.length)
  const known = [...(names.fact ?? []), ...(names.eventAttribute ?? [])]
  const options = known
    .filter(({ id: one, name }) => begun === '' || one.startsWith(begun) || name.includes(begun))
    .map(({ id: one, name }) => ({ value: lead + one, label: `${one} ${name}` }))
  const named = known.filter(({ id: one }) => new RegExp(`(?<![\\w-])${one}(?![\\w-])`).test(value))
  return (
    <>
      <AutoComplete
        id={id}
        {...(label && { 'aria-label': label })}
        {...(describedBy && { 'aria-describedby': describedBy })}
        value={value}
        options={options}
        disabled={readOnly}
        placeholder={sampleOf(of)}
        style={{ width: '100%' }}
        onChange={(next: string) => edit((text) => write(text, place, next))}
      />
      {named.length > 0 && (
        <span className="muted">
          {named.map(({ id: one, name }) => `${one} 是“${name}”`).join('；')}
        </span>
      )}
    </>
  )
}

function Chosen({ of, place, id, label }: Props) {
  const { doc, names, edit, readOnly } = useDrafting()
  const value = wordsAt(doc, place) ?? ''
  const options =
    of.shape === 'reference'
      ? (names[of.to] ?? []).map((one) => ({ value: one.id, label: `${one.name}（${one.id}）` }))
      : wordsOf(of).map((word) => ({ value: word, label: word }))
  return (
    <Select
      id={id}
      {...(label && { 'aria-label': label })}
      value={value === '' ? null : value}
      options={options}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      disabled={readOnly}
      placeholder="不写"
      style={{ width: '100%', minWidth: 90 }}
      onChange={(next: string | null) => edit((text) => write(text, place, next ?? undefined))}
    />
  )
}

function Free({ of, place, id, label }: Props) {
  const { doc, edit, readOnly } = useDrafting()
  const value = wordsAt(doc, place) ?? ''
  const put = (next: string): void => edit((text) => write(text, place, next))
  const common = { id, value, disabled: readOnly, ...(label && { 'aria-label': label }) }
  const words = wordsOf(of)
  if (words.length > 0)
    return (
      <AutoComplete
        {...common}
        options={words.map((word) => ({ value: word }))}
        placeholder={[sampleOf(of), ...words].filter((one) => one !== '').join('，或')}
        style={{ width: '100%', minWidth: 80 }}
        onChange={put}
      />
    )
  if (of.shape === 'date')
    return <Input {...common} type="date" onChange={({ target }) => put(target.value)} />
  if (of.shape === 'text')
    return (
      <Input.TextArea
        {...common}
        autoSize={{ minRows: 1, maxRows: 8 }}
        onChange={({ target }) => put(target.value.replaceAll('\n', ''))}
      />
    )
  return (
    <Input {...common} placeholder={sampleOf(of)} onChange={({ target }) => put(target.value)} />
  )
}

/** The control for something that is written in one line. */
export function Line(props: Props) {
  if (!isFree(props.of)) return <Chosen {...props} />
  return isFormula(props.of) ? <Formula {...props} /> : <Free {...props} />
}
