import { planning, result } from '@kaohe/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Select } from 'antd'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { useMe } from '../../app/session.ts'
import { Button } from '../../parts/button.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { Form, Labelled } from './form.tsx'

const OWN = ['suggestions']

function Mine() {
  const found = useQuery({ queryKey: OWN, queryFn: () => call(result.readOwnSuggestions) })
  return (
    <ul className="snapshots">
      {(found.data?.suggestions ?? []).map(({ id, title, text, settled }) => (
        <li key={id}>
          <span className="muted">{title}：</span>
          {text}
          {settled !== null && (
            <p className="work">
              <span className="muted">{settled.outcome === 'noted' ? '已记下：' : '答复：'}</span>
              {settled.text}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

/** Where a unit says what could be better about the assessment itself. */
export function Suggesting() {
  const queries = useQueryClient()
  const { post } = useMe()
  const cycles = useQuery({ queryKey: ['cycles'], queryFn: () => call(planning.listCycles) })
  const above = (cycles.data?.cycles ?? []).filter(({ org }) => org !== post?.org)
  const [picked, setPicked] = useState<string | null>(null)
  const [text, setText] = useState('')
  const cycle = picked ?? above[0]?.id
  const write = useMutation({
    mutationFn: () =>
      call(result.writeSuggestion, { params: { cycle: cycle ?? '' }, body: { text } }),
    onSuccess: async () => {
      setText('')
      await queries.invalidateQueries({ queryKey: OWN })
    },
  })
  if (above.length === 0) return null
  return (
    <section aria-labelledby="suggesting" className="no-print">
      <h2 id="suggesting">对考核工作本身的建议</h2>
      <p className="muted">
        指标、程序、填报，哪里可以更好，请直说。只有组织部看得到，看不到是哪个单位写的，也不统计谁提过。
      </p>
      <Mine />
      <Form label="提建议" onSubmit={() => write.mutate()}>
        {above.length > 1 && (
          <Select
            aria-label="对哪一次考核"
            options={above.map(({ id, title }) => ({ value: id, label: title }))}
            value={cycle ?? null}
            onChange={setPicked}
          />
        )}
        <Labelled label="建议" rows={3} value={text} change={setText} />
        <Button htmlType="submit" disabled={text.trim() === ''} loading={write.isPending}>
          提交建议
        </Button>
        {write.isError && <Trouble error={write.error} />}
      </Form>
    </section>
  )
}
