import type { ImportFault, ImportPreview } from '@kaohe/contract'
import { Alert } from 'antd'
import { Listing } from '../../parts/listing.tsx'

const where = ({ sheet, row, column }: ImportFault): string => `${sheet} ${column ?? ''}${row}`

const faultColumns = [
  { title: '位置', key: 'where', width: 130, render: (fault: ImportFault) => where(fault) },
  { title: '写的是', dataIndex: 'found', width: 160, render: (text: string) => text || '（空）' },
  { title: '问题', dataIndex: 'message', className: 'cell-whole' },
  { title: '怎样改', dataIndex: 'write', className: 'cell-whole' },
]

type Changed = ImportPreview['changed'][number]

const changedColumns = [
  { title: '组织', dataIndex: 'name', width: 220 },
  { title: '行', dataIndex: 'row', width: 70 },
  {
    title: '改动',
    key: 'fields',
    className: 'cell-whole',
    render: ({ fields }: Changed) =>
      fields.map(({ field, was, is }) => (
        <div key={field}>
          {field}：{was ?? '（空）'}，改为 <strong>{is}</strong>
        </div>
      )),
  },
]

type Added = ImportPreview['added'][number]

const addedColumns = [
  { title: '名称', dataIndex: 'name' },
  { title: '行', dataIndex: 'row', width: 70 },
  { title: '类别', dataIndex: 'kind', width: 140 },
  { title: '上级', dataIndex: 'parent', className: 'cell-whole' },
]

const paged = { pageSize: 20, showSizeChanger: false, hideOnSinglePage: true }

/** What an import would do: every fault at its place, else every change. */
export function Preview({ preview }: { readonly preview: ImportPreview }) {
  const { counts, faults, changed, added, rows } = preview
  if (counts.faults > 0)
    return (
      <>
        <Alert
          type="error"
          showIcon
          style={{ marginBottom: 12 }}
          title={`${rows} 行里有 ${counts.faultyRows} 行不能导入，一共 ${counts.faults} 处；改好以后再选一次文件，现在什么也没有写入`}
        />
        <Listing<ImportFault>
          label="不能导入的行"
          rowKey={(fault) => `${where(fault)}${fault.message}`}
          size="small"
          columns={faultColumns}
          dataSource={faults}
          pagination={paged}
          scroll={{ x: 640 }}
        />
      </>
    )
  return (
    <>
      <Alert
        type="info"
        showIcon
        style={{ marginBottom: 12 }}
        title={`增加 ${counts.added} 个，修改 ${counts.changed} 个，${counts.unchanged} 个没有变化`}
        description={counts.moved > 0 && `连同下级一共有 ${counts.moved} 个组织换了位置`}
      />
      {changed.length > 0 && (
        <Listing<Changed>
          label="要修改的组织"
          rowKey={({ sheet, row }) => `${sheet}${row}`}
          size="small"
          title={() => '修改'}
          columns={changedColumns}
          dataSource={changed}
          pagination={paged}
          scroll={{ x: 560 }}
          style={{ marginBottom: 12 }}
        />
      )}
      {added.length > 0 && (
        <Listing<Added>
          label="要增加的组织"
          rowKey={({ sheet, row }) => `${sheet}${row}`}
          size="small"
          title={() => '增加'}
          columns={addedColumns}
          dataSource={added}
          pagination={paged}
          scroll={{ x: 560 }}
          style={{ marginBottom: 12 }}
        />
      )}
    </>
  )
}
