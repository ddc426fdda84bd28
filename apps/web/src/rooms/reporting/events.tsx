import {
  type Answer,
  type EvidenceFile,
  type Happening,
  type Happenings,
  reporting,
} from '@kaohe/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Checkbox, Space, Tag } from 'antd'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { Button } from '../../parts/button.tsx'
import { Listing } from '../../parts/listing.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { EventFiles } from './event-files.tsx'
import { EventForm, sayStanding, type Typed } from './event-form.tsx'
import { ReasonForm } from './reason-form.tsx'
import { changeReport, type Place, reportKey, withYields } from './save.ts'

type Saved = Answer<typeof reporting.addHappening>

function withRow(kinds: readonly Happenings[], row: Happening): Happenings[] {
  return kinds.map((kind) => {
    if (kind.id !== row.event) return kind
    const others = kind.rows.filter(({ id }) => id !== row.id)
    return {
      ...kind,
      rows: [...others, row].toSorted((a, b) => (a.happenedOn < b.happenedOn ? -1 : 1)),
    }
  })
}

interface Voided {
  readonly row: Happening
  readonly reason: string
  readonly version: number
}

interface Written {
  readonly kind: string
  readonly row: Happening | null
  readonly typed: Typed
  readonly version: number
}

function useRows(place: Place) {
  const queries = useQueryClient()
  const onSuccess = (saved: Saved): void =>
    changeReport(queries, place, (report) =>
      withYields({ ...report, events: withRow(report.events, saved.happening) }, saved),
    )
  const write = useMutation({
    mutationFn: ({ kind, row, typed, version }: Written) =>
      row === null
        ? call(reporting.addHappening, { params: place, body: { ...typed, event: kind } })
        : call(reporting.changeHappening, {
            params: { ...place, happening: row.id },
            body: { ...typed, version },
          }),
    onSuccess,
  })
  const toVoid = useMutation({
    mutationFn: ({ row, ...body }: Voided) =>
      call(reporting.voidHappening, { params: { ...place, happening: row.id }, body }),
    onSuccess,
  })
  const declare = useMutation({
    mutationFn: ({ kind, complete }: { kind: string; complete: boolean }) =>
      call(reporting.declareComplete, { params: { ...place, event: kind }, body: { complete } }),
    onSuccess: (saved, { kind }) =>
      changeReport(queries, place, (report) => {
        const events = report.events.map((one) =>
          one.id === kind ? { ...one, complete: saved.complete } : one,
        )
        return withYields({ ...report, events }, saved)
      }),
  })
  const stale = (): void => void queries.invalidateQueries({ queryKey: reportKey(place) })
  return { write, toVoid, declare, stale }
}

interface Props {
  readonly kind: Happenings
  readonly place: Place
  /** The files of the items that rest on it. */
  readonly files: readonly EvidenceFile[]
}

function columnsOf(
  { kind, place, files }: Props,
  onChange: (row: Happening) => void,
  onVoid: (row: Happening) => void,
) {
  const attributes = kind.attributes.map(({ id, name, unit }) => ({
    title: unit === null ? name : `${name}（${unit}）`,
    key: id,
    render: (_: unknown, row: Happening) => row.attributes[id] ?? '未填',
  }))
  const proofs = {
    title: '材料',
    className: 'cell-whole',
    key: 'files',
    render: (_: unknown, row: Happening) => (
      <EventFiles kind={kind} place={place} row={row} files={files} />
    ),
  }
  const acts = {
    title: '',
    key: 'acts',
    width: 120,
    render: (_: unknown, row: Happening) =>
      row.voidedBecause === null && (
        <Space size={4}>
          <Button size="small" type="link" onClick={() => onChange(row)}>
            改正
          </Button>
          <Button size="small" type="link" onClick={() => onVoid(row)}>
            作废
          </Button>
        </Space>
      ),
  }
  return [
    {
      title: '日期',
      key: 'date',
      width: 120,
      render: (_: unknown, row: Happening) => (
        <>
          {row.happenedOn}
          {row.voidedBecause !== null && <Tag>已作废：{row.voidedBecause}</Tag>}
        </>
      ),
    },
    ...attributes,
    ...(kind.ruled.length > 0 && kind.evidence.length > 0 ? [proofs] : []),
    ...(kind.mine ? [acts] : []),
  ]
}

