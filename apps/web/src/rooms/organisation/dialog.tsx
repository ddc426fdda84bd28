import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Form, Input, Modal, Switch } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import { ApiProblem } from '../../api/client.ts'
import { Button } from '../../parts/button.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { UnitPicker } from './unit-picker.tsx'

/** What a field holds once the form is filled; a picked unit is its identifier. */
export type Values = Readonly<Record<string, string | boolean | readonly string[] | undefined>>

export interface Field {
  readonly name: string
  readonly label: string
  readonly as?: 'text' | 'day' | 'unit' | 'units' | 'lines' | 'switch'
  readonly required?: boolean
  readonly extra?: string
}

interface Props {
  readonly title: string
  readonly button: ReactNode
  readonly fields: readonly Field[]
  /** The values as they are now; when somebody else changes them, both are shown. */
  readonly initial?: Values
  readonly quiet?: boolean
  readonly note?: string
  /** What is told anew when it is done, or when it was changed meanwhile. */
  readonly stale: readonly (readonly string[])[]
  readonly onSave: (values: Values) => Promise<unknown>
}

const FIELD = /^\/(?:body|query)\/(\w+)/

function input({ as, label }: Field): ReactNode {
  if (as === 'day') return <Input type="date" />
  if (as === 'unit') return <UnitPicker label={label} />
  if (as === 'units') return <UnitPicker label={label} several />
  if (as === 'lines') return <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} />
  return as === 'switch' ? <Switch /> : <Input />
}

function faultsOf(error: unknown, fields: readonly Field[]) {
  const faults = error instanceof ApiProblem ? (error.problem.faults ?? []) : []
  return faults.flatMap(({ pointer, message }) => {
    const name = FIELD.exec(pointer)?.[1]
    return fields.some((field) => field.name === name) ? [{ name, errors: [message] }] : []
  })
}

const isChanged = (error: unknown): boolean =>
  error instanceof ApiProblem && error.problem.type.endsWith(':changed')

/** What stands there now beside what one typed, where the two differ. */
function Now({ field, now }: { readonly field: Field; readonly now: Values }) {
  const typed: unknown = Form.useWatch(field.name)
  const current = now[field.name] ?? ''
  if (field.as === 'unit' || field.as === 'units' || (typed ?? '') === current) return null
  return <p className="unit-now">现在是：{String(current) || '空'}</p>
}

/** A button that opens a form; what the server refuses is told at its field, and nothing typed is lost. */
export function Dialog(props: Props) {
  const { title, button, fields, initial = {}, quiet = false, note, stale, onSave } = props
  const queries = useQueryClient()
  const [open, setOpen] = useState(false)
  const id = useId()
  const [form] = Form.useForm<Record<string, unknown>>()
  const tell = () => Promise.all(stale.map((queryKey) => queries.invalidateQueries({ queryKey })))
  const save = useMutation({
    mutationFn: (values: Values) => onSave(values),
    onSuccess: async () => {
      setOpen(false)
      await tell()
    },
    onError: async (error) => {
      form.setFields(faultsOf(error, fields))
      if (isChanged(error)) await tell()
    },
  })
  const show = () => {
    save.reset()
    setOpen(true)
  }
  const changed = isChanged(save.error)
  const told = save.isError && faultsOf(save.error, fields).length === 0
  return (
    <>
      <Button onClick={show} {...(quiet && { type: 'link' as const, size: 'small' as const })}>
        {button}
      </Button>
      <Modal
        title={title}
        open={open}
        onCancel={() => setOpen(false)}
        onOk={() => form.submit()}
        okText={changed ? '仍然保存我的' : '保存'}
        cancelText="取消"
        confirmLoading={save.isPending}
        destroyOnHidden
      >
        {note !== undefined && <Alert type="info" title={note} style={{ marginBottom: 12 }} />}
        <Form
          form={form}
          name={id}
          layout="vertical"
          preserve={false}
          initialValues={initial}
          onFinish={(values) => save.mutate(values as Values)}
        >
          {fields.map((field) => (
            <div key={field.name}>
              <Form.Item
                name={field.name}
                label={field.label}
                extra={field.extra}
                {...(field.as === 'switch' && { valuePropName: 'checked' })}
                rules={
                  field.required === true
                    ? [{ required: true, message: `请填写${field.label}` }]
                    : []
                }
              >
                {input(field)}
              </Form.Item>
              {changed && <Now field={field} now={initial} />}
            </div>
          ))}
        </Form>
        {told && <Trouble error={save.error} />}
      </Modal>
    </>
  )
}

/** The text of a field without blanks around it; undefined when nothing is there. */
export function textOf(values: Values, name: string): string | undefined {
  const value = values[name]
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}
