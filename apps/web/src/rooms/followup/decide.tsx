import { type ConsequenceProposal, followup } from '@kaohe/contract'
import { useMutation } from '@tanstack/react-query'
import { Radio } from 'antd'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { Button } from '../../parts/button.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { Form, Labelled } from '../result/form.tsx'
import { useFreshMeasures } from './data.ts'

interface Props {
  readonly cycle: string
  readonly one: ConsequenceProposal
  readonly chosen: readonly string[]
  onDone(): void
}

const NEW = { reason: '', body: '', number: '', on: '', dueOn: '' }

/** Adopts a consequence for the chosen units, or does not, with the reason. */
export function Decide({ cycle, one, chosen, onDone }: Props) {
  const [adopt, setAdopt] = useState(true)
  const [typed, setTyped] = useState({ ...NEW, body: one.body ?? '' })
  const put = (part: Partial<typeof NEW>): void => setTyped({ ...typed, ...part })
  const fresh = useFreshMeasures()
  const decide = useMutation({
    mutationFn: () =>
      call(followup.decideConsequence, {
        params: { cycle, consequence: one.id },
        body: {
          assessees: [...chosen],
          adopt,
          reason: typed.reason,
          body: typed.body || null,
          number: typed.number || null,
          on: typed.on || null,
          dueOn: typed.dueOn || null,
        },
      }),
    onSuccess: async () => {
      onDone()
      await fresh()
    },
  })
  return (
    <Form label={`决定：${one.name}`} onSubmit={() => decide.mutate()}>
      <Radio.Group
        aria-label="采用吗"
        options={[
          { value: true, label: '采用' },
          { value: false, label: '不采用' },
        ]}
        value={adopt}
        onChange={({ target }) => setAdopt(target.value as boolean)}
      />
      <Labelled label="理由" rows={2} value={typed.reason} change={(reason) => put({ reason })} />
      <Labelled label="哪个会议" value={typed.body} change={(body) => put({ body })} />
      <Labelled label="哪一天" type="date" value={typed.on} change={(on) => put({ on })} />
      <Labelled
        label="文号（没有就空着）"
        value={typed.number}
        change={(number) => put({ number })}
      />
      {adopt && (
        <Labelled
          label="什么时候办完"
          type="date"
          value={typed.dueOn}
          change={(dueOn) => put({ dueOn })}
        />
      )}
      <Button
        type="primary"
        htmlType="submit"
        disabled={chosen.length === 0 || typed.reason.trim() === ''}
        loading={decide.isPending}
      >
        对选中的 {chosen.length} 个单位决定
      </Button>
      {decide.isError && <Trouble error={decide.error} />}
    </Form>
  )
}
