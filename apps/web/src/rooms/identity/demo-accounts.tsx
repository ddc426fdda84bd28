import type { Answer, identity } from '@kaohe/contract'
import { Collapse, Typography } from 'antd'
import { Button } from '../../parts/button.tsx'

type Accounts = Answer<typeof identity.welcome>['demo']

interface Props {
  readonly accounts: Accounts
  readonly onPick: (fields: { login: string; password: string }) => void
}

const PASSWORD = 'kaohe-demo'

function Group({ accounts, onPick }: Props) {
  return accounts.map(({ login, name, role }) => (
    <Button key={login} type="link" onClick={() => onPick({ login, password: PASSWORD })}>
      {role}：{name}
    </Button>
  ))
}

/** Everyone of the demonstration, by the committee whose year it is; one press signs in. */
export function DemoAccounts({ accounts, onPick }: Props) {
  const systems = Map.groupBy(accounts, ({ login }) => login.split('-', 1)[0] ?? '')
  const items = [...systems].map(([key, group]) => ({
    key,
    label: group[0]?.org ?? key,
    children: <Group accounts={group} onPick={onPick} />,
  }))
  return (
    <>
      <Typography.Title level={2} style={{ fontSize: 16 }}>
        演示：点一个人登录
      </Typography.Title>
      <Collapse items={items} size="small" accordion />
      <Typography.Paragraph type="secondary" style={{ marginTop: 12 }}>
        所有演示账户的密码都是 {PASSWORD}；人名都是虚构的。
      </Typography.Paragraph>
    </>
  )
}
