import type { PaperFormat } from '@kaohe/contract'
import { useQuery } from '@tanstack/react-query'
import { Skeleton, Space } from 'antd'
import { useState } from 'react'
import { Trouble } from '../../parts/trouble.tsx'
import { papersQuery } from './paper-data.ts'
import { FormatChoice } from './paper-format.tsx'
import { PrintPaper } from './print-paper.tsx'

interface Props {
  readonly snapshot: string
  readonly unit: { readonly unit: string; readonly name: string }
}

/** The papers about one unit, beside its result. */
export function UnitPapers({ snapshot, unit }: Props) {
  const [format, setFormat] = useState<PaperFormat>('pdf')
  const found = useQuery(papersQuery(snapshot))
  if (found.isError) return <Trouble error={found.error} onRetry={() => void found.refetch()} />
  if (found.isPending) return <Skeleton active />
  return (
    <section aria-labelledby="unit-papers" className="no-print">
      <h2 id="unit-papers">文书</h2>
      <FormatChoice value={format} choose={setFormat} />
      <Space wrap>
        {found.data.papers
          .filter(({ about }) => about === 'unit')
          .map((paper) => (
            <PrintPaper
              key={paper.id}
              snapshot={snapshot}
              paper={paper}
              unit={unit}
              format={format}
            />
          ))}
      </Space>
    </section>
  )
}
