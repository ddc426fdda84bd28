import { identity } from '@kaohe/contract'
import { useQuery } from '@tanstack/react-query'
import { Card, Descriptions, Typography } from 'antd'
import { call } from '../../../api/client.ts'
import { useMay } from '../../../app/session.ts'
import { Trouble } from '../../../parts/trouble.tsx'
import { instant } from '../instants.ts'
import { Factor } from './factor.tsx'
import { Password } from './password.tsx'
import { Sessions } from './sessions.tsx'
import { StandIns } from './stand-ins.tsx'
import { Tokens } from './tokens.tsx'
import '../identity.css'

/** One's own account: password, second factor, where one is signed in, who stands in, programs. */
export function AccountPage() {
  const mayLend = useMay('post.lend')
  const account = useQuery({ queryKey: ['account'], queryFn: () => call(identity.readAccount) })
  if (account.error) return <Trouble error={account.error} onRetry={() => void account.refetch()} />
  if (account.data === undefined) return <Card loading />
  const { login, passwordChangedAt } = account.data
  return (
    <div className="account">
      <Typography.Title level={1} style={{ fontSize: 22, margin: 0 }}>
        我的账户
      </Typography.Title>
      <Card title={<h2 className="way-title">登录名和密码</h2>}>
        <Descriptions
          column={1}
          items={[
            { key: 'login', label: '登录名', children: login },
            {
              key: 'changed',
              label: '密码设于',
              children: passwordChangedAt === null ? '没有密码' : instant(passwordChangedAt),
            },
          ]}
        />
        <Password />
      </Card>
      <Factor account={account.data} />
      <Sessions />
      {mayLend && <StandIns />}
      <Tokens />
    </div>
  )
}
