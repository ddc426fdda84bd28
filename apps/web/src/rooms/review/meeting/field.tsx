import { MinusOutlined, PlusOutlined } from '@ant-design/icons'
import type { BallotField } from '@kaohe/contract'
import { Input, Radio } from 'antd'
import { useId } from 'react'
import { Button } from '../../../parts/button.tsx'

interface Props {
  readonly field: BallotField
  readonly value: string
  /** What is wrong with it, in the server's words. */
  readonly fault?: string | undefined
  change(value: string): void
}

const DECIMALS = 2
const CHIPS = 9
const PARTS = 20

const said = (value: number): string => `${Number(value.toFixed(DECIMALS))}`

/** From half of what may be given to all of it, in even steps. */
function chipsOf({ least, most, whole }: BallotField): string[] {
  if (most === null) return []
  const [from, to] = [Number(least ?? 0), Number(most)]
  const step = (to - from) / PARTS
  const all = Array.from({ length: CHIPS }, (_, i) => to - step * i).toReversed()
  return [...new Set(all.map((one) => said(whole ? Math.round(one) : one)))]
}

function sayRange({ least, most, whole, unit }: BallotField): string {
  const ends =
    most === null ? (least === null ? '' : `不低于 ${least}`) : `${least ?? 0} 至 ${most}`
  return `${ends}${unit ?? ''}${whole ? '，整数' : '，可以有小数'}`
}

function Points({ field, value, fault, change }: Props) {
  const id = useId()
  const { name, least, most } = field
  const [from, to] = [
    least === null ? -Infinity : Number(least),
    most === null ? Infinity : Number(most),
  ]
  const by = (step: number): void => {
    const now =
      value === '' || Number.isNaN(Number(value)) ? Number(most ?? least ?? 0) : Number(value)
    change(said(Math.min(to, Math.max(from, now + step))))
  }
  return (
    <fieldset className="vote-field">
      <legend>{name}</legend>
      <div className="vote-chips">
        {chipsOf(field).map((chip) => (
          <Button
            key={chip}
            size="large"
            type={chip === value ? 'primary' : 'default'}
            aria-pressed={chip === value}
            aria-label={`${name} ${chip}`}
            onClick={() => change(chip)}
          >
            {chip}
          </Button>
        ))}
      </div>
      <div className="vote-step">
        <Button
          size="large"
          icon={<MinusOutlined />}
          aria-label={`${name}减一`}
          onClick={() => by(-1)}
        />
        <Input
          id={id}
          size="large"
          inputMode="decimal"
          autoComplete="off"
          aria-label={name}
          aria-describedby={`${id}-range`}
          {...(fault !== undefined && { status: 'error' as const })}
          value={value}
          onChange={({ target }) => change(target.value)}
        />
        <Button
          size="large"
          icon={<PlusOutlined />}
          aria-label={`${name}加一`}
          onClick={() => by(1)}
        />
      </div>
      <p id={`${id}-range`} className={fault === undefined ? 'muted' : 'mark-problem'}>
        {fault ?? sayRange(field)}
      </p>
    </fieldset>
  )
}

function Words({ field, value, fault, change }: Props) {
  return (
    <fieldset className="vote-field">
      <legend>{field.name}</legend>
      <Radio.Group
        className="vote-words"
        optionType="button"
        buttonStyle="solid"
        size="large"
        aria-label={field.name}
        value={value}
        onChange={({ target }) => change(target.value as string)}
        options={field.words.map((word) => ({ value: word, label: word }))}
      />
      {fault !== undefined && <p className="mark-problem">{fault}</p>}
    </fieldset>
  )
}

/** One thing to give on a ballot: big enough for a thumb. */
export function VoteField(props: Props) {
  return props.field.kind === 'word' ? <Words {...props} /> : <Points {...props} />
}
