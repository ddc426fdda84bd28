import { organisation } from '@kaohe/contract'
import { call } from '../../../api/client.ts'
import { today } from '../../../parts/today.ts'
import { Dialog, type Field, textOf, type Values } from '../dialog.tsx'
import { type Shown, staleOf } from './shown.ts'

const ON: Field = {
  name: 'on',
  label: '从哪一天起',
  as: 'day',
  required: true,
  extra: '这一天以前的名称、类别和上级留在沿革里',
}

const identity: readonly Field[] = [
  { name: 'name', label: '名称', required: true },
  { name: 'shortName', label: '简称' },
  { name: 'kind', label: '类别', required: true },
  { name: 'foundedOn', label: '成立日期', as: 'day' },
  { name: 'peerGroup', label: '分组' },
  ON,
]

/** `镇 城关镇团委` or, without a kind, the kind of the unit that is split. */
function partOf(line: string, kind: string): { name: string; kind: string } {
  const [name = '', own = kind] = line.split(/[,，\t]/).map((part) => part.trim())
  return { name, kind: own }
}

function linesOf(values: Values, name: string): string[] {
  return (textOf(values, name) ?? '').split('\n').filter((line) => line.trim() !== '')
}

/** Puts right or renames, moves, merges, splits and ends a unit. */
export function Change({ page }: Shown) {
  const { id: unit, version } = page
  const params = { unit }
  const stale = staleOf(page)
  const on = (values: Values): string => textOf(values, 'on') ?? ''
  return (
    <>
      <Dialog
        title="修改名称和基本情况"
        button="修改"
        fields={identity}
        stale={stale}
        initial={{
          name: page.name,
          shortName: page.shortName ?? '',
          kind: page.kind,
          foundedOn: page.foundedOn ?? '',
          peerGroup: page.peerGroup ?? '',
          on: today(),
        }}
        onSave={(values) =>
          call(organisation.changeUnit, {
            params,
            body: {
              name: textOf(values, 'name'),
              kind: textOf(values, 'kind'),
              shortName: textOf(values, 'shortName') ?? null,
              foundedOn: textOf(values, 'foundedOn') ?? null,
              peerGroup: textOf(values, 'peerGroup') ?? null,
              on: on(values),
              version,
            },
          })
        }
      />
      <Dialog
        title={`把“${page.name}”移到另一个上级下面`}
        button="移动"
        note={page.children > 0 ? `它的 ${page.children} 个下级一起移动` : '从前的位置留在沿革里'}
        fields={[{ name: 'parent', label: '新的上级', as: 'unit', required: true }, ON]}
        stale={stale}
        initial={{ on: today() }}
        onSave={(values) =>
          call(organisation.moveUnit, {
            params,
            body: { parent: textOf(values, 'parent') ?? '', on: on(values), version },
          })
        }
      />
      <Dialog
        title={`并入“${page.name}”`}
        button="合并"
        note="选中的组织撤销，它们的下级移到这里；往年结果按沿革接续"
        fields={[{ name: 'units', label: '并入的组织', as: 'units', required: true }, ON]}
        stale={stale}
        initial={{ on: today() }}
        onSave={async (values) => {
          const ids = (values['units'] ?? []) as readonly string[]
          const read = (one: string) => call(organisation.readUnit, { params: { unit: one } })
          const found = await Promise.all(ids.map(read))
          const units = found.map((one) => ({ id: one.id, version: one.version }))
          return call(organisation.mergeUnits, { params, body: { units, on: on(values), version } })
        }}
      />
      <Dialog
        title={`从“${page.name}”分设`}
        button="分设"
        fields={[
          {
            name: 'units',
            label: '分设的组织',
            as: 'lines',
            required: true,
            extra: '一行一个名称；类别不同的，名称后面写逗号和类别',
          },
          { name: 'ends', label: '原来的组织撤销', as: 'switch' },
          ON,
        ]}
        stale={stale}
        initial={{ on: today(), ends: false }}
        onSave={(values) => {
          const units = linesOf(values, 'units').map((line) => partOf(line, page.kind))
          const body = { units, ends: values['ends'] === true, on: on(values), version }
          return call(organisation.splitUnit, { params, body })
        }}
      />
      <Dialog
        title={`撤销“${page.name}”`}
        button="撤销"
        note="撤销以后不再出现在组织树里；从前的年份里仍然有它，结果和日志都保留"
        fields={[{ name: 'on', label: '撤销日期', as: 'day', required: true }]}
        stale={stale}
        initial={{ on: today() }}
        onSave={(values) =>
          call(organisation.endUnit, { params, body: { on: on(values), version } })
        }
      />
    </>
  )
}
