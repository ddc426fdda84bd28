import { type InspectedUnit, review } from '@kaohe/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, Popconfirm, Select, Skeleton } from 'antd'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { Button } from '../../parts/button.tsx'
import { Crumbs, toCycle } from '../../parts/crumbs.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { day } from '../../parts/when.ts'
import { CheckField } from './inspection-check.tsx'
import { type InspectionData, inspectionKey, useQueue } from './inspection-queue.ts'
import './review.css'
import './inspection.css'

interface Props {
  readonly cycle: string
  readonly data: InspectionData
}

function useHand(cycle: string, assessee: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (handed: boolean) =>
      call(review.handInspection, { params: { cycle, assessee }, body: { handed } }),
    onSuccess: ({ unit }) =>
      queries.setQueryData<InspectionData>(
        inspectionKey(cycle),
        (data) =>
          data && {
            ...data,
            units: data.units.map((one) => (one.unit === unit.unit ? unit : one)),
          },
      ),
  })
}

function Hand({ cycle, unit, waiting }: HandProps) {
  const hand = useHand(cycle, unit.unit)
  const lacking = unit.subjects.length - unit.findings.length
  if (unit.handedAt !== null)
    return (
      <div className="check-hand">
        <p role="status">
          {day(unit.handedAt)}已提交，计入结果。
          {hand.data !== undefined && hand.data.kept.length > 0 && (
            <> 部门已经提供的没有改动：{hand.data.kept.join('、')}。</>
          )}
        </p>
        <Popconfirm
          title="撤回以后不再计入，改好再提交。撤回吗？"
          okText="撤回"
          cancelText="不撤"
          onConfirm={() => hand.mutate(false)}
        >
          <Button loading={hand.isPending}>撤回检查单</Button>
        </Popconfirm>
        {hand.isError && <Trouble error={hand.error} />}
      </div>
    )
  return (
    <div className="check-hand">
      <Button
        type="primary"
        size="large"
        disabled={lacking > 0 || waiting > 0}
        loading={hand.isPending}
        onClick={() => hand.mutate(true)}
      >
        {waiting > 0
          ? `还有 ${waiting} 项没有发出`
          : lacking > 0
            ? `还有 ${lacking} 项没有查`
            : '提交这张检查单'}
      </Button>
      {hand.isError && <Trouble error={hand.error} />}
    </div>
  )
}

interface HandProps {
  readonly cycle: string
  readonly unit: InspectedUnit
  readonly waiting: number
}

const sayUnit = ({ name, subjects, findings, handedAt }: InspectedUnit): string =>
  `${name}（${handedAt === null ? `已查 ${findings.length} / ${subjects.length}` : '已提交'}）`

function Sheet({ cycle, data }: Props) {
  const { queue, lost, put } = useQueue(cycle)
  const [picked, setPicked] = useState(data.units[0]?.unit)
  const unit = data.units.find((one) => one.unit === picked)
  const waiting = queue.filter(({ refused }) => refused === null).length
  if (unit === undefined) return <p>本年度没有要检查的单位。</p>
  const mine = queue.filter(({ assessee }) => assessee === unit.unit)
  const writable = data.mine && !unit.own && unit.handedAt === null
  return (
    <>
      {lost && waiting > 0 && (
        <Alert
          type="warning"
          showIcon
          title={`没有信号：${waiting} 项已存在本机，有信号时自动发出；发出以前请不要关闭或刷新这一页`}
        />
      )}
      <Select
        aria-label="检查哪个单位"
        className="check-unit"
        showSearch
        optionFilterProp="label"
        value={unit.unit}
        onChange={setPicked}
        options={data.units.map((one) => ({ value: one.unit, label: sayUnit(one) }))}
      />
      {unit.own && <p>您在这个单位任职，由其他人检查。</p>}
      <ol className="checks">
        {data.checks
          .filter(({ subject }) => unit.subjects.includes(subject))
          .map((check) => (
            <CheckField
              key={`${unit.unit}/${check.subject}/${writable}`}
              check={check}
              finding={unit.findings.find(({ subject }) => subject === check.subject)}
              queued={mine.find(({ subject }) => subject === check.subject)}
              lost={lost}
              writable={writable}
              onFind={(text, note) =>
                put({ assessee: unit.unit, subject: check.subject, text, note })
              }
            />
          ))}
      </ol>
      {data.mine && !unit.own && (
        <Hand key={unit.unit} cycle={cycle} unit={unit} waiting={mine.length} />
      )}
      <p>
        现场照片请记在
        <Link to="/cycles/$cycle/observations" params={{ cycle }}>
          平时观察
        </Link>
        里，评价时能看到。
      </p>
    </>
  )
}

/** The checklist of an inspection, for a phone where there is no signal. */
export function InspectionPage() {
  const { cycle } = useParams({ from: '/signed-in/cycles/$cycle/inspection' })
  const found = useQuery({
    queryKey: inspectionKey(cycle),
    queryFn: () => call(review.readInspection, { params: { cycle } }),
    // What one looks at must not be lost because a look for news finds no signal.
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (found.data === undefined) {
    if (found.isError) return <Trouble error={found.error} onRetry={() => void found.refetch()} />
    return <Skeleton active />
  }
  const { title, checks } = found.data
  return (
    <>
      <Crumbs way={toCycle({ cycle, title })} here="实地检查" />
      <h1>实地检查</h1>
      {checks.length === 0 ? (
        <p>方案里没有由检查组给出的分数和数据。</p>
      ) : (
        <Sheet cycle={cycle} data={found.data} />
      )}
    </>
  )
}
