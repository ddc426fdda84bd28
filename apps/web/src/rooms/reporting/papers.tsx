import { type Report, reporting, type WorkbookPreview } from '@kaohe/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Space, Table } from 'antd'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { download } from '../../api/download.ts'
import { Button } from '../../parts/button.tsx'
import { FileButton } from '../../parts/file-button.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { base64Of } from './file-content.ts'
import { reportKey } from './save.ts'

interface Chosen {
  readonly name: string
  readonly content: string
  readonly preview: WorkbookPreview
}

const CHANGES = [
  { title: '数据', dataIndex: 'what' },
  { title: '现在', dataIndex: 'before', render: (text: string | null) => text ?? '还没有' },
  { title: '改为', dataIndex: 'after' },
]
const REFUSED = [
  { title: '位置', dataIndex: 'place', width: 180 },
  { title: '为什么不能接受', dataIndex: 'message' },
]

function Preview({ chosen, onTake, onCancel, pending }: PreviewProps) {
  const { changes, refused, notes } = chosen.preview
  return (
    <section className="workbook" aria-label="工作簿的改动">
      {refused.length > 0 && (
        <>
          <Alert
            type="error"
            showIcon
            title={`有 ${refused.length} 处不能接受，全部没有改动；请改好再传`}
          />
          <Table
            size="small"
            rowKey={({ place, message }) => `${place}/${message}`}
            columns={REFUSED}
            dataSource={refused}
            pagination={{ pageSize: 20, hideOnSinglePage: true }}
          />
        </>
      )}
      {refused.length === 0 && (
        <>
          <p>
            {changes.length === 0
              ? '与现在的数据相同，没有要改动的。'
              : `将改动 ${changes.length} 处，确认后一次全部接受：`}
          </p>
          {changes.length > 0 && (
            <Table
              size="small"
              rowKey={({ what, before, after }) => `${what}/${before}/${after}`}
              columns={CHANGES}
              dataSource={changes}
              pagination={{ pageSize: 20, hideOnSinglePage: true }}
            />
          )}
        </>
      )}
      {notes.map((note) => (
        <p key={note} className="field-note">
          {note}
        </p>
      ))}
      <Space>
        {refused.length === 0 && changes.length > 0 && (
          <Button type="primary" loading={pending} onClick={onTake}>
            接受全部改动
          </Button>
        )}
        <Button onClick={onCancel}>不接受</Button>
      </Space>
    </section>
  )
}

interface PreviewProps {
  readonly chosen: Chosen
  readonly pending: boolean
  readonly onTake: () => void
  readonly onCancel: () => void
}

/** The report on paper and in a workbook: out, and in again. */
export function Papers({ report }: { readonly report: Report }) {
  const queries = useQueryClient()
  const place = { cycle: report.cycle, unit: report.unit }
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const address = `/api/cycles/${report.cycle}/reports/${report.unit}`
  const look = useMutation({
    mutationFn: async (file: File): Promise<Chosen> => {
      const body = { name: file.name, content: await base64Of(file) }
      return { ...body, preview: await call(reporting.previewWorkbook, { params: place, body }) }
    },
    onSuccess: setChosen,
  })
  const take = useMutation({
    mutationFn: ({ name, content, preview: { digest } }: Chosen) =>
      call(reporting.takeWorkbook, { params: place, body: { name, content, digest } }),
    onSuccess: async () => {
      setChosen(null)
      await queries.invalidateQueries({ queryKey: reportKey(place) })
    },
  })
  const pdf = useMutation({
    mutationFn: () =>
      download(reporting.readWorksheet, { params: place, query: { format: 'pdf' } }),
  })
  const failed = look.error ?? take.error ?? pdf.error
  return (
    <>
      <Space wrap className="papers">
        <Button size="small" href={`${address}/worksheet`}>
          导出情况表（Word）
        </Button>
        <Button size="small" loading={pdf.isPending} onClick={() => pdf.mutate()}>
          导出情况表（PDF）
        </Button>
        <Button size="small" href={`${address}/workbook`}>
          导出工作簿（Excel）
        </Button>
        {report.may.enter && (
          <>
            <FileButton
              size="small"
              loading={look.isPending}
              accept=".xlsx"
              label="选择填好的工作簿"
              onFiles={([file]) => file && look.mutate(file)}
            >
              导入填好的工作簿
            </FileButton>
          </>
        )}
      </Space>
      {failed !== null && <Trouble error={failed} />}
      {chosen !== null && (
        <Preview
          chosen={chosen}
          pending={take.isPending}
          onTake={() => take.mutate(chosen)}
          onCancel={() => setChosen(null)}
        />
      )}
    </>
  )
}
