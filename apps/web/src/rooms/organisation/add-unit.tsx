import { organisation } from '@kaohe/contract'
import { call } from '../../api/client.ts'
import { Dialog, type Field, textOf } from './dialog.tsx'

const fields: readonly Field[] = [
  { name: 'name', label: '名称', required: true },
  { name: 'shortName', label: '简称' },
  { name: 'kind', label: '类别', required: true, extra: '如 乡镇、学校、社区' },
  { name: 'foundedOn', label: '成立日期', as: 'day' },
  { name: 'peerGroup', label: '分组', extra: '同组之间排名；不分组就留空' },
]

/** Adds a unit below another. */
export function AddUnit({ parent }: { readonly parent: string }) {
  return (
    <Dialog
      title="增加下级组织"
      button="增加下级组织"
      fields={fields}
      stale={[['units', parent]]}
      onSave={(values) =>
        call(organisation.addUnit, {
          body: {
            parent,
            name: textOf(values, 'name') ?? '',
            kind: textOf(values, 'kind') ?? '',
            shortName: textOf(values, 'shortName'),
            foundedOn: textOf(values, 'foundedOn'),
            peerGroup: textOf(values, 'peerGroup'),
          },
        })
      }
    />
  )
}
