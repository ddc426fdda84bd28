import { review, type Survey } from '@kaohe/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, AutoComplete, Space } from 'antd'
import { useId, useState } from 'react'
import { call } from '../../api/client.ts'
import { Button } from '../../parts/button.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { Form, Labelled } from '../result/form.tsx'
import {
  ABOUT,
  type About,
  METHODS,
  type SurveyLooked,
  type SurveysPageData,
  sentFile,
} from './surveys-data.ts'
import { SurveyRows } from './surveys-rows.tsx'

interface Props {
  readonly cycle: string
  readonly data: SurveysPageData
  /** The survey that is replaced; a new one where there is none. */
  readonly before?: Survey
  readonly onDone: () => void
}

const aboutOf = (before: Survey | undefined): About =>
  before === undefined
    ? ABOUT
    : {
        name: before.name,
        method: before.method,
        source: before.source,
        from: before.from,
        to: before.to,
        answers: before.answers === null ? '' : `${before.answers}`,
        because: '',
      }

function Method({ value, change }: { readonly value: string; change(value: string): void }) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id}>调查方式</label>
      <AutoComplete
        id={id}
        style={{ width: '100%' }}
        value={value}
        options={METHODS.map((one) => ({ value: one }))}
        onChange={change}
      />
    </div>
  )
}

function Looked({
  looked,
  data,
}: {
  readonly looked: SurveyLooked
  readonly data: SurveysPageData
}) {
  const { rows, refused, notes } = looked
  return (
    <>
      {refused.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={`有 ${refused.length} 处读不了，整份都没有收；改好以后再选一次文件`}
          description={
            <ul className="plain">
              {refused.slice(0, 50).map(({ place, message }) => (
                <li key={`${place}/${message}`}>
                  {place}：{message}
                </li>
              ))}
            </ul>
          }
        />
      )}
      {notes.map((note) => (
        <p key={note} className="muted">
          {note}
        </p>
      ))}
      {rows.length > 0 && (
        <>
          <p aria-live="polite">
            读到 {rows.length} 个单位，一共 {data.units} 个。{refused.length === 0 && '还没有存。'}
          </p>
          <SurveyRows label="从文件里读到的" rows={rows} columns={data.columns} />
        </>
      )}
    </>
  )
}

function useHand({ cycle, before, onDone }: Props) {
  const queries = useQueryClient()
  const replaces = before?.id ?? null
  const look = useMutation({
    mutationFn: async (file: File) =>
      call(review.lookAtSurvey, {
        params: { cycle },
        body: { ...(await sentFile(file)), replaces },
      }),
  })
  const hand = useMutation({
    mutationFn: async ({ file, about }: { readonly file: File; readonly about: About }) =>
      call(review.handSurvey, {
        params: { cycle },
        body: {
          file: await sentFile(file),
          name: about.name,
          method: about.method,
          source: about.source,
          from: about.from,
          to: about.to || about.from,
          answers: about.answers === '' ? null : Number(about.answers),
          replaces,
          because: replaces === null ? null : about.because,
        },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['surveys', cycle] })
      await queries.invalidateQueries({ queryKey: ['result', cycle] })
      onDone()
    },
  })
  return { look, hand }
}

/** Takes in a file of figures: first every row as it was read, then all of it with how and when people were asked. */
export function HandSurvey(props: Props) {
  const { data, before, onDone } = props
  const { look, hand } = useHand(props)
  const [file, setFile] = useState<File>()
  const [about, setAbout] = useState(() => aboutOf(before))
  const put = (part: Partial<About>): void => setAbout({ ...about, ...part })
  const choose = (chosen: File | undefined): void => {
    setFile(chosen)
    hand.reset()
    if (chosen !== undefined) look.mutate(chosen)
  }
  const readable = look.data !== undefined && look.data.refused.length === 0
  return (
    <Form
      label={before === undefined ? '交一份调查结果' : `换一版《${before.name}》`}
      onSubmit={() => {
        if (file !== undefined && readable) hand.mutate({ file, about })
      }}
    >
      <p>
        <label>
          选择 .xlsx 或者 .csv 文件{' '}
          <input
            type="file"
            accept=".xlsx,.csv"
            onChange={({ target }) => choose(target.files?.[0])}
          />
        </label>
      </p>
      {look.isPending && <p aria-live="polite">正在读文件…</p>}
      {look.isError && <Trouble error={look.error} />}
      {look.data !== undefined && <Looked looked={look.data} data={data} />}
      <Labelled label="这次调查叫什么" value={about.name} change={(name) => put({ name })} />
      <Method value={about.method} change={(method) => put({ method })} />
      <Labelled
        label="由谁实施（写单位，不写个人）"
        value={about.source}
        change={(source) => put({ source })}
      />
      <Labelled label="从哪一天" type="date" value={about.from} change={(from) => put({ from })} />
      <Labelled
        label="到哪一天（只有一天的空着）"
        type="date"
        value={about.to}
        change={(to) => put({ to })}
      />
      <Labelled
        label="一共多少份有效样本（不知道的空着）"
        type="number"
        value={about.answers}
        change={(answers) => put({ answers })}
      />
      {before !== undefined && (
        <Labelled
          label="为什么换"
          rows={2}
          value={about.because}
          change={(because) => put({ because })}
        />
      )}
      {hand.isError && <Trouble error={hand.error} />}
      <Space>
        <Button type="primary" htmlType="submit" loading={hand.isPending} disabled={!readable}>
          {before === undefined ? '收下这份结果' : '换成这一版'}
        </Button>
        <Button onClick={onDone}>取消</Button>
      </Space>
    </Form>
  )
}
