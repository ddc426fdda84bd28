import { type LetterAnswer, review } from '@kaohe/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, Input, Skeleton } from 'antd'
import { useId } from 'react'
import { call } from '../../../api/client.ts'
import { sendFile } from '../../../api/download.ts'
import { Button } from '../../../parts/button.tsx'
import { Crumbs, toCycle } from '../../../parts/crumbs.tsx'
import { Refused } from '../../../parts/refused.tsx'
import { Trouble } from '../../../parts/trouble.tsx'
import { useOver } from '../../../parts/use-over.ts'
import { saySize } from '../../reporting/say.ts'
import { asDraft, asTyped, type Draft, EMPTY, sayAnswer, sayPaper } from './answer.ts'
import { AnswerFields, AnswerRead } from './answer-form.tsx'
import { type PaperData, paperQuery } from './data.ts'
import '../review.css'
import './letter.css'

interface Props {
  readonly data: PaperData
}

function useFresh({ data }: Props) {
  const queries = useQueryClient()
  return async (): Promise<void> => {
    await queries.invalidateQueries({ queryKey: ['letter-paper', data.letter.id] })
    await queries.invalidateQueries({ queryKey: ['letters', data.cycle] })
  }
}

function startOf(typed: readonly LetterAnswer[]): Draft {
  const [own] = typed
  return own === undefined ? EMPTY : asDraft(own)
}

function Type({ data }: Props) {
  const { letter, fields, remark, typed } = data
  const form = useOver<Draft>({
    at: ['paper', letter.id],
    was: startOf(typed),
    version: letter.version,
    send: (draft, version) => {
      const body = { ...asTyped(draft, fields), version }
      return call(review.typePaper, { params: { letter: letter.id }, body })
    },
    fresh: useFresh({ data }),
  })
  return (
    <section aria-label="照原件录入">
      <p>
        {letter.typed === 0
          ? '您是第一个录入的人。另一个人再录一遍，两遍一致才算。'
          : letter.mine
            ? '您已经录过，另一个人录入以前可以改。'
            : '已经有人录过一遍。请只照原件录入；两遍一致就算数。'}
      </p>
      <AnswerFields fields={fields} remark={remark} draft={form.value} change={form.write} />
      <Button type="primary" loading={form.pending} onClick={() => form.send()}>
        保存录入
      </Button>
      <Refused
        {...form.refused}
        what="这份函"
        mine={sayAnswer(fields, form.value)}
        theirs={(standing) => sayPaper(fields, standing)}
      />
    </section>
  )
}

const WAYS = {
  first: '第一遍',
  second: '第二遍',
  settled: '核定',
  link: '链接',
} as const

function Settle({ data }: Props) {
  const id = useId()
  const { letter, fields, remark, typed } = data
  const form = useOver({
    at: ['settle', letter.id],
    was: { draft: startOf(typed), because: '' },
    version: letter.version,
    send: (settled, version) => {
      const body = { ...asTyped(settled.draft, fields), because: settled.because, version }
      return call(review.settlePaper, { params: { letter: letter.id }, body })
    },
    fresh: useFresh({ data }),
  })
  const { draft, because } = form.value
  return (
    <section aria-label="对照原件核定">
      <h2>对照原件核定</h2>
      <AnswerFields
        fields={fields}
        remark={remark}
        draft={draft}
        change={(next) => form.write({ draft: next, because })}
      />
      <label htmlFor={id}>核定的依据（必填）</label>
      <Input
        id={id}
        maxLength={500}
        value={because}
        onChange={({ target }) => form.write({ draft, because: target.value })}
      />
      <Button
        type="primary"
        disabled={because.trim() === ''}
        loading={form.pending}
        onClick={() => form.send()}
      >
        核定
      </Button>
      <Refused
        {...form.refused}
        what="这份函"
        mine={`${sayAnswer(fields, draft)}\n依据：${because}`}
        theirs={(standing) => sayPaper(fields, standing)}
      />
    </section>
  )
}

function Typed({ data }: Props) {
  const { typed, fields, differences } = data
  const names = new Map([
    ...fields.map(({ id, name }) => [id, name] as const),
    ['comment', '评价意见'],
    ['suggestion', '建议'],
  ])
  return (
    <>
      {differences.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={`两遍不一致：${differences.map((one) => names.get(one) ?? one).join('、')}`}
          description="由第三个人对照原件核定"
        />
      )}
      <div className="letter-two">
        {typed.map((one) => (
          <section key={one.way} aria-label={WAYS[one.way]}>
            <h2>{WAYS[one.way]}</h2>
            <AnswerRead fields={fields} draft={asDraft(one)} />
          </section>
        ))}
      </div>
    </>
  )
}

function Scan({ data }: Props) {
  const id = useId()
  const onSuccess = useFresh({ data })
  const send = useMutation({
    mutationFn: (file: File) => {
      const query = new URLSearchParams({ name: file.name }).toString()
      return sendFile(`/api/letters/${data.letter.id}/scan?${query}`, file)
    },
    onSuccess,
  })
  if (!data.letter.mine) return null
  return (
    <section aria-label="扫描件" className="letter-scan">
      {data.scan !== null && (
        <p>
          <a href={`/api/letters/${data.letter.id}/scan`} download>
            扫描件：{data.scan.name}（{saySize(data.scan.size)}）
          </a>
        </p>
      )}
      <label htmlFor={id}>附上原件的扫描件（PDF 或图片，可不附）</label>
      <input
        id={id}
        type="file"
        onChange={({ target }) => target.files?.[0] && send.mutate(target.files[0])}
      />
      {send.isError && <Trouble error={send.error} />}
    </section>
  )
}

function sayEnd({ letter, mayType, maySettle }: PaperData): string | null {
  if (letter.answeredAt !== null) return '这份函已经有了答复。'
  if (letter.withdrawn !== null) return '这份函已经收回。'
  return mayType || maySettle ? null : '现在没有要您录入的。'
}

/** An answer on paper: typed by two persons, settled by a third where they differ. */
export function PaperPage() {
  const { letter } = useParams({ from: '/signed-in/letters/$letter/paper' })
  const found = useQuery(paperQuery(letter))
  if (found.isError) return <Trouble error={found.error} onRetry={() => void found.refetch()} />
  if (found.isPending) return <Skeleton active />
  const { data } = found
  const { cycle, title, mayType, maySettle } = data
  const end = sayEnd(data)
  return (
    <div className="letter-paper">
      <Crumbs
        way={[
          ...toCycle({ cycle, title }),
          <Link to="/cycles/$cycle/letters" params={{ cycle }}>
            函询评价
          </Link>,
        ]}
        here="纸质答复"
      />
      <h1>录入纸质答复：{data.letter.unitName}</h1>
      <p className="muted">
        {data.letter.body}　{data.letter.post}
        {data.letter.leader}
      </p>
      {end !== null && <p role="status">{end}</p>}
      {mayType && <Type data={data} />}
      {!mayType && <Typed data={data} />}
      {maySettle && <Settle data={data} />}
      <Scan data={data} />
    </div>
  )
}
