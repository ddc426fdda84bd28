import { followup, type Measure } from '@kaohe/contract'
import { Collapse, Radio, Select, Space } from 'antd'
import { call } from '../../api/client.ts'
import { useMay } from '../../app/session.ts'
import { Button } from '../../parts/button.tsx'
import { Refused } from '../../parts/refused.tsx'
import { useOver } from '../../parts/use-over.ts'
import { Attach } from '../reporting/attach.tsx'
import { Form, Labelled } from '../result/form.tsx'
import {
  type FollowupPageData,
  KIND,
  ofOffice,
  sayArranged,
  sayMeasure,
  sayStandingArranged,
  useFreshMeasures,
} from './data.ts'

interface Props {
  readonly one: Measure
  /** To whom it can be given; not known on the page of an owner. */
  readonly staff?: FollowupPageData['staff']
}

const copiesIn = (typed: string): string[] =>
  typed.split(/[、,，]/).flatMap((each) => each.trim() || [])

function Assign({ one, staff = [] }: Props) {
  const fresh = useFreshMeasures()
  const form = useOver({
    at: ['measure', one.id, 'arranged'],
    was: {
      owner: one.owner?.id ?? null,
      dueOn: one.dueOn ?? '',
      copies: one.copies.join('、'),
      places: one.places ?? '',
      persons: one.persons ?? '',
    },
    version: one.version,
    send: ({ owner, dueOn, copies, places, persons }, version) =>
      call(followup.assignMeasure, {
        params: { measure: one.id },
        body: {
          owner,
          dueOn: dueOn || null,
          copies: copiesIn(copies),
          places: places || null,
          persons: persons || null,
          version,
        },
      }),
    fresh,
  })
  const typed = form.value
  const put = (part: Partial<typeof typed>): void => form.write({ ...typed, ...part })
  const mine = sayArranged({
    owner: staff.find(({ id }) => id === typed.owner) ?? null,
    dueOn: typed.dueOn || null,
    copies: copiesIn(typed.copies),
    places: typed.places || null,
    persons: typed.persons || null,
  })
  return (
    <Form label={`安排：${one.unitName}${one.name}`} onSubmit={() => form.send()}>
      <Select
        aria-label="谁负责"
        placeholder="谁负责"
        allowClear
        options={staff.map(({ id, name }) => ({ value: id, label: name }))}
        value={typed.owner}
        onChange={(next: string | null | undefined) => put({ owner: next ?? null })}
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
      <Button htmlType="submit" loading={form.pending}>
        存下
      </Button>
      <Refused {...form.refused} what="这项安排" mine={mine} theirs={sayStandingArranged} />
    </Form>
  )
}

const NOTE = { kind: 'progress' as 'progress' | 'minutes', text: '' }

function Write({ one }: Props) {
  const fresh = useFreshMeasures()
  const form = useOver<typeof NOTE, boolean>({
    at: ['measure', one.id, 'note'],
    was: NOTE,
    version: one.version,
    send: (note, version, done) =>
      call(followup.writeStep, {
        params: { measure: one.id },
        body: { ...note, done, version },
      }),
    fresh,
  })
  const { kind, text } = form.value
  return (
    <Form label={`记一笔：${one.unitName}${one.name}`} onSubmit={() => form.send(false)}>
      <Radio.Group
        aria-label="记什么"
        options={[
          { value: 'progress', label: '进展' },
          { value: 'minutes', label: '纪要' },
        ]}
        value={kind}
        onChange={({ target }) => form.write({ kind: target.value as typeof kind, text })}
      />
      <Labelled
        label="办了什么"
        rows={2}
        value={text}
        change={(next) => form.write({ kind, text: next })}
      />
      <Attach
        sending={ofOffice}
        object={one.id}
        label={`${one.unitName}${one.name}`}
        onDone={fresh}
      />
      <Space wrap>
        <Button htmlType="submit" disabled={text.trim() === ''} loading={form.pending}>
          记下
        </Button>
        {one.state === 'open' && (
          <Button disabled={text.trim() === ''} onClick={() => form.send(true)}>
            记下，并报告完成
          </Button>
        )}
      </Space>
      <Refused
        {...form.refused}
        what="这一项"
        mine={`${form.how === true ? '报告完成，' : ''}${KIND[kind]}：${text}`}
        theirs={sayMeasure}
      />
    </Form>
  )
}

function Close({ one }: Props) {
  const form = useOver<string, boolean>({
    at: ['measure', one.id, 'recheck'],
    was: '',
    version: one.version,
    send: (text, version, passed) =>
      call(followup.closeMeasure, {
        params: { measure: one.id },
        body: { passed, text, version },
      }),
    fresh: useFreshMeasures(),
  })
  const text = form.value
  return (
    <Form label={`复查：${one.unitName}${one.name}`} onSubmit={() => form.send(true)}>
      <Labelled label="复查情况" rows={2} value={text} change={form.write} />
      <Space wrap>
        <Button
          type="primary"
          htmlType="submit"
          disabled={text.trim() === ''}
          loading={form.pending}
        >
          办到位，销号
        </Button>
        <Button disabled={text.trim() === ''} onClick={() => form.send(false)}>
          不到位，退回
        </Button>
      </Space>
      <Refused
        {...form.refused}
        what="这一项"
        mine={`${form.how === true ? '办到位，销号' : '不到位，退回'}：${text}`}
        theirs={sayMeasure}
      />
    </Form>
  )
}

/** What may be done next about a measure, folded until it is wanted. */
export function MeasureActs(props: Props) {
  const { one, staff } = props
  const mayAssign = useMay('followup.assign') && staff !== undefined
  const [mayTrack, mayClose] = [useMay('followup.track'), useMay('followup.close')]
  if (one.state === 'declined' || one.state === 'closed') return null
  const panels = [
    mayAssign && { key: 'assign', label: '安排', children: <Assign {...props} /> },
    mayTrack && { key: 'write', label: '记一笔', children: <Write one={one} /> },
    mayClose &&
      one.state === 'done' && {
        key: 'close',
        label: '复查销号',
        children: <Close one={one} />,
      },
  ].filter((panel) => panel !== false)
  if (panels.length === 0) return null
  return <Collapse size="small" items={panels} />
}
