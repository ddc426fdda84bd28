import { organisation } from '@kaohe/contract'
import { call } from '../../../api/client.ts'
import { Dialog, type Field, textOf, type Values } from '../dialog.tsx'
import { Lines, Section } from './section.tsx'
import { type Shown, staleOf } from './shown.ts'

const fields: readonly Field[] = [
  { name: 'name', label: '姓名', required: true },
  { name: 'duty', label: '职务' },
  { name: 'phone', label: '电话' },
]

function bodyOf(values: Values): { name: string; duty: string; phone: string } {
  return {
    name: textOf(values, 'name') ?? '',
    duty: textOf(values, 'duty') ?? '',
    phone: textOf(values, 'phone') ?? '',
  }
}

/** Whom to ask at a unit. */
export function Contacts({ page }: Shown) {
  const stale = staleOf(page)
  const params = { unit: page.id }
  const add = (
    <Dialog
      title="增加联系人"
      button="增加联系人"
      fields={fields}
      stale={stale}
      onSave={(values) => call(organisation.addContact, { params, body: bodyOf(values) })}
    />
  )
  return (
    <Section title="联系人" tools={page.may.describe && add}>
      <Lines none="还没有联系人。">
        {page.contacts.map(({ id, version, ...contact }) => (
          <li key={id}>
            <span>
              <strong>{contact.name}</strong> {contact.duty}
            </span>
            <span>
              {contact.phone !== '' && <a href={`tel:${contact.phone}`}>{contact.phone}</a>}
              {page.may.describe && (
                <Dialog
                  title={`修改联系人 ${contact.name}`}
                  button="修改"
                  quiet
                  fields={[...fields, { name: 'ended', label: '不再是联系人', as: 'switch' }]}
                  stale={stale}
                  initial={{ ...contact, ended: false }}
                  onSave={(values) =>
                    call(organisation.changeContact, {
                      params: { ...params, id },
                      body: {
                        ...bodyOf(values),
                        version,
                        ...(values['ended'] === true && { ended: true as const }),
                      },
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
