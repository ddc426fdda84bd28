import { type Answer, reporting, type SharedFact, type SharedTable } from '@kaohe/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Alert, Empty, Select, Skeleton, Space } from 'antd'
import { useState } from 'react'
import { ApiProblem, call } from '../../api/client.ts'
import { Crumbs, toCycle } from '../../parts/crumbs.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { DemoDay } from './demo-day.tsx'
import { base64Of } from './file-content.ts'
import './reporting.css'
import { Button } from '../../parts/button.tsx'
import { FileButton } from '../../parts/file-button.tsx'
import { cellKey, type TypedCells, useTypedCells } from './shared-drafts.ts'
import { SharedGrid } from './shared-grid.tsx'

type Found = Answer<typeof reporting.readShared>

interface CellSent {
  readonly unit: string
  readonly period: string | null
  readonly text: string
  readonly version: number
}

function sentOf(typed: TypedCells): CellSent[] {
  return Object.entries(typed).map(([key, { text, base }]) => {
    const at = key.indexOf('/')
    const period = key.slice(at + 1)
    return { unit: key.slice(0, at), period: period === '' ? null : period, text, version: base }
  })
}

/** The server names the place of a fault by its number in what was sent. */
function faultsOf(error: unknown, sent: readonly CellSent[]): ReadonlyMap<string, string> {
  const faults = error instanceof ApiProblem ? (error.problem.faults ?? []) : []
  return new Map(
    faults.flatMap(({ pointer, message }): [string, string][] => {
      const cell = sent[Number(/^\/body\/cells\/(\d+)/.exec(pointer)?.[1] ?? -1)]
      return cell === undefined ? [] : [[cellKey(cell.unit, cell.period), message]]
    }),
  )
}

function useSave(cycle: string, fact: string, settle: (sent: TypedCells) => void) {
  const queries = useQueryClient()
  const [sent, setSent] = useState<readonly CellSent[]>([])
  const save = useMutation({
    mutationFn: (typed: TypedCells) => {
      const cells = sentOf(typed)
      setSent(cells)
      return call(reporting.writeShared, { params: { cycle, fact }, body: { cells } })
    },
    // What is saved is on the page before the draft goes, so that nothing flickers back.
    onError: () => queries.invalidateQueries({ queryKey: ['shared', cycle] }),
    onSuccess: async (_, typed) => {
      await queries.invalidateQueries({ queryKey: ['shared', cycle] })
      settle(typed)
    },
  })
  return { save, faults: faultsOf(save.error, sent) }
}

function useSheet(cycle: string, fact: string) {
  return useMutation({
    mutationFn: async (file: File) => {
      const body = { name: file.name, content: await base64Of(file) }
      return call(reporting.lookAtSharedSheet, { params: { cycle, fact }, body })
    },
  })
}

/** One datum of all units, with what was typed and is not saved yet. */
function Filling({ cycle, fact, table, open }: FillingProps) {
  const { typed, change, settle, clear } = useTypedCells(cycle, fact.id)
  const { save, faults } = useSave(cycle, fact.id, settle)
  const sheet = useSheet(cycle, fact.id)
  const [strangers, setStrangers] = useState<readonly string[]>([])
  const count = Object.keys(typed).length
  const take = (file: File): void =>
    sheet.mutate(file, {
      onSuccess: ({ cells, refused }) => {
        if (refused.length > 0) return
        const rows = new Map(table.rows.map((row) => [row.unit, row]))
        change(
          cells.flatMap(({ unit, period, text }) => {
            const cell = rows.get(unit)?.cells.find((one) => one.period === period)
            return cell === undefined ? [] : [{ unit, cell, text }]
          }),
        )
      },
    })
  const refused = sheet.data?.refused ?? []
  return (
    <>
      <p className="muted">
        在这里填一次，各单位的填报里就有，并写明由谁提供；单位有不同意见可以提出异议。也可以从 Excel
        复制一块粘贴：第一列是单位名称时按名称对应，否则从所在的格往下、往右填。
      </p>
      <Space wrap className="papers">
        <Button
          type="primary"
          disabled={count === 0 || !open}
          loading={save.isPending}
          onClick={() => save.mutate(typed)}
        >
          {count === 0 ? '保存' : `保存 ${count} 处`}
        </Button>
        <Button disabled={count === 0} onClick={clear}>
          不保存，恢复原样
        </Button>
        <Button href={`/api/cycles/${cycle}/facts/${fact.id}/sheet`}>导出表格（Excel）</Button>
        <FileButton
          loading={sheet.isPending}
          disabled={!open}
          accept=".xlsx,.csv"
          label="选择填好的表格"
          onFiles={([file]) => file && take(file)}
        >
          读入填好的表格
        </FileButton>
      </Space>
      {save.isError && <Trouble error={save.error} />}
      {sheet.isError && <Trouble error={sheet.error} />}
      {strangers.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={`粘贴的内容里有 ${strangers.length} 个名称对不上，没有填：${strangers.join('、')}`}
        />
      )}
      {refused.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={`表格里有 ${refused.length} 处对不上，都没有读入`}
          description={
            <ul className="plain">
              {refused.slice(0, 50).map(({ place, message }) => (
                <li key={`${place}/${message}`}>
                  {place}：{message}
                </li>
              ))}
            </ul>
          }
        />
      )}
      <SharedGrid
        fact={fact}
        table={table}
        typed={typed}
        faults={faults}
        disabled={!open}
        onChange={change}
        onStrangers={setStrangers}
      />
    </>
  )
}

interface FillingProps {
  readonly cycle: string
  readonly fact: SharedFact
  readonly table: SharedTable
  readonly open: boolean
}

function optionsOf({ facts }: Found) {
  return facts.map(({ id, name, filled, supplier }) => ({
    value: id,
    label: `${name}（${supplier}，已有 ${filled} 个）`,
  }))
}

/** What departments know of many units: said here once, and typed by no unit. */
export function SharedPage() {
  const { cycle } = useParams({ from: '/signed-in/cycles/$cycle/facts' })
  const { fact } = useSearch({ from: '/signed-in/cycles/$cycle/facts' })
  const navigate = useNavigate()
  const found = useQuery({
    queryKey: ['shared', cycle, fact],
    queryFn: () =>
      call(reporting.readShared, { params: { cycle }, query: fact === undefined ? {} : { fact } }),
    placeholderData: (before) => before,
  })
  if (found.isError) return <Trouble error={found.error} onRetry={() => void found.refetch()} />
  if (found.isPending) return <Skeleton active />
  const { title, clock, facts, table, open } = found.data
  const chosen = facts.find(({ id }) => id === table?.fact)
  return (
    <>
      <Crumbs way={toCycle({ cycle, title })} here="统一提供的数据" />
      <h1>统一提供的数据</h1>
      <DemoDay clock={clock} />
      {table === null || chosen === undefined ? (
        <Empty description="这个方案没有由本级提供的数据" />
      ) : (
        <>
          <Select
            aria-label="哪一个数据"
            showSearch
            optionFilterProp="label"
            value={chosen.id}
            options={optionsOf(found.data)}
            onChange={(id: string) =>
              void navigate({ to: '/cycles/$cycle/facts', params: { cycle }, search: { fact: id } })
            }
            style={{ width: '100%', maxWidth: 560, marginBottom: 8 }}
          />
          <Filling key={chosen.id} cycle={cycle} fact={chosen} table={table} open={open} />
        </>
      )}
    </>
  )
}
