import { type LetterSource, review } from '@kaohe/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Input, InputNumber } from 'antd'
import { useId, useState } from 'react'
import { call } from '../../../api/client.ts'
import { Button } from '../../../parts/button.tsx'
import { Trouble } from '../../../parts/trouble.tsx'
import { Labelled } from '../../result/form.tsx'

interface Receiver {
  readonly body: string
  readonly leader: string
  readonly post: string
}

interface Row extends Receiver {
  readonly key: string
  readonly unit: string
  readonly name: string
  readonly party: string
}

const NOBODY: Receiver = { body: '', leader: '', post: '' }

/** Everybody whom a letter can go to: those that stand unanswered, and units that have none yet. */
function rowsOf({ letters, waiting }: LetterSource): Row[] {
  const standing = letters
    .filter(({ withdrawn, answeredAt }) => withdrawn === null && answeredAt === null)
    .map(({ unit, unitName: name, party, body, leader, post }) => ({
      unit,
      name,
      party,
      body,
      leader,
      post,
      key: `${party}/${unit}`,
    }))
  const fresh = waiting.map((one) => ({ ...one, ...NOBODY, key: `${one.party}/${one.unit}` }))
  return [...standing, ...fresh]
}

const COLUMNS = /\t|，|,/

/** A list as it is copied from a workbook or a text: unit, body, name, post. */
function fromList(text: string, rows: readonly Row[]): ReadonlyMap<string, Receiver> {
  const lines = text.split('\n').flatMap((line): [string, Receiver][] => {
    const [name = '', body = '', leader = '', post = ''] = line.split(COLUMNS).map((s) => s.trim())
    return rows.filter((row) => row.name === name).map(({ key }) => [key, { body, leader, post }])
  })
  return new Map(lines)
}

interface PasteProps {
  readonly rows: readonly Row[]
  take(receivers: ReadonlyMap<string, Receiver>): void
}

function Paste({ rows, take }: PasteProps) {
  const [said, setSaid] = useState('')
  const [text, setText] = useState('')
  const read = (): void => {
    const found = fromList(text, rows)
    take(found)
    const lines = text.split('\n').filter((line) => line.trim() !== '').length
    setSaid(`读出 ${found.size} 行，${lines - found.size} 行的单位对不上`)
  }
  return (
    <details className="letter-paste">
      <summary>粘贴一份名单</summary>
      <Labelled
        label="每行一个单位：单位名称、收函机关、分管领导姓名、职务（用制表符或逗号隔开）"
        rows={4}
        value={text}
        change={setText}
      />
      <Button onClick={read}>读入下面的表</Button> <span role="status">{said}</span>
    </details>
  )
}

interface CellProps {
  readonly row: Row
  readonly value: Receiver
  put(receiver: Receiver): void
}

function ReceiverRow({ row, value, put }: CellProps) {
  const field = (part: keyof Receiver, label: string) => (
    <td>
      <Input
        aria-label={`${row.name}的${label}`}
        placeholder={label}
        value={value[part]}
        onChange={({ target }) => put({ ...value, [part]: target.value })}
      />
    </td>
  )
  return (
    <tr>
      <th scope="row">{row.name}</th>
      {field('body', '收函机关')}
      {field('leader', '分管领导')}
      {field('post', '职务')}
    </tr>
  )
}

interface Props {
  readonly cycle: string
  readonly source: LetterSource
}

/** By when an answer is due, and to whom each letter goes. */
export function Receivers({ cycle, source }: Props) {
  const id = useId()
  const queries = useQueryClient()
  const rows = rowsOf(source)
  const [dueOn, setDueOn] = useState(source.round?.dueOn ?? source.calendar.due ?? '')
  const [graceDays, setGraceDays] = useState(source.round?.graceDays ?? 0)
  const [typed, setTyped] = useState<ReadonlyMap<string, Receiver>>(new Map())
  const valueOf = (row: Row): Receiver => typed.get(row.key) ?? row
  const save = useMutation({
    mutationFn: () => {
      const receivers = rows
        .map((row) => ({ row, value: valueOf(row) }))
        .filter(({ value }) => value.body.trim() !== '')
        .map(({ row: { unit, party }, value: { body, leader, post } }) => ({
          unit,
          party,
          body,
          leader,
          post,
        }))
      const params = { cycle, source: source.id }
      return call(review.makeLetters, { params, body: { dueOn, graceDays, receivers } })
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['letters', cycle] })
      setTyped(new Map())
    },
  })
  return (
    <section aria-label="发给谁、什么时候答复">
      <h3>发给谁、什么时候答复</h3>
      <div className="letter-days">
        <Labelled label="答复期限" type="date" value={dueOn} change={setDueOn} />
        <div>
          <label htmlFor={id}>宽限几天</label>
          <InputNumber
            id={id}
            min={0}
            max={60}
            value={graceDays}
            onChange={(days) => setGraceDays(days ?? 0)}
          />
        </div>
      </div>
      <p className="muted">
        方案的日程：{source.calendar.due ?? '没有写明日期'}
        {source.calendar.says !== null && `（${source.calendar.says}）`}
        。过了期限和宽限，链接自动失效。
      </p>
      <Paste rows={rows} take={(found) => setTyped(new Map([...typed, ...found]))} />
      <div className="letter-scrolls" role="region" aria-label="各单位的函发给谁" tabIndex={0}>
        <table className="marking letter-receivers">
          <thead>
            <tr>
              <th scope="col">单位</th>
              <th scope="col">收函机关</th>
              <th scope="col">分管领导</th>
              <th scope="col">职务</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <ReceiverRow
                key={row.key}
                row={row}
                value={valueOf(row)}
                put={(receiver) => setTyped(new Map(typed).set(row.key, receiver))}
              />
            ))}
          </tbody>
        </table>
      </div>
      <Button type="primary" loading={save.isPending} onClick={() => save.mutate()}>
        保存期限和收函机关
      </Button>
      {save.isError && <Trouble error={save.error} />}
    </section>
  )
}
