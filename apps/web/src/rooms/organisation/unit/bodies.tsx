import { organisation } from '@kaohe/contract'
import { Link } from '@tanstack/react-router'
import { call } from '../../../api/client.ts'
import { today } from '../../../parts/today.ts'
import { Dialog, type Field, textOf } from '../dialog.tsx'
import { Lines, Section } from './section.tsx'
import { type Shown, staleOf } from './shown.ts'

const fields: readonly Field[] = [
  { name: 'body', label: '组织', as: 'unit', extra: '在组织树上的，请查找选择' },
  { name: 'name', label: '或者写名称', extra: '不在组织树上的，如社区党组织' },
  { name: 'capacity', label: '身份', required: true, extra: '如 所在社区、社区党组织、所属区团委' },
  { name: 'from', label: '从哪一天起', as: 'day', required: true },
]

/** Who else answers for a unit: its Party committee, its district. */
export function Bodies({ page }: Shown) {
  const stale = staleOf(page)
  const params = { unit: page.id }
  const add = (
    <Dialog
      title="写明还有谁对它负责"
      button="增加"
      fields={fields}
      stale={stale}
      initial={{ from: today() }}
      onSave={(values) =>
        call(organisation.addBody, {
          params,
          body: {
            body: textOf(values, 'body'),
            name: textOf(values, 'name'),
            capacity: textOf(values, 'capacity') ?? '',
            from: textOf(values, 'from') ?? '',
          },
        })
      }
    />
  )
  return (
    <Section title="共同负责的各方" tools={page.may.change && add}>
      <Lines none="只由它自己负责。">
        {page.bodies.map(({ id, body, name, capacity, from, to, version }) => (
          <li key={id}>
            <span>
              {capacity}：
              {body === null ? (
                name
              ) : (
                <Link to="/units/$unit" params={{ unit: body }}>
                  {name}
                </Link>
              )}
            </span>
            <span className="unit-quiet">
              {from} 起{to !== null && `，到 ${to} 为止`}
              {page.may.change && to === null && (
                <Dialog
                  title={`${name}不再负责`}
                  button="到期"
                  quiet
                  fields={[{ name: 'to', label: '到哪一天为止', as: 'day', required: true }]}
                  stale={stale}
                  initial={{ to: today() }}
                  onSave={(values) =>
                    call(organisation.changeBody, {
                      params: { ...params, id },
                      body: { to: textOf(values, 'to'), version },
                    })
                  }
                />
              )}
            </span>
          </li>
        ))}
      </Lines>
    </Section>
  )
}