function Complete({ kind, onDeclare, pending }: CompleteProps) {
  if (!kind.mine)
    return <span className="field-state">{kind.complete ? '已报齐' : '还没有报齐'}</span>
  return (
    <Checkbox
      checked={kind.complete}
      disabled={pending}
      onChange={({ target }) => onDeclare(target.checked)}
    >
      已报齐：没有记下的就是没有发生
    </Checkbox>
  )
}

interface CompleteProps {
  readonly kind: Happenings
  readonly pending: boolean
  readonly onDeclare: (complete: boolean) => void
}

/** Events of a kind, one by one: what happened is written down, corrected, or voided with a reason. */
export function Events(props: Props) {
  const { kind, place } = props
  const { write, toVoid, declare, stale } = useRows(place)
  const [open, setOpen] = useState<Happening | 'new' | null>(null)
  const [voiding, setVoiding] = useState<Happening | null>(null)
  const row = open === 'new' ? null : open
  const close = (): void => {
    setVoiding(null)
    toVoid.reset()
  }
  const voidRow = (which: Happening, reason: string, version: number): void =>
    toVoid.mutate({ row: which, reason, version }, { onSuccess: close })
  const valid = kind.rows.filter(({ voidedBecause }) => voidedBecause === null).length
  return (
    <div className="events">
      <div className="events-head">
        <span>
          {kind.name} <span className="field-state">{valid} 件</span>
        </span>
        {kind.supplier !== null && <span className="field-state">由{kind.supplier}提供</span>}
        <span className="shell-space" />
        <Complete
          kind={kind}
          pending={declare.isPending}
          onDeclare={(complete) => declare.mutate({ kind: kind.id, complete })}
        />
        {kind.mine && open === null && (
          <Button size="small" onClick={() => setOpen('new')}>
            记一件
          </Button>
        )}
      </div>
      {kind.ruled.length > 0 && (
        <p className="field-note">
          自愿申报；由考核一方核实，{kind.ruled.join('、')}
          在结果公布以后可以看到。先在下面上传材料，再在这里说明每份是什么。
        </p>
      )}
      {declare.isError && <Trouble error={declare.error} />}
      {open !== null && (
        <EventForm
          key={row?.id ?? 'new'}
          kind={kind}
          place={place}
          row={row}
          pending={write.isPending}
          error={write.error}
          onSave={(typed, version, done) =>
            write.mutate(
              { kind: kind.id, row, typed, version },
              {
                onSuccess: () => {
                  done()
                  setOpen(null)
                },
              },
            )
          }
          onStale={() => {
            setOpen(null)
            write.reset()
            stale()
          }}
          onCancel={() => setOpen(null)}
        />
      )}
      {voiding !== null && (
        <ReasonForm
          key={voiding.id}
          label={`为什么作废 ${voiding.happenedOn} 的这一件`}
          action="作废"
          pending={toVoid.isPending}
          error={toVoid.error}
          over={{
            what: '这一件',
            theirs: (standing) => sayStanding(kind, standing),
            onMine: (reason, version) => voidRow(voiding, reason, version),
            onTheirs: () => {
              close()
              stale()
            },
          }}
          onSubmit={(reason) => voidRow(voiding, reason, voiding.version)}
          onCancel={close}
        />
      )}
      {kind.rows.length > 0 && (
        <Listing
          label={kind.name}
          size="small"
          rowKey="id"
          columns={columnsOf(props, setOpen, setVoiding)}
          dataSource={[...kind.rows].toReversed()}
          rowClassName={({ voidedBecause }) => (voidedBecause === null ? '' : 'voided')}
          pagination={{ pageSize: 5, hideOnSinglePage: true, size: 'small' }}
          scroll={{ x: 'max-content' }}
        />
      )}
    </div>
  )
}
