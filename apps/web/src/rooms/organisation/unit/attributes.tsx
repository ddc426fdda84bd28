import { organisation } from '@kaohe/contract'
import { call } from '../../../api/client.ts'
import { today } from '../../../parts/today.ts'
import { Dialog, type Field, textOf, type Values } from '../dialog.tsx'
import { Lines, Section } from './section.tsx'
import { type Shown, staleOf } from './shown.ts'

const fields: readonly Field[] = [
  { name: 'attribute', label: '属性', required: true, extra: '如 团员数、青年人口、单位类型' },
  { name: 'value', label: '值', required: true },
  { name: 'knownOn', label: '从哪一天起是这个数', as: 'day', required: true },
  { name: 'source', label: '来源', required: true, extra: '如 团统年报、民政部门名册' },
]

/** What is known of a unit, each with its day and source; the last first, earlier ones below it. */
export function Attributes({ page }: Shown) {
  const save = (values: Values, version: number) =>
    call(organisation.putAttribute, {
      params: { unit: page.id },
      body: {
        attribute: textOf(values, 'attribute') ?? '',
        value: textOf(values, 'value') ?? '',
        knownOn: textOf(values, 'knownOn') ?? '',
        source: textOf(values, 'source') ?? '',
        version,
      },
    })
  const stale = staleOf(page)
  const add = (
    <Dialog
      title="写下一项属性"
      button="增加属性"
      fields={fields}
      stale={stale}
      initial={{ knownOn: today() }}
      onSave={(values) => save(values, 0)}
    />
  )
  return (
    <Section title="属性" tools={page.may.describe && add}>
      <Lines none="还没有写下属性，如团员数、青年人口。">
        {page.attributes.map(({ version, ...line }) => (
          <li key={`${line.attribute}${line.knownOn}`}>
            <span>
              {line.attribute} <strong>{line.value}</strong>
            </span>
            <span className="unit-quiet">
              {line.knownOn} 起 · {line.source}
              {page.may.describe && (
                <Dialog
                  title={`更正 ${line.attribute}`}
                  button="更正"
                  quiet
                  fields={fields.filter(({ name }) => name === 'value' || name === 'source')}
                  stale={stale}
                  initial={line}
                  onSave={(values) => save({ ...line, ...values }, version)}
                />
              )}
            </span>
          </li>
        ))}
      </Lines>
    </Section>
  )
}
