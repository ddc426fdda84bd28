import { organisation } from '@kaohe/contract'
import { Tag } from 'antd'
import { call } from '../../../api/client.ts'
import { today } from '../../../parts/today.ts'
import { Dialog, type Field, textOf } from '../dialog.tsx'
import { Lines, Section } from './section.tsx'
import { type Shown, staleOf } from './shown.ts'

const NAME: Field = { name: 'name', label: '名称', required: true }
const END: Field = { name: 'endedOn', label: '撤销日期', as: 'day', required: true }

/** The departments of a unit; those that ended stay known. */
export function Departments({ page }: Shown) {
  const stale = staleOf(page)
  const params = { unit: page.id }
  const add = (
    <Dialog
      title="增加部门"
      button="增加部门"
      fields={[NAME]}
      stale={stale}
      onSave={(values) =>
        call(organisation.addDepartment, { params, body: { name: textOf(values, 'name') ?? '' } })
      }
    />
  )
  return (
    <Section title="部门" tools={page.may.change && add}>
      <Lines none="还没有部门。">
        {page.departments.map(({ id, name, endedOn, version }) => (
          <li key={id}>
            <span>
              {name} {endedOn !== null && <Tag>{endedOn} 撤销</Tag>}
            </span>
            {page.may.change && endedOn === null && (
              <span>
                <Dialog
                  title={`给“${name}”改名`}
                  button="改名"
                  quiet
                  fields={[NAME]}
                  stale={stale}
                  initial={{ name }}
                  onSave={(values) =>
                    call(organisation.changeDepartment, {
                      params: { ...params, id },
                      body: { name: textOf(values, 'name'), version },
                    })
                  }
                />
                <Dialog
                  title={`撤销“${name}”`}
                  button="撤销"
                  quiet
                  fields={[END]}
                  stale={stale}
                  initial={{ endedOn: today() }}
                  onSave={(values) =>
                    call(organisation.changeDepartment, {
                      params: { ...params, id },
                      body: { endedOn: textOf(values, 'endedOn'), version },
                    })
                  }
                />
              </span>
            )}
          </li>
        ))}
      </Lines>
    </Section>
  )
}
