import { result, type Sent } from '@kaohe/contract'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Space } from 'antd'
import { download } from '../../api/download.ts'
import { useMay } from '../../app/session.ts'
import { Button } from '../../parts/button.tsx'
import { Trouble } from '../../parts/trouble.tsx'

type Format = NonNullable<NonNullable<Sent<typeof result.printScoreBook>['body']>['format']>
const FORMATS: Readonly<Record<Format, string>> = { excel: 'Excel', word: 'Word', pdf: 'PDF' }

/** The book of scores: in Excel with formulas that compute the totals again, on paper with a page for each unit. */
export function ScoreBook({ snapshot }: { readonly snapshot: string }) {
  const book = useMutation({
    mutationFn: (format: Format) =>
      download(result.printScoreBook, { params: { snapshot }, body: { format } }),
  })
  return (
    <Space wrap>
      {(Object.keys(FORMATS) as Format[]).map((format) => (
        <Button
          key={format}
          size="small"
          loading={book.isPending && book.variables === format}
          onClick={() => book.mutate(format)}
        >
          计分册（{FORMATS[format]}）
        </Button>
      ))}
      {book.isError && <Trouble error={book.error} />}
    </Space>
  )
}

/** Where one goes from a result to what is printed of it. */
export function PaperLinks({ snapshot }: { readonly snapshot: string }) {
  const [mayPrint, mayBook] = [useMay('result.print'), useMay('result.book')]
  return (
    <Space wrap>
      {mayPrint && (
        <Link to="/snapshots/$snapshot/papers" params={{ snapshot }}>
          打印文书
        </Link>
      )}
      {mayBook && <ScoreBook snapshot={snapshot} />}
    </Space>
  )
}
