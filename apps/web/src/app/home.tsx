import { Card, Typography } from 'antd'
import { useMe } from './session.ts'

/** What a person sees first. */
export function Home() {
  const me = useMe()
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
