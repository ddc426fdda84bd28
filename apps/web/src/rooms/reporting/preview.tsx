import type { EvidenceFile } from '@kaohe/contract'
import { Skeleton } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { Button } from '../../parts/button.tsx'
import { PreviewText } from './preview-text.tsx'

// The program that draws PDF is larger than a page of ours; it comes when one is looked at.
const PreviewPdf = lazy(() => import('./preview-pdf.tsx'))

type File = Pick<EvidenceFile, 'id' | 'name' | 'type'>

const WORDS = /\.(?:docx|xlsx|csv|txt)$/i

function how({ name, type }: File): 'pdf' | 'text' | null {
  if (type === 'application/pdf') return 'pdf'
  return WORDS.test(name) ? 'text' : null
}

/** What is in a file, without saving it: PDF drawn, Word and Excel as text, pictures as they are. */
export function Look({ file }: { readonly file: File }) {
  if (/^image\/(?:jpeg|png|gif|webp)$/.test(file.type))
    return <img src={`/api/evidence/${file.id}`} alt={file.name} className="look-picture" />
  const kind = how(file)
  if (kind === 'text') return <PreviewText file={file.id} />
  if (kind === null) return <p className="field-note">这种文件不能在网页里看，请下载。</p>
  return (
    <Suspense fallback={<Skeleton active />}>
      <PreviewPdf address={`/api/evidence/${file.id}`} name={file.name} />
    </Suspense>
  )
}

/** The same, opened when one wants to. */
export function Preview({ file }: { readonly file: File }) {
  const [open, setOpen] = useState(false)
  const kind = how(file)
  if (kind === null) return null
  return (
    <>
      <Button
        size="small"
        type="text"
        aria-expanded={open}
        aria-label={`${open ? '收起' : '预览'}：${file.name}`}
        onClick={() => setOpen(!open)}
      >
        {open ? '收起' : '预览'}
      </Button>
      {open && (
        <section className="preview" aria-label={`预览：${file.name}`}>
          <Look file={file} />
        </section>
      )}
    </>
  )
}
