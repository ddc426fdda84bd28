import { followup, type Measure } from '@kaohe/contract'
import { useQuery } from '@tanstack/react-query'
import { Card, Empty, Skeleton, Space } from 'antd'
import { call } from '../../api/client.ts'
import { Refused } from '../../parts/refused.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useOver } from '../../parts/use-over.ts'
import { Attach } from '../reporting/attach.tsx'
import { Form, Labelled } from '../result/form.tsx'
import '../result/result.css'
import { ofUnit, rectificationsQuery, sayMeasure, useFreshMeasures } from './data.ts'
import './followup.css'
import { Button } from '../../parts/button.tsx'
import { MeasureTold } from './measure.tsx'

function Report({ one }: { readonly one: Measure }) {
  const fresh = useFreshMeasures()
  const form = useOver<string, boolean>({
    at: ['rectification', one.id],
    was: '',
    version: one.version,
    send: (text, version, done) =>
      call(followup.reportRectification, {
        params: { measure: one.id },
        body: { text, done, version },
      }),
    fresh,
  })
  const text = form.value
  return (
    <Form label={`报告整改：${one.name}`} onSubmit={() => form.send(false)}>
      <Labelled label="改了什么" rows={3} value={text} change={form.write} />
      <Attach sending={ofUnit} object={one.id} label={`${one.name}的整改`} onDone={fresh} />
      <Space wrap>
        <Button htmlType="submit" disabled={text.trim() === ''} loading={form.pending}>
          报告进展
        </Button>
        <Button type="primary" disabled={text.trim() === ''} onClick={() => form.send(true)}>
          改完了，请复查
        </Button>
      </Space>
      <Refused
        {...form.refused}
        what="这一项"
        mine={`${form.how === true ? '改完了，请复查：' : ''}${text}`}
        theirs={sayMeasure}
      />
    </Form>
  )
}

/** What a unit is to make good, and how far it is. */
export function RectificationsPage() {
  const found = useQuery(rectificationsQuery)
  if (found.isError) return <Trouble error={found.error} onRetry={() => void found.refetch()} />
  return (
    <>
      <h1>整改</h1>
      {found.isPending && <Skeleton active />}
      {found.data?.measures.length === 0 && <Empty description="没有要整改的" />}
      <div className="released">
        {(found.data?.measures ?? []).map((one) => (
          <Card
            key={one.id}
            size="small"
            title={
              <h2 className="released-title">
                {one.title}　{one.name}
              </h2>
            }
          >
            <MeasureTold one={one} />
            {one.state === 'open' && <Report one={one} />}
          </Card>
        ))}
      </div>
    </>
  )
}
