import { type Answer, type EvidenceFile, type Observation, reporting } from '@kaohe/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Card, Empty, Image, Input, Select, Skeleton, Typography } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import { ApiProblem, call } from '../../api/client.ts'
import { useMay, useMe } from '../../app/session.ts'
import { draftKey, readDraft, writeDraft } from '../../parts/drafts.ts'
import type { Standing } from '../../parts/refused.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { DemoDay } from './demo-day.tsx'
import { isPicture } from './evidence.tsx'
import { Preview } from './preview.tsx'
import { ReasonForm } from './reason-form.tsx'
import './reporting.css'
import { Button } from '../../parts/button.tsx'
import { FileButton } from '../../parts/file-button.tsx'
import { saySize } from './say.ts'
import { SendingList, useSending } from './sending.tsx'
import { toObservation } from './upload.ts'

type Found = Answer<typeof reporting.listObservations>

interface Typed {
  readonly unit: string
  readonly item: string
  readonly observedOn: string
  readonly text: string
}

const EMPTY: Typed = { unit: '', item: '', observedOn: '', text: '' }

const named = (all: readonly { readonly id: string; readonly name: string }[]) =>
  all.map(({ id, name }) => ({ value: id, label: name }))

function Labelled({ id, label, children }: LabelledProps) {
  return (
    <div className="event-field">
      <label htmlFor={id}>{label}</label>
      {children}
    </div>
  )
}

interface LabelledProps {
  readonly id: string
  readonly label: string
  readonly children: ReactNode
}

function Write({ cycle, found }: { readonly cycle: string; readonly found: Found }) {
  const id = useId()
  const { person } = useMe()
  const queries = useQueryClient()
  const key = draftKey(person.id, cycle, 'observation')
  const [typed, setTyped] = useState<Typed>(() => (readDraft(key) as Typed | null) ?? EMPTY)
  const change = (part: Partial<Typed>): void => {
    const next = { ...typed, ...part }
    writeDraft(key, next)
    setTyped(next)
  }
  const add = useMutation({
    mutationFn: () => call(reporting.addObservation, { params: { cycle }, body: typed }),
    onSuccess: async () => {
      writeDraft(key, null)
      setTyped({ ...EMPTY, unit: typed.unit, item: typed.item })
      await queries.invalidateQueries({ queryKey: ['observations', cycle] })
    },
  })
  const complete = typed.unit && typed.item && typed.observedOn && typed.text.trim()
  const pick = { showSearch: true, optionFilterProp: 'label', style: { width: '100%' } } as const
  return (
    <form
      className="event-form"
      aria-label="记一次观察"
      onSubmit={(event) => {
        event.preventDefault()
        add.mutate()
      }}
    >
      <div className="event-fields">
        <Labelled id={`${id}-unit`} label="单位">
          <Select
            id={`${id}-unit`}
            {...pick}
            options={named(found.units)}
            value={typed.unit || null}
            onChange={(unit) => change({ unit: unit ?? '' })}
          />
        </Labelled>
        <Labelled id={`${id}-item`} label="指标">
          <Select
            id={`${id}-item`}
            {...pick}
            options={named(found.items)}
            value={typed.item || null}
            onChange={(item) => change({ item: item ?? '' })}
          />
        </Labelled>
        <Labelled id={`${id}-on`} label="哪一天">
          <Input
            id={`${id}-on`}
            type="date"
            value={typed.observedOn}
            onChange={({ target }) => change({ observedOn: target.value })}
          />
        </Labelled>
      </div>
      <Labelled id={`${id}-text`} label="看到什么">
        <Input.TextArea
          id={`${id}-text`}
          autoSize={{ minRows: 2, maxRows: 10 }}
          maxLength={2000}
          value={typed.text}
          onChange={({ target }) => change({ text: target.value })}
        />
      </Labelled>
      {add.error instanceof ApiProblem && (
        <p className="field-problem" role="alert">
          {add.error.problem.title}
        </p>
      )}
      <Button type="primary" htmlType="submit" loading={add.isPending} disabled={!complete}>
        记下
      </Button>
    </form>
  )
}

function FileRow({ file }: { readonly file: EvidenceFile }) {
  const address = `/api/evidence/${file.id}`
  return (
    <li className="file">
      {isPicture(file) && (
        <Image src={address} alt={file.name} width={48} height={48} className="thumb" />
      )}
      <span className="file-name">
        <a href={address} download={file.name}>
          {file.name}
        </a>
        <span className="field-state">{saySize(file.size)}</span>
      </span>
      <Preview file={file} />
    </li>
  )
}

