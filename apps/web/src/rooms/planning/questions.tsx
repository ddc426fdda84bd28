import { planning, type Question, type Ruling } from '@kaohe/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Card, Empty, Form, Input, Skeleton, Tag } from 'antd'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { useMay, useMe } from '../../app/session.ts'
import { Button } from '../../parts/button.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import type { CyclePageData } from './cycle-data.ts'
import { RecordRuling } from './record-ruling.tsx'
import { momentOf } from './words.ts'

function Ask({ cycle }: { readonly cycle: string }) {
  const queries = useQueryClient()
  const [form] = Form.useForm<{ clause: string; text: string }>()
  const ask = useMutation({
    mutationFn: (body: { clause: string; text: string }) =>
      call(planning.askQuestion, { params: { cycle }, body }),
    onSuccess: async () => {
      form.resetFields()
      await queries.invalidateQueries({ queryKey: ['questions', cycle] })
    },
  })
  return (
    <Card size="small" title="询问没有写明的条款">
      <Form form={form} layout="vertical" onFinish={ask.mutate}>
        <Form.Item
          name="clause"
          label="哪一条"
          rules={[{ required: true, message: '请写明哪一条' }]}
        >
          <Input placeholder="如 第九条" />
        </Form.Item>
        <Form.Item name="text" label="问题" rules={[{ required: true, message: '请写问题' }]}>
          <Input.TextArea rows={3} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={ask.isPending}>
          提出
        </Button>
      </Form>
      {ask.isError && <Trouble error={ask.error} />}
    </Card>
  )
}

function RulingCard({ ruling, office }: { readonly ruling: Ruling; readonly office: boolean }) {
  return (
    <article className="finding">
      <p>
        <Tag color={ruling.inForce ? 'green' : 'orange'}>
          {ruling.inForce ? '已生效' : '待发布'}
        </Tag>
        <strong>{ruling.asked}</strong>
        <span className="clause">{ruling.clause}</span>
      </p>
      <p>决定：{ruling.answer}</p>
      <p className="muted">
        {ruling.decidedOn} {ruling.body}
        {(ruling.inForce || office) && (
          <>
            ；写进口径 {ruling.reading}，见{' '}
            <Link to="/schemes/$scheme" params={{ scheme: ruling.draft }}>
              方案的更正
            </Link>
          </>
        )}
      </p>
    </article>
  )
}

function QuestionCard({
  question,
  mayRule,
  cycle,
}: {
  readonly question: Question
  readonly mayRule: boolean
  readonly cycle: CyclePageData
}) {
  const [ruling, setRuling] = useState(false)
  return (
    <article className="finding">
      <p>
        <Tag color={question.answered ? 'green' : 'orange'}>
          {question.answered ? '已有决定' : '等候会议决定'}
        </Tag>
        <strong>{question.text}</strong>
        <span className="clause">{question.clause}</span>
      </p>
      <p className="muted">
        {question.unitName}，{momentOf(question.askedAt)}
      </p>
      {mayRule && !question.answered && !ruling && (
        <Button onClick={() => setRuling(true)}>记下会议的决定</Button>
      )}
      {ruling && !question.answered && <RecordRuling cycle={cycle} question={question} />}
    </article>
  )
}

/** What units asked about clauses, and how meetings ruled. */
export function QuestionsTab({ cycle }: { readonly cycle: CyclePageData }) {
  const me = useMe()
  const own = me.post?.org === cycle.org
  const mayRule = useMay('ruling.record') && own
  const mayAsk = useMay('question.ask') && cycle.assessees.some(({ unit }) => unit === me.post?.org)
  const found = useQuery({
    queryKey: ['questions', cycle.id],
    queryFn: () => call(planning.listQuestions, { params: { cycle: cycle.id } }),
  })
  if (found.isError) return <Trouble error={found.error} onRetry={() => void found.refetch()} />
  if (found.isPending) return <Skeleton active />
  const { questions, rulings } = found.data
  return (
    <div className="stack">
      <h2 className="scheme-category">会议的决定</h2>
      {rulings.length === 0 && <Empty description="还没有决定" />}
      {rulings.map((one) => (
        <RulingCard key={one.id} ruling={one} office={own} />
      ))}
      <h2 className="scheme-category">单位的询问</h2>
      {questions.length === 0 && <Empty description="没有询问" />}
      {questions.map((one) => (
        <QuestionCard key={one.id} question={one} mayRule={mayRule} cycle={cycle} />
      ))}
      {mayAsk && <Ask cycle={cycle.id} />}
    </div>
  )
}
