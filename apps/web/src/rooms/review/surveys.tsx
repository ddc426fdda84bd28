import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Empty, Skeleton, Space } from 'antd'
import { useState } from 'react'
import { useMay } from '../../app/session.ts'
import { Crumbs, toCycle } from '../../parts/crumbs.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import '../result/result.css'
import { Button } from '../../parts/button.tsx'
import { Closed } from './surveys-closed.tsx'
import { type SurveysPageData, surveysQuery } from './surveys-data.ts'
import { HandSurvey } from './surveys-hand.tsx'
import { SurveyCard } from './surveys-one.tsx'
import './surveys.css'

function New({ cycle, data }: { readonly cycle: string; readonly data: SurveysPageData }) {
  const [handing, setHanding] = useState(false)
  if (data.closed !== null) return null
  if (handing) return <HandSurvey cycle={cycle} data={data} onDone={() => setHanding(false)} />
  return (
    <Space wrap className="papers">
      <Button type="primary" onClick={() => setHanding(true)}>
        交一份调查结果
      </Button>
      <Button href={`/api/cycles/${cycle}/surveys/sheet`}>下载空表（Excel）</Button>
    </Space>
  )
}

/** What surveys came to: each as a file with how, by whom and when people were asked. */
export function SurveysPage() {
  const { cycle } = useParams({ from: '/signed-in/cycles/$cycle/surveys' })
  const mayHand = useMay('survey.hand')
  const found = useQuery(surveysQuery(cycle))
  if (found.isError) return <Trouble error={found.error} onRetry={() => void found.refetch()} />
  if (found.isPending) return <Skeleton active />
  const { data } = found
  const replaced = new Set(data.surveys.map(({ replaces }) => replaces))
  const last = data.surveys.filter(({ id }) => !replaced.has(id))
  return (
    <>
      <Crumbs way={toCycle({ cycle, title: data.title })} here="调查结果" />
      <h1>调查结果</h1>
      {data.columns.length === 0 ? (
        <p>这个方案没有由抽样调查得来的数。</p>
      ) : (
        <>
          <p className="muted">
            {data.columns.map(({ name }) => `“${name}”`).join('、')}
            由调查得来，以文件交来，连同方式、实施单位、日期和样本数；这些一直跟着数值，在结果、说明和反馈里都看得到。结果反馈以前，各单位看不到。
          </p>
          <Closed cycle={cycle} data={data} />
          {mayHand && <New cycle={cycle} data={data} />}
          {last.length === 0 && <Empty description="还没有调查结果，按缺数据计算" />}
          {last.map((survey) => (
            <SurveyCard
              key={survey.id}
              cycle={cycle}
              data={data}
              survey={survey}
              mayHand={mayHand}
            />
          ))}
        </>
      )}
    </>
  )
}
