import { Input } from 'antd'
import { type ReactNode, useId } from 'react'

interface Props {
  readonly label: string
  readonly value: string
  readonly type?: 'text' | 'date' | 'number'
  readonly rows?: number
  change(value: string): void
}

/** A labelled field of the forms about meetings. */
export function Labelled({ label, value, type = 'text', rows, change }: Props) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      {rows === undefined ? (
        <Input id={id} type={type} value={value} onChange={({ target }) => change(target.value)} />
      ) : (
        <Input.TextArea
          id={id}
          autoSize={{ minRows: rows, maxRows: 10 }}
          value={value}
          onChange={({ target }) => change(target.value)}
        />
      )}
    </div>
  )
}

/** Several things to choose from, under one name that everybody sees. */
export function Choice({ label, children }: Pick<FormProps, 'label' | 'children'>) {
  return (
    <fieldset className="choice">
      <legend>{label}</legend>
      {children}
    </fieldset>
  )
}

interface FormProps {
  readonly label: string
  readonly children: ReactNode
  onSubmit(): void
}

export function Form({ label, children, onSubmit }: FormProps) {
  return (
    <form
      className="meeting-form"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {children}
    </form>
  )
}
