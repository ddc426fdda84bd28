import { type Audience, type PublicPart, result } from '@kaohe/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Checkbox, Radio } from 'antd'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { Button } from '../../parts/button.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import type { SnapshotPageData } from './data.ts'
import { Choice, Form, Labelled } from './form.tsx'
import { AUDIENCES, PUBLIC_PARTS, publicitiesQuery } from './publicity-data.ts'

const NEW = { title: '', note: '', days: '5', startsOn: '', event: '' }

/** Asks the ratifying body to consent to a publicity of chosen parts. */
export function AskPublicity({ data }: { readonly data: SnapshotPageData }) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const { cycle } = data
  const [typed, setTyped] = useState({ ...NEW, title: `${data.title}结果公示` })
  const [parts, setParts] = useState<readonly PublicPart[]>(['grades'])
  const [audience, setAudience] = useState<readonly Audience[]>(['units'])
  const [working, setWorking] = useState(true)
  const [hangs, setHangs] = useState(false)
  const put = (part: Partial<typeof NEW>): void => setTyped({ ...typed, ...part })
  const ask = useMutation({
    mutationFn: () =>
      call(result.askPublicity, {
        params: { snapshot: data.snapshot.id },
        body: {
          title: typed.title,
          note: typed.note,
          parts: [...parts],
          audience: [...audience],
          days: Number(typed.days),
          working,
          startsOn: (!hangs && typed.startsOn) || null,
          event: (hangs && typed.event) || null,
        },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries(publicitiesQuery(cycle))
      await navigate({ to: '/cycles/$cycle/publicities', params: { cycle } })
    },
  })
  return (
    <Form label="拟公示" onSubmit={() => ask.mutate()}>
      <h2>公示</h2>
      <p className="muted">提请审定机构同意以后才公示；只公示选中的部分，期满或撤下就看不到。</p>
      <Labelled label="标题" value={typed.title} change={(title) => put({ title })} />
      <Choice label="公示什么">
        <Checkbox.Group options={PUBLIC_PARTS} value={[...parts]} onChange={setParts} />
      </Choice>
      <Choice label="给谁看">
        <Checkbox.Group options={AUDIENCES} value={[...audience]} onChange={setAudience} />
      </Choice>
      <Labelled
        label="公示几天（首尾都算；末日遇休息日顺延）"
        type="number"
        value={typed.days}
        change={(days) => put({ days })}
      />
      <Choice label="按什么日子算">
        <Radio.Group
          options={[
            { value: true, label: '按工作日' },
            { value: false, label: '按自然日' },
          ]}
          value={working}
          onChange={({ target }) => setWorking(target.value as boolean)}
        />
      </Choice>
      <Choice label="什么时候开始">
        <Radio.Group
          options={[
            { value: false, label: '定下日期' },
            { value: true, label: '随一件事开始' },
          ]}
          value={hangs}
          onChange={({ target }) => setHangs(target.value as boolean)}
        />
      </Choice>
      {hangs ? (
        <Labelled
          label="随哪件事开始（例如全委会期间；开始那天再定日期）"
          value={typed.event}
          change={(event) => put({ event })}
        />
      ) : (
        <Labelled
          label="从哪天起"
          type="date"
          value={typed.startsOn}
          change={(startsOn) => put({ startsOn })}
        />
      )}
      <Labelled
        label="有意见向谁反映"
        rows={2}
        value={typed.note}
        change={(note) => put({ note })}
      />
      <Button
        type="primary"
        htmlType="submit"
        loading={ask.isPending}
        disabled={parts.length === 0 || audience.length === 0}
      >
        提请同意
      </Button>
      {ask.isError && <Trouble error={ask.error} />}
    </Form>
  )
}
