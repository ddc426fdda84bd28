import { identity, type Me } from '@kaohe/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Card, Form, Result, Space, Typography } from 'antd'
import { useState } from 'react'
import { ApiProblem, call } from '../../api/client.ts'
import { changeSession } from '../../app/session.ts'
import { Button } from '../../parts/button.tsx'
import { takeRaw } from '../../parts/fragment.ts'
import { Trouble } from '../../parts/trouble.tsx'
import { NewPassword } from './new-password.tsx'
import { SignInForm } from './sign-in-form.tsx'
import './identity.css'

function Choose({ token, onDone }: { readonly token: string; readonly onDone: (me: Me) => void }) {
  const accept = useMutation({
    mutationFn: ({ next }: { readonly next: string }) =>
      call(identity.acceptInvitation, { body: { token, password: next } }),
    onSuccess: (signedIn) => signedIn.next === 'done' && onDone(signedIn.me),
  })
  if (accept.data !== undefined && accept.data.next !== 'done')
    return <SignInForm onDone={onDone} next={accept.data.next} />
  return (
    <Form layout="vertical" requiredMark={false} onFinish={accept.mutate}>
      <NewPassword label="自己设一个密码" />
      <Space orientation="vertical" style={{ width: '100%' }} size="middle">
        {accept.isError && <Trouble error={accept.error} />}
        <Button type="primary" htmlType="submit" block loading={accept.isPending}>
          设好密码，登录
        </Button>
      </Space>
    </Form>
  )
}

/** Whom the invitation is for, and the choice of a password. */
export function Invitation() {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [token] = useState(takeRaw)
  const look = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => call(identity.lookAtInvitation, { body: { token } }),
    enabled: token !== '',
  })
  const done = async (me: Me): Promise<void> => {
    changeSession(queries, me)
    await navigate({ to: '/' })
  }
  const problem = look.error instanceof ApiProblem ? look.error.problem : undefined
  return (
    <main className="door">
      <Card className="door-card" loading={token !== '' && look.isPending}>
        {look.data === undefined ? (
          <Result
            status="warning"
            title={<h1 style={{ fontSize: 20 }}>{problem?.title ?? '这里没有邀请'}</h1>}
            subTitle={problem?.detail ?? '请完整地打开邀请里的链接'}
          />
        ) : (
          <>
            <Typography.Title level={1} style={{ fontSize: 22, marginTop: 0 }}>
              {look.data.name}，欢迎
            </Typography.Title>
            <Typography.Paragraph>{look.data.orgName} 邀请您使用考核系统。</Typography.Paragraph>
            <Typography.Paragraph>
              您的登录名是 <strong className="slip-login">{look.data.login}</strong>，请记下来。
            </Typography.Paragraph>
            <Choose token={token} onDone={(me) => void done(me)} />
          </>
        )}
      </Card>
    </main>
  )
}
