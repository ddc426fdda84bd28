import { Card, Typography } from 'antd'
import { Desk } from '../rooms/desk/desk.tsx'
import { Mine } from '../rooms/reporting/mine.tsx'
import { useMay, useMe } from './session.ts'

const UNIT_ROLES: readonly string[] = ['unit-clerk', 'unit-head', 'subordinate-clerk']

/** What a person sees first: for a unit, where it stands. */
export function Home() {
  const me = useMe()
  const mayReadCycles = useMay('cycle.read')
  if (me.post && UNIT_ROLES.includes(me.post.role)) return <Mine />
  if (mayReadCycles) return <Desk />
  return (
    <Card>
      <Typography.Title level={1} style={{ fontSize: 22, marginTop: 0 }}>
        {me.person.name}，您好
      </Typography.Title>
      <Typography.Paragraph>
        {me.post
          ? `您正以“${me.post.roleName}”的身份为${me.post.orgName}工作。`
          : '您现在没有岗位，请联系安全保密管理员。'}
      </Typography.Paragraph>
    </Card>
  )
}