function Files({ one, cycle, mayWrite }: RowProps) {
  const queries = useQueryClient()
  const { sending, send } = useSending(toObservation(cycle, one.id), () =>
    queries.invalidateQueries({ queryKey: ['observations', cycle] }),
  )
  return (
    <>
      {one.files.length > 0 && (
        <ul className="files">
          {one.files.map((file) => (
            <FileRow key={file.id} file={file} />
          ))}
        </ul>
      )}
      <SendingList sending={sending} />
      {mayWrite && (
        <>
          <FileButton
            size="small"
            type="text"
            multiple
            label={`为 ${one.observedOn} 的观察选择照片或材料`}
            onFiles={(files) => void send(files)}
          >
            添加照片或材料
          </FileButton>
        </>
      )}
    </>
  )
}

function sayObservation(standing: Standing): string {
  const one = standing as Observation | null
  if (one === null) return '没有这次观察'
  return one.voidedBecause === null ? one.text : `已作废：${one.voidedBecause}\n${one.text}`
}

function Row({ one, cycle, mayWrite }: RowProps) {
  const queries = useQueryClient()
  const [voiding, setVoiding] = useState(false)
  const close = (): void => setVoiding(false)
  const fresh = () => {
    close()
    return queries.invalidateQueries({ queryKey: ['observations', cycle] })
  }
  const toVoid = useMutation({
    mutationFn: (body: { reason: string; version: number }) =>
      call(reporting.voidObservation, { params: { cycle, observation: one.id }, body }),
    onSuccess: fresh,
  })
  return (
    <Card size="small" className={one.voidedBecause === null ? 'item' : 'item voided'}>
      <p className="field-state">
        {[one.observedOn, one.unitName, one.itemName, one.by].filter(Boolean).join(' · ')}
      </p>
      <p className="observation">{one.text}</p>
      <Files one={one} cycle={cycle} mayWrite={mayWrite && one.voidedBecause === null} />
      {one.voidedBecause !== null && <p className="field-note">已作废：{one.voidedBecause}</p>}
      {mayWrite && one.voidedBecause === null && !voiding && (
        <Button size="small" type="text" onClick={() => setVoiding(true)}>
          作废
        </Button>
      )}
      {voiding && (
        <ReasonForm
          label="为什么作废"
          action="作废"
          pending={toVoid.isPending}
          error={toVoid.error}
          over={{
            what: '这次观察',
            theirs: sayObservation,
            onMine: (reason, version) => toVoid.mutate({ reason, version }),
            onTheirs: () => {
              toVoid.reset()
              void fresh()
            },
          }}
          onSubmit={(reason) => toVoid.mutate({ reason, version: one.version })}
          onCancel={close}
        />
      )}
    </Card>
  )
}

interface RowProps {
  readonly one: Observation
  readonly cycle: string
  readonly mayWrite: boolean
}

/** What departments saw during the year: dated, on a unit and an indicator. Units do not see it. */
export function ObservationsPage() {
  const { cycle } = useParams({ from: '/signed-in/cycles/$cycle/observations' })
  const mayWrite = useMay('observation.write')
  const [unit, setUnit] = useState<string | null>(null)
  const found = useQuery({
    queryKey: ['observations', cycle, unit],
    queryFn: () =>
      call(reporting.listObservations, {
        params: { cycle },
        query: unit === null ? {} : { unit },
      }),
    placeholderData: (before) => before,
  })
  if (found.isError) return <Trouble error={found.error} onRetry={() => void found.refetch()} />
  if (found.isPending) return <Skeleton active />
  const { observations, units, title, clock } = found.data
  return (
    <>
      <Typography.Title level={1} style={{ fontSize: 22 }}>
        平时观察
      </Typography.Title>
      <p>{title} · 只有本级看得到，评价时可以参考</p>
      <DemoDay clock={clock} />
      {mayWrite && <Write cycle={cycle} found={found.data} />}
      <Select
        aria-label="只看一个单位"
        allowClear
        showSearch
        optionFilterProp="label"
        placeholder="全部单位"
        options={named(units)}
        value={unit}
        onChange={(id: string | null | undefined) => setUnit(id ?? null)}
        style={{ minWidth: 220, marginBlock: 12 }}
      />
      {observations.length === 0 && <Empty description="还没有记录" />}
      {observations.map((one) => (
        <Row key={one.id} one={one} cycle={cycle} mayWrite={mayWrite} />
      ))}
    </>
  )
}
