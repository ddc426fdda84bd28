import { type PapersPage as Found, type PaperFormat, result } from '@kaohe/contract'
import { useMutation } from '@tanstack/react-query'
import { download } from '../../api/download.ts'
import { Button } from '../../parts/button.tsx'
import { Trouble } from '../../parts/trouble.tsx'

interface Props {
  readonly snapshot: string
  readonly paper: Found['papers'][number]
  readonly format: PaperFormat
  readonly unit?: { readonly unit: string; readonly name: string }
  readonly ranking?: boolean
}

/** Saves one paper. */
export function PrintPaper({ snapshot, paper, format, unit, ranking = false }: Props) {
  const print = useMutation({
    mutationFn: () =>
      download(result.printPaper, {
        params: { snapshot, paper: paper.id },
        body: { assessee: unit?.unit ?? null, ranking, format },
      }),
  })
  const about = unit === undefined ? paper.name : `${paper.name}：${unit.name}`
  return (
    <>
      <Button
        size="small"
        aria-label={format === 'pdf' ? `${about}（PDF）` : about}
        loading={print.isPending}
        onClick={() => print.mutate()}
      >
        {paper.name}
      </Button>
      {print.isError && <Trouble error={print.error} />}
    </>
  )
}
