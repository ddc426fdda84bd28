import { Alert, Skeleton, Space } from 'antd'
import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy, version } from 'pdfjs-dist'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../../parts/button.tsx'

// Put there by the build (see vite.config.ts): the worker, and the characters, fonts and decoders that a file
// does not bring along, which are fetched only when one needs them.
const FROM = '/pdf/'

GlobalWorkerOptions.workerSrc = `${FROM}build/pdf.worker.min.mjs?${version}`

async function bytesOf(address: string): Promise<ArrayBuffer> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${answer.status}`)
  return answer.arrayBuffer()
}

type Loaded = PDFDocumentProxy | 'loading' | 'broken'

function useDocument(address: string): Loaded {
  const [loaded, setLoaded] = useState<Loaded>('loading')
  useEffect(() => {
    let gone = false
    const open = async (): Promise<void> => {
      const task = getDocument({
        data: await bytesOf(address),
        cMapUrl: `${FROM}cmaps/`,
        standardFontDataUrl: `${FROM}standard_fonts/`,
        wasmUrl: `${FROM}wasm/`,
        // Our policy lets no compiled code in; the decoders have a plain form.
        useWasm: false,
        enableXfa: false,
      })
      const opened = await task.promise
      if (gone) await task.destroy()
      else setLoaded(opened)
    }
    open().catch(() => {
      if (!gone) setLoaded('broken')
    })
    return () => {
      gone = true
    }
  }, [address])
  useEffect(() => {
    if (typeof loaded === 'string') return undefined
    return () => void loaded.loadingTask.destroy()
  }, [loaded])
  return loaded
}

const MOST_SCALE = 2

function Page({ document: of, page, name }: PageProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    let task: { cancel(): void } | undefined
    let gone = false
    const draw = async (): Promise<void> => {
      const one = await of.getPage(page)
      const target = canvas.current
      if (gone || target === null) return
      const width = target.parentElement?.clientWidth ?? 600
      const fit = width / one.getViewport({ scale: 1 }).width
      const scale = Math.min(fit, MOST_SCALE) * Math.min(window.devicePixelRatio, MOST_SCALE)
      const viewport = one.getViewport({ scale })
      target.width = viewport.width
      target.height = viewport.height
      const drawing = one.render({ canvas: target, viewport })
      task = drawing
      await drawing.promise
    }
    // Turning the page breaks off what is being drawn.
    draw().catch(() => {})
    return () => {
      gone = true
      task?.cancel()
    }
  }, [of, page])
  return (
    <canvas ref={canvas} role="img" aria-label={`${name}，第 ${page} 页`} className="pdf-page" />
  )
}

interface PageProps {
  readonly document: PDFDocumentProxy
  readonly page: number
  readonly name: string
}

/** A PDF drawn page by page: what is in it is painted, and none of it runs. */
export default function PreviewPdf({ address, name }: PreviewPdfProps) {
  const loaded = useDocument(address)
  const [page, setPage] = useState(1)
  if (loaded === 'loading') return <Skeleton active />
  if (loaded === 'broken')
    return <Alert type="warning" showIcon title="这份 PDF 显示不出来，请下载后看" />
  return (
    <>
      <Space wrap>
        <Button size="small" disabled={page <= 1} onClick={() => setPage(page - 1)}>
          上一页
        </Button>
        <span role="status">
          第 {page} / {loaded.numPages} 页
        </span>
        <Button size="small" disabled={page >= loaded.numPages} onClick={() => setPage(page + 1)}>
          下一页
        </Button>
      </Space>
      <Page document={loaded} page={page} name={name} />
    </>
  )
}

export interface PreviewPdfProps {
  readonly address: string
  readonly name: string
}
