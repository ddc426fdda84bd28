import { type MarkField, remarkLength, review } from '@kaohe/contract'
import { Input, Radio } from 'antd'
import { useId } from 'react'
import { Button } from '../../../parts/button.tsx'
import { sayRange } from '../mark-cell.tsx'
import { type Draft, linesOf } from './answer.ts'

interface Props {
  readonly fields: readonly MarkField[]
  readonly remark: number | null
  readonly draft: Draft
  change(draft: Draft): void
}

interface FieldProps {
  readonly field: MarkField
  readonly value: string
  change(value: string): void
}

function Words({ field, value, change }: FieldProps) {
  return (
    <Radio.Group
      aria-label={field.name}
      optionType="button"
      size="large"
      className="letter-words"
      options={field.words.map((word) => ({ value: word, label: word }))}
      value={value}
      onChange={({ target }) => change(String(target.value))}
    />
  )
}

const HALF = /^\d+(\.5)?$/

// By whole points, from what stands there; what is no number is left to whoever typed it.
function stepped(value: string, by: 1 | -1, most: string | null): string {
  if (value === '') return by < 0 ? (most ?? '') : '0'
  return HALF.test(value) ? `${Math.max(0, Number(value) + by)}` : value
}

function Points({ field, value, change }: FieldProps) {
  const id = useId()
  return (
    <div className="letter-points">
      <Button
        size="large"
        aria-label={`${field.name}减一分`}
        onClick={() => change(stepped(value, -1, field.most))}
      >
        −
      </Button>
      <Input
        size="large"
        aria-label={`${field.name}打几分`}
        aria-describedby={`${id}-range`}
        inputMode="decimal"
        maxLength={40}
        value={value}
        onChange={({ target }) => change(target.value)}
      />
      <Button
        size="large"
        aria-label={`${field.name}加一分`}
        onClick={() => change(stepped(value, 1, field.most))}
      >
        ＋
      </Button>
      <span id={`${id}-range`} className="muted">
        {sayRange(field)}
      </span>
    </div>
  )
}

interface SayProps {
  readonly label: string
  readonly value: string
  readonly most: number
  change(value: string): void
}

function Say({ label, value, most, change }: SayProps) {
  const id = useId()
  const length = remarkLength(value)
  const over = length > most
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <Input.TextArea
        id={id}
        aria-describedby={`${id}-length`}
        autoSize={{ minRows: 3, maxRows: 12 }}
        {...(over && { status: 'error' as const })}
        value={value}
        onChange={({ target }) => change(target.value)}
      />
      <p id={`${id}-length`} className={over ? 'mark-problem' : 'muted'}>
        {length} 字，最多 {most} 字
      </p>
    </div>
  )
}

/** What is asked in a letter, one under the other: points or words, an opinion, a suggestion. */
export function AnswerFields({ fields, remark, draft, change }: Props) {
  return (
    <>
      {fields.map((field) => {
        const value = draft.marks[field.id] ?? ''
        const mark = (text: string): void =>
          change({ ...draft, marks: { ...draft.marks, [field.id]: text } })
        return (
          <section key={field.id} className="letter-field" aria-label={field.name}>
            <h2>{field.name}</h2>
            {field.basis !== null && <p className="muted">按什么打分：{field.basis}</p>}
            {field.words.length > 0 ? (
              <Words field={field} value={value} change={mark} />
            ) : (
              <Points field={field} value={value} change={mark} />
            )}
            {field.reasoned && (
              <Input
                aria-label={`${field.name}的理由`}
                placeholder="理由（必填）"
                maxLength={500}
                value={draft.reasons[field.id] ?? ''}
                onChange={({ target }) =>
                  change({ ...draft, reasons: { ...draft.reasons, [field.id]: target.value } })
                }
              />
            )}
          </section>
        )
      })}
      <Say
        label="评价意见（可不写）"
        value={draft.comment}
        most={remark ?? review.MOST_WORDS}
        change={(comment) => change({ ...draft, comment })}
      />
      <Say
        label="对考核工作的建议（可不写）"
        value={draft.suggestion}
        most={review.MOST_WORDS}
        change={(suggestion) => change({ ...draft, suggestion })}
      />
    </>
  )
}

/** The same to be read once more, before it is sent or beside another. */
export function AnswerRead({ fields, draft }: Pick<Props, 'fields' | 'draft'>) {
  return (
    <dl className="letter-read">
      {linesOf(fields, draft).map(({ name, text }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
