import { planning, type Sent } from '@kaohe/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Card, Collapse, Input, Skeleton, Table } from 'antd'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { Button } from '../../parts/button.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import type { CyclePageData } from './cycle-data.ts'
import { type Candidates, type KindsChosen, MapKinds } from './map-kinds.tsx'

type Body = NonNullable<Sent<typeof planning.assignAssessees>['body']>
type Groups = Readonly<Record<string, string>>

function GroupTable({
  units,
  groups,
  onGroup,
}: {
  readonly units: Candidates['units']
  readonly groups: Groups
  readonly onGroup: (unit: string, group: string) => void
}) {
  const columns = [
    { title: '单位', dataIndex: 'name' },
    {
      title: '成立日期',
      dataIndex: 'foundedOn',
      width: 130,
      render: (day: string | null) => day ?? '没有填',
    },
    {
      title: '分组（同组的一起排名）',
      key: 'group',
      width: 220,
      render: (_: unknown, { unit, name }: Candidates['units'][number]) => (
        <Input
          size="small"
          aria-label={`${name}的分组`}
          value={groups[unit] ?? ''}
          onChange={({ target }) => onGroup(unit, target.value)}
        />
      ),
    },
  ]
  return (
    <Table
      rowKey="unit"
      size="small"
      columns={columns}
      dataSource={units}
      pagination={{ pageSize: 20, hideOnSinglePage: true }}
      scroll={{ x: 560 }}
    />
  )
}

function bodyOf(found: Candidates, kinds: KindsChosen, groups: Groups): Body {
  const units = found.units.flatMap(({ unit, kind, peerGroup }) => {
    const group = groups[unit]?.trim() || null
    const type = kinds[kind]?.type ?? null
    return group === peerGroup || type === null ? [] : [{ unit, type, group }]
  })
  const all = Object.entries(kinds)
  return {
    kinds: Object.fromEntries(all.map(([kind, { type }]) => [kind, type])),
    levels: Object.fromEntries(all.map(([kind, { level }]) => [kind, level])),
    units,
  }
}

// What was said before there were such sayings stands in the list of those assessed.
function kindsNow(found: Candidates, cycle: CyclePageData): KindsChosen {
  const types = new Map(cycle.assessees.map(({ unit, type }) => [unit, type]))
  return Object.fromEntries(
    found.kinds.map(({ kind, said, type, level }) => {
      const some = found.units.find((unit) => unit.kind === kind && types.has(unit.unit))
      const listed = some === undefined ? null : (types.get(some.unit) ?? null)
      return [kind, { type: said || types.size === 0 ? type : listed, level }]
    }),
  )
}

function Mapping({ cycle, found }: { readonly cycle: CyclePageData; readonly found: Candidates }) {
  const queries = useQueryClient()
  const [kinds, setKinds] = useState<KindsChosen>(() => kindsNow(found, cycle))
  const [groups, setGroups] = useState<Groups>(() =>
    Object.fromEntries([
      ...found.units.map(({ unit, peerGroup }) => [unit, peerGroup ?? '']),
      ...cycle.assessees.map(({ unit, group }) => [unit, group ?? '']),
    ]),
  )
  const assign = useMutation({
    mutationFn: () =>
      call(planning.assignAssessees, {
        params: { cycle: cycle.id },
        body: bodyOf(found, kinds, groups),
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['cycle', cycle.id] }),
  })
  const rules = found.types.filter(({ rule }) => rule !== null)
  return (
    <Card size="small" title="哪些单位作为哪类考核对象" style={{ marginBottom: 16 }}>
      <MapKinds
        found={found}
        kinds={kinds}
        onChange={(kind, chosen) => setKinds((before) => ({ ...before, [kind]: chosen }))}
      />
      {rules.map(({ id, name, rule }) => (
        <p key={id} className="muted">
          {name}的资格：{rule}。满不满由程序按成立日期判定，理由列在下面。
        </p>
      ))}
      <Collapse
        size="small"
        items={[
          {
            key: 'groups',
            label: '分组',
            children: (
              <GroupTable
                units={found.units.filter(({ kind }) => kinds[kind]?.type !== null)}
                groups={groups}
                onGroup={(unit, group) => setGroups((before) => ({ ...before, [unit]: group }))}
              />
            ),
          },
        ]}
      />
      <p>
        <Button type="primary" loading={assign.isPending} onClick={() => assign.mutate()}>
          列为考核对象
        </Button>
        {assign.data !== undefined && (
          <span role="status" className="clause">
            参加 {assign.data.taking} 个，不参加 {assign.data.excluded} 个，其中待定{' '}
            {assign.data.undecided} 个
          </span>
        )}
      </p>
      {assign.isError && <Trouble error={assign.error} />}
    </Card>
  )
}

/** The organiser maps kinds of units to kinds of assessee, and units to groups. */
export function MapUnits({ cycle }: { readonly cycle: CyclePageData }) {
  const found = useQuery({
    queryKey: ['candidates', cycle.id],
    queryFn: () => call(planning.readCandidates, { params: { cycle: cycle.id } }),
  })
  if (found.isError) return <Trouble error={found.error} onRetry={() => void found.refetch()} />
  if (found.isPending) return <Skeleton active />
  return <Mapping cycle={cycle} found={found.data} />
}
