import { followup, type Measure } from '@kaohe/contract'
import { useMutation } from '@tanstack/react-query'
import { Collapse, Radio, Select, Space } from 'antd'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { useMay } from '../../app/session.ts'
import { Button } from '../../parts/button.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { Attach } from '../reporting/attach.tsx'
import { Form, Labelled } from '../result/form.tsx'
import { type FollowupPageData, ofOffice, useFreshMeasures } from './data.ts'

interface Props {
  readonly one: Measure
  /** To whom it can be given; not known on the page of an owner. */
  readonly staff?: FollowupPageData['staff']
}

function Assign({ one, staff = [] }: Props) {
  const [owner, setOwner] = useState<string | null>(one.owner?.id ?? null)
  const [typed, setTyped] = useState({
    dueOn: one.dueOn ?? '',
    copies: one.copies.join('、'),
    places: one.places ?? '',
    persons: one.persons ?? '',
  })
  const put = (part: Partial<typeof typed>): void => setTyped({ ...typed, ...part })
  const onSuccess = useFreshMeasures()
  const save = useMutation({
    mutationFn: () =>
      call(followup.assignMeasure, {
        params: { measure: one.id },
        body: {
          owner,
          dueOn: typed.dueOn || null,
          copies: typed.copies.split(/[、,，]/).flatMap((each) => each.trim() || []),
          places: typed.places || null,
          persons: typed.persons || null,
          version: one.version,
        },
      }),
    onSuccess,
  })
  return (
    <Form label={`安排：${one.unitName}${one.name}`} onSubmit={() => save.mutate()}>
      <Select
        aria-label="谁负责"
        placeholder="谁负责"
        allowClear
        options={staff.map(({ id, name }) => ({ value: id, label: name }))}
        value={owner}
        onChange={(next: string | null | undefined) => setOwner(next ?? null)}
      />
      <Labelled label="期限" type="date" value={typed.dueOn} change={(dueOn) => put({ dueOn })} />
      <Labelled
        label="抄送（用顿号隔开）"
        value={typed.copies}
        change={(copies) => put({ copies })}
      />
      {one.kind.endsWith('quota') && (
        <Labelled label="名额怎样增减" value={typed.places} change={(places) => put({ places })} />
      )}
      {(one.kind === 'recommend' || one.kind === 'commend') && (
        <Labelled label="推荐哪些人" value={typed.persons} change={(persons) => put({ persons })} />
      )}
      <Button htmlType="submit" loading={save.isPending}>
        存下
      </Button>
      {save.isError && <Trouble error={save.error} />}
    </Form>
  )
}

function Write({ one }: Props) {
  const [kind, setKind] = useState<'progress' | 'minutes'>('progress')
  const [text, setText] = useState('')
  const onSuccess = useFreshMeasures()
  const write = useMutation({
    mutationFn: (done: boolean) =>
      call(followup.writeStep, {
        params: { measure: one.id },
        body: { kind, text, done, version: one.version },
      }),
    onSuccess,
  })
  return (
    <Form label={`记一笔：${one.unitName}${one.name}`} onSubmit={() => write.mutate(false)}>
      <Radio.Group
        aria-label="记什么"
        options={[
          { value: 'progress', label: '进展' },
          { value: 'minutes', label: '纪要' },
        ]}
        value={kind}
        onChange={({ target }) => setKind(target.value as 'progress' | 'minutes')}
      />
      <Labelled label="办了什么" rows={2} value={text} change={setText} />
      <Attach
        sending={ofOffice}
        object={one.id}
        label={`${one.unitName}${one.name}`}
        onDone={onSuccess}
      />
      <Space wrap>
        <Button htmlType="submit" disabled={text.trim() === ''} loading={write.isPending}>
          记下
        </Button>
        {one.state === 'open' && (
          <Button disabled={text.trim() === ''} onClick={() => write.mutate(true)}>
            记下，并报告完成
          </Button>
        )}
      </Space>
      {write.isError && <Trouble error={write.error} />}
    </Form>
  )
}

function Close({ one }: Props) {
  const [text, setText] = useState('')
  const onSuccess = useFreshMeasures()
  const close = useMutation({
    mutationFn: (passed: boolean) =>
      call(followup.closeMeasure, {
        params: { measure: one.id },
        body: { passed, text, version: one.version },
      }),
    onSuccess,
  })
  return (
    <Form label={`复查：${one.unitName}${one.name}`} onSubmit={() => close.mutate(true)}>
      <Labelled label="复查情况" rows={2} value={text} change={setText} />
      <Space wrap>
        <Button
          type="primary"
          htmlType="submit"
          disabled={text.trim() === ''}
          loading={close.isPending}
        >
          办到位，销号
        </Button>
        <Button disabled={text.trim() === ''} onClick={() => close.mutate(false)}>
          不到位，退回
        </Button>
      </Space>
      {close.isError && <Trouble error={close.error} />}
    </Form>
  )
}

/** What may be done next about a measure, folded until it is wanted. */
export function MeasureActs(props: Props) {
  const { one, staff } = props
  const mayAssign = useMay('followup.assign') && staff !== undefined
  const [mayTrack, mayClose] = [useMay('followup.track'), useMay('followup.close')]
  if (one.state === 'declined' || one.state === 'closed') return null
  const key = `${one.id}/${one.version}`
  const panels = [
    mayAssign && { key: 'assign', label: '安排', children: <Assign key={key} {...props} /> },
    mayTrack && { key: 'write', label: '记一笔', children: <Write key={key} one={one} /> },
    mayClose &&
      one.state === 'done' && {
        key: 'close',
        label: '复查销号',
        children: <Close key={key} one={one} />,
      },
  ].filter((panel) => panel !== false)
  if (panels.length === 0) return null
  return <Collapse size="small" items={panels} />
}
