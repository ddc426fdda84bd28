import { log } from '@kaohe/contract'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Card, Space, Typography } from 'antd'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { useMe } from '../../app/session.ts'
import { Button } from '../../parts/button.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { allLines, download } from './download.ts'
import './log.css'

/** The last checkpoint, to be kept by someone else, and the export that anyone can verify against it. */
export function CheckpointCard() {
  const me = useMe()
  const last = useQuery({
    queryKey: ['log', 'checkpoint'],
    queryFn: () => call(log.readCheckpoint),
  })
  const [count, setCount] = useState(0)
  const save = useMutation({
    mutationFn: async () => {
      const lines = await allLines(setCount)
      download('kaohe-log.jsonl', lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
    },
  })
  if (last.isError) return <Trouble error={last.error} onRetry={() => void last.refetch()} />
  const checkpoint = last.data?.checkpoint
  return (
    <Card size="small" title="操作日志存证" className="checkpoint">
      <Typography.Paragraph>
        把下面的文字交给系统以外的人保存（打印、邮寄、发给上级）。以后凭它可以证明：在它之前的日志没有被改动或删除。
      </Typography.Paragraph>
      {checkpoint && (
        <p className="muted">
          {me.post?.orgName}，前 {checkpoint.size} 条记录
        </p>
      )}
      {checkpoint && <pre className="note note-exact">{checkpoint.note}</pre>}
      <Typography.Paragraph type="secondary">
        签名公钥：<span className="note-exact">{last.data?.key}</span>
      </Typography.Paragraph>
      <Space wrap className="no-print">
        <Button onClick={() => window.print()}>打印</Button>
        <Button
          disabled={!checkpoint}
          onClick={() => checkpoint && download(`存证-${checkpoint.size}.txt`, checkpoint.note)}
        >
          保存存证
        </Button>
        <Button loading={save.isPending} onClick={() => save.mutate()}>
          {save.isPending ? `已取 ${count} 条` : '导出日志'}
        </Button>
      </Space>
      {save.isError && <Trouble error={save.error} />}
      <Typography.Paragraph type="secondary" style={{ marginTop: 12, marginBottom: 0 }}>
        核对：
        <span className="note-exact">
          npx kaohe audit verify kaohe-log.jsonl --checkpoint 存证.txt
        </span>
      </Typography.Paragraph>
    </Card>
  )
}
