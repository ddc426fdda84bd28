import { type Block, reporting } from '@kaohe/contract'
import { useQuery } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import { call } from '../../api/client.ts'
import { Trouble } from '../../parts/trouble.tsx'

function Rows({ rows }: { readonly rows: readonly (readonly string[])[] }) {
  return (
    // A table of a document may be wider than the screen.
    <div className="preview-table" tabIndex={0} role="group" aria-label="文档里的表格">
      <table>
        <tbody>
          {rows.map((row, at) => (
            // The text of a file does not change.
            <tr key={at}>
              {row.map((cell, i) => (
                <td key={i}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function One({ block }: { readonly block: Block }) {
  if (block.kind === 'table') return <Rows rows={block.rows} />
  return <p className={block.heading ? 'preview-heading' : 'preview-line'}>{block.text}</p>
}

/** The words of a document: text only, so that nothing in it can run. */
export function PreviewText({ file }: { readonly file: string }) {
  const text = useQuery({
    queryKey: ['preview', file],
    queryFn: () => call(reporting.previewEvidence, { params: { file } }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
  if (text.isError) return <Trouble error={text.error} />
  if (text.isPending) return <Skeleton active />
  return (
    <>
      <p className="field-note">只显示文字，图片和格式请下载后看。</p>
      {text.data.parts.map(({ title, blocks }, at) => (
        <div key={title ?? at}>
          {title !== null && <p className="preview-heading">{title}</p>}
          {blocks.length === 0 && <p className="field-note">里面没有文字</p>}
          {blocks.map((block, i) => (
            <One key={i} block={block} />
          ))}
        </div>
      ))}
      {text.data.cut && <p className="field-note">后面还有，请下载后看。</p>}
    </>
  )
}
