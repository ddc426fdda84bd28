import { identity } from '@kaohe/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Alert, Card, Progress, Typography } from 'antd'
import { useEffect } from 'react'
import { call } from '../../api/client.ts'
import { Button } from '../../parts/button.tsx'
import { Trouble } from '../../parts/trouble.tsx'

interface Props {
  readonly code: string | null
  readonly onBegin: () => void
}

/** Loads the demonstration and says how far it is. */
export function SetUpDemo({ code, onBegin }: Props) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const load = useMutation({
    mutationFn: () => call(identity.loadDemo, { body: { code } }),
    onSuccess: async () => {
      onBegin()
      await queries.resetQueries({ queryKey: ['set-up-progress'] })
    },
  })
  const progress = useQuery({
    queryKey: ['set-up-progress'],
    queryFn: () => call(identity.setUpProgress),
    enabled: load.isSuccess,
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? 500 : false),
  })
  const { state, done = 0, of = 1, what = '' } = progress.data ?? load.data ?? {}
  useEffect(() => {
    if (state !== 'done') return
    void queries
      .invalidateQueries({ queryKey: ['welcome'] })
      .then(() => navigate({ to: '/sign-in' }))
  }, [state, queries, navigate])
  return (
    <Card type="inner" title={<h2 className="way-title">载入演示</h2>}>
      <Typography.Paragraph>
        五个真实通知的方案，虚构的单位和人，各种岗位都可以登录看一看。演示的系统不能转为正式使用。
      </Typography.Paragraph>
      {state === 'running' && (
        <div role="status">
          <Progress aria-label="载入" percent={Math.round((done / of) * 100)} />
          正在载入：{what}
        </div>
      )}
      {state === 'failed' && (
        <Alert
          type="error"
          showIcon
          title="没有载入成功，什么都没有留下"
          description="请再试一次"
        />
      )}
      {load.isError && <Trouble error={load.error} />}
      {state !== 'running' && (
        <Button loading={load.isPending} onClick={() => load.mutate()}>
          载入演示
        </Button>
      )}
    </Card>
  )
}
