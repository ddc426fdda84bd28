import type { PapersPage as Found, PaperFormat } from '@kaohe/contract'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Alert, Checkbox, Collapse, Skeleton, Space } from 'antd'
import { useState } from 'react'
import { Crumbs, toSnapshot } from '../../parts/crumbs.tsx'
import { Listing } from '../../parts/listing.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { PARTS } from './data.ts'
import { papersQuery } from './paper-data.ts'
import { FormatChoice } from './paper-format.tsx'
import { PaperLook } from './paper-kind.tsx'
import { PaperPack } from './paper-pack.tsx'
import { PrintPaper } from './print-paper.tsx'
import { ScoreBook } from './score-book.tsx'
import './result.css'

type Unit = Found['units'][number]

const sayReleased = ({ released }: Unit): string =>
  released === null
    ? '还没有'
    : PARTS.filter(({ value }) => released.includes(value))
        .map(({ label }) => label)
        .join('、')

interface UnitsProps {
  readonly snapshot: string
  readonly data: Found
  readonly format: PaperFormat
  readonly chosen: readonly string[]
  choose(units: readonly string[]): void
}

function Units({ snapshot, data, format, chosen, choose }: UnitsProps) {
  const kinds = data.papers.filter(({ about }) => about === 'unit')
  const columns = [
    { title: '单位', dataIndex: 'name' },
    { title: '函件送给', dataIndex: 'leader' },
    { title: '已经反馈', key: 'released', render: (_: unknown, unit: Unit) => sayReleased(unit) },
    {
      title: '打印',
      key: 'print',
      render: (_: unknown, unit: Unit) => (
        <Space wrap>
          {kinds.map((paper) => (
            <PrintPaper
              key={paper.id}
              snapshot={snapshot}
              paper={paper}
              unit={unit}
              format={format}
            />
          ))}
        </Space>
      ),
    },
  ]
  return (
    <Listing
      label="各单位的文书"
      rowKey="unit"
      size="middle"
      scroll={{ x: 'max-content' }}
      pagination={data.units.length > 100 ? { pageSize: 100 } : false}
      columns={columns}
      dataSource={[...data.units]}
      rowSelection={{
        selectedRowKeys: [...chosen],
        onChange: (keys) => choose(keys.map(String)),
        getCheckboxProps: ({ name }) => ({ 'aria-label': `选择${name}` }),
        getTitleCheckboxProps: () => ({ 'aria-label': '选择全部单位' }),
      }}
    />
  )
}

type AllProps = Pick<UnitsProps, 'snapshot' | 'data' | 'format'> & Ranking

function All({ snapshot, data, format, ranking }: AllProps) {
  const kinds = data.papers.filter(({ about }) => about === 'all')
  return (
    <Space wrap>
      {kinds.map((paper) => (
        <PrintPaper
          key={paper.id}
          snapshot={snapshot}
          paper={paper}
          ranking={ranking}
          format={format}
        />
      ))}
      <ScoreBook snapshot={snapshot} />
    </Space>
  )
}

interface Ranking {
  readonly ranking: boolean
}

const WARNING = {
  draft: '结果还没有审定：打印出来的都带“内部 · 未审定”。',
  kept: '还没有反馈的单位，文书带“内部 · 未反馈”。给单位和领导的只写已经反馈的部分。',
}

// A template is Word: what a PDF looks like is not its business.
function aboutFormat({ papers }: Found, format: PaperFormat): string {
  if (format === 'word') return 'Word 可以再改；一页图是网页，在浏览器里打印。'
  const own = papers.filter(({ template }) => template !== null).map(({ name }) => name)
  const ours = 'PDF 照系统的格式，字体装在文件里，在哪里打开都一样。'
  if (own.length === 0) return ours
  return `${ours}${own.join('、')}的本单位模板只用于 Word；要模板的样子，请用 Word 另存为 PDF。`
}

/** What leaves the office of a result: one by one or all together, as the office writes it. */
export function PapersPage() {
  const { snapshot } = useParams({ from: '/signed-in/snapshots/$snapshot/papers' })
  const [chosen, choose] = useState<readonly string[]>([])
  const [ranking, setRanking] = useState(false)
  const [format, setFormat] = useState<PaperFormat>('word')
  const found = useQuery(papersQuery(snapshot))
  if (found.isError) return <Trouble error={found.error} onRetry={() => void found.refetch()} />
  if (found.isPending) return <Skeleton active />
  const { data } = found
  const unreleased = data.units.some(({ released }) => released === null)
  return (
    <>
      <Crumbs way={toSnapshot(data, snapshot, data.name)} here="文书" />
      <h1>{data.title}文书</h1>
      {(unreleased || !data.ratified) && (
        <Alert type="info" showIcon title={data.ratified ? WARNING.kept : WARNING.draft} />
      )}
      <FormatChoice value={format} choose={setFormat} />
      <p className="muted">{aboutFormat(data, format)}</p>
      <section aria-labelledby="all">
        <h2 id="all">全部单位一份</h2>
        <All snapshot={snapshot} data={data} ranking={ranking} format={format} />
        <p>
          <Checkbox checked={ranking} onChange={({ target }) => setRanking(target.checked)}>
            通报写名次（名次要已经反馈给全部单位）
          </Checkbox>
        </p>
      </section>
      <section aria-labelledby="units">
        <h2 id="units">每个单位一份</h2>
        <Units snapshot={snapshot} data={data} format={format} chosen={chosen} choose={choose} />
      </section>
      <PaperPack snapshot={snapshot} papers={data.papers} chosen={chosen} ranking={ranking} />
      <section aria-labelledby="looks">
        <h2 id="looks">文号、日期和模板</h2>
        <Collapse
          items={data.papers.map((paper) => ({
            key: paper.id,
            label: `${paper.name}的写法${paper.detail.number === '' ? '' : `　${paper.detail.number}`}${paper.template === null ? '' : '　用本单位的模板'}`,
            children: <PaperLook snapshot={snapshot} cycle={data.cycle} paper={paper} />,
          }))}
        />
      </section>
    </>
  )
}
