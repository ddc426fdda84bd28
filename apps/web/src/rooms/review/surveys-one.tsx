import { review, type Survey } from '@kaohe/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Collapse, Space, Tag } from 'antd'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { Button } from '../../parts/button.tsx'
import { moment } from '../../parts/when.ts'
import { ReasonForm } from '../reporting/reason-form.tsx'
import type { SurveysPageData } from './surveys-data.ts'
import { HandSurvey } from './surveys-hand.tsx'
import { SurveyRows } from './surveys-rows.tsx'

interface Props {
  readonly cycle: string
  readonly data: SurveysPageData
  readonly survey: Survey
  readonly mayHand: boolean
}

const days = ({ from, to }: Survey): string => (from === to ? from : `${from} 至 ${to}`)

function Facts({ survey }: Pick<Props, 'survey'>) {
  const { method, source, answers, file, sha256, by, at } = survey
  return (
    <dl className="survey-facts">
      <dt>调查方式</dt>
      <dd>{method}</dd>
      <dt>实施单位</dt>
      <dd>{source}</dd>
      <dt>日期</dt>
      <dd>{days(survey)}</dd>
      <dt>有效样本</dt>
      <dd>{answers ?? '没有写总数'}</dd>
      <dt>文件</dt>
      <dd>
        {file}（{by ?? ''} {moment(at)}交；校验码 <code>{sha256.slice(0, 16)}</code>）
      </dd>
    </dl>
  )
}

function Withdraw({ cycle, survey, onDone }: Omit<Props, 'data' | 'mayHand'> & { onDone(): void }) {
  const queries = useQueryClient()
  const withdraw = useMutation({
    mutationFn: (because: string) =>
      call(review.withdrawSurvey, { params: { cycle, survey: survey.id }, body: { because } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['surveys', cycle] }),
  })
  return (
    <ReasonForm
      label={`为什么撤回《${survey.name}》（撤回以后不再计入）`}
      action="撤回"
      pending={withdraw.isPending}
      error={withdraw.error}
      onSubmit={(because) => withdraw.mutate(because)}
      onCancel={onDone}
    />
  )
}

/** The versions before this one, with why each was replaced. */
function Before({ data, survey }: Pick<Props, 'data' | 'survey'>) {
  const earlier: Survey[] = []
  const why = new Map<string, string>()
  for (let one: Survey | undefined = survey; one !== undefined; ) {
    const { replaces, because }: Survey = one
    one = data.surveys.find(({ id }) => id === replaces)
    if (one === undefined) break
    why.set(one.id, because ?? '')
    earlier.push(one)
  }
  if (earlier.length === 0) return null
  return (
    <Collapse
      size="small"
      items={earlier.map((one) => ({
        key: one.id,
        label: `${moment(one.at)}的一版，已换：${why.get(one.id) ?? ''}`,
        children: (
          <>
            <Facts survey={one} />
            <SurveyRows label={`${one.name}以前的一版`} rows={one.rows} columns={data.columns} />
          </>
        ),
      }))}
    />
  )
}

/** One survey that stands or was withdrawn, with its figures and the versions before. */
export function SurveyCard({ cycle, data, survey, mayHand }: Props) {
  const [doing, setDoing] = useState<'replace' | 'withdraw'>()
  const done = (): void => setDoing(undefined)
  const { name, stands, because } = survey
  return (
    <section aria-labelledby={survey.id} className="survey">
      <h2 id={survey.id}>
        {name} <Tag>{stands ? '计入' : '已撤回'}</Tag>
      </h2>
      <Facts survey={survey} />
      {because !== null && (
        <p>
          {stands ? '换过：' : '撤回：'}
          {because}
        </p>
      )}
      {stands && <SurveyRows label={name} rows={survey.rows} columns={data.columns} />}
      <Before data={data} survey={survey} />
      {mayHand && stands && data.closed === null && doing === undefined && (
        <Space>
          <Button onClick={() => setDoing('replace')}>换一版</Button>
          <Button onClick={() => setDoing('withdraw')}>撤回</Button>
        </Space>
      )}
      {doing === 'replace' && (
        <HandSurvey cycle={cycle} data={data} before={survey} onDone={done} />
      )}
      {doing === 'withdraw' && <Withdraw cycle={cycle} survey={survey} onDone={done} />}
    </section>
  )
}
