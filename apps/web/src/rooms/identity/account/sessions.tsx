import { type Answer, identity } from '@kaohe/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Card, Tag } from 'antd'
import { call } from '../../../api/client.ts'
import { Button } from '../../../parts/button.tsx'
import { Listing } from '../../../parts/listing.tsx'
import { Trouble } from '../../../parts/trouble.tsx'
import { instant } from '../instants.ts'

type Session = Answer<typeof identity.listSessions>['sessions'][number]

const BROWSERS = [
  ['MicroMessenger', '微信'],
  ['Edg/', 'Edge'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const
const SYSTEMS = [
  ['Android', '安卓'],
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Windows', 'Windows'],
  ['Mac OS', 'macOS'],
  ['Linux', 'Linux'],
] as const

function nameOf(agent: string): string {
  const among = (names: readonly (readonly [string, string])[]): string | undefined =>
    names.find(([sign]) => agent.includes(sign))?.[1]
  return [among(SYSTEMS), among(BROWSERS)].filter(Boolean).join(' · ') || '不认识的浏览器'
}

/** Where one is signed in, and the end of it. */
export function Sessions() {
  const queries = useQueryClient()
  const list = useQuery({ queryKey: ['sessions'], queryFn: () => call(identity.listSessions) })
  const onSuccess = (): Promise<void> => queries.invalidateQueries({ queryKey: ['sessions'] })
  const end = useMutation({
    mutationFn: (session: string) => call(identity.endOneSession, { params: { session } }),
    onSuccess,
  })
  const endOthers = useMutation({ mutationFn: () => call(identity.endOtherSessions), onSuccess })
  const sessions = list.data?.sessions ?? []
  const error = list.error ?? end.error ?? endOthers.error
  return (
    <Card
      title={<h2 className="way-title">我在哪里登录</h2>}
      extra={
        sessions.length > 1 && (
          <Button loading={endOthers.isPending} onClick={() => endOthers.mutate()}>
            结束别处的全部登录
          </Button>
        )
      }
    >
      {error && <Trouble error={error} />}
      <Listing<Session>
        label="登录"
        rowKey="id"
        size="small"
        loading={list.isPending}
        dataSource={sessions}
        pagination={false}
        columns={[
          {
            title: '设备',
            dataIndex: 'agent',
            render: (agent: string, { current }) => (
              <>
                {nameOf(agent)} {current && <Tag color="blue">本机</Tag>}
              </>
            ),
          },
          { title: '登录', dataIndex: 'createdAt', render: instant },
          { title: '最近使用', dataIndex: 'seenAt', render: instant },
          {
            title: '操作',
            render: (_, { id, agent, current }) =>
              !current && (
                <Button
                  size="small"
                  aria-label={`结束 ${nameOf(agent)} 的登录`}
                  onClick={() => end.mutate(id)}
                >
                  结束
                </Button>
              ),
          },
        ]}
      />
    </Card>
  )
}
