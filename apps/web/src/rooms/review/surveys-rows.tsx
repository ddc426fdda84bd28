import type { SurveyColumn, SurveyRow } from '@kaohe/contract'
import { Table } from 'antd'
import { Scrolls } from '../../parts/scrolls.tsx'

interface Props {
  readonly label: string
  readonly rows: readonly SurveyRow[]
  readonly columns: readonly SurveyColumn[]
}

/** Figures of a survey, unit by unit; of a file that is looked at, with where they stand in it. */
export function SurveyRows({ label, rows, columns }: Props) {
  const used = new Set(rows.flatMap(({ cells }) => cells.map(({ subject }) => subject)))
  const placed = rows.some(({ place }) => place !== null)
  const shown = [
    ...(placed ? [{ title: '出处', key: 'place', render: (row: SurveyRow) => row.place }] : []),
    { title: '单位', key: 'name', render: (row: SurveyRow) => row.name },
    {
      title: '有效样本数',
      key: 'answers',
      align: 'right' as const,
      render: (row: SurveyRow) => <span className="points">{row.answers ?? '—'}</span>,
    },
    ...columns
      .filter(({ subject }) => used.has(subject))
      .map(({ subject, name }) => ({
        title: name,
        key: subject,
        align: 'right' as const,
        render: (row: SurveyRow) => (
          <span className="points">
            {row.cells.find((cell) => cell.subject === subject)?.text ?? '—'}
          </span>
        ),
      })),
  ]
  return (
    <Scrolls label={label}>
      <Table
        rowKey="unit"
        size="small"
        scroll={{ x: 'max-content' }}
        pagination={rows.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
        columns={shown}
        dataSource={[...rows]}
      />
    </Scrolls>
  )
}
