import { identity, type Me, type SignedIn } from '@kaohe/contract'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Navigate, useNavigate } from '@tanstack/react-router'
import { Alert, Card, Typography } from 'antd'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { changeSession } from '../../app/session.ts'
import { Button } from '../../parts/button.tsx'
import { takeFragment } from '../../parts/fragment.ts'
import { Trouble } from '../../parts/trouble.tsx'
import { DemoAccounts } from './demo-accounts.tsx'
import { SignInForm } from './sign-in-form.tsx'
import './identity.css'

const NEXT: readonly string[] = ['code', 'set-up-factor']

/** What the way through another provider of identities came to. */
function Elsewhere({ fragment }: { readonly fragment: URLSearchParams }) {
  const unlinked = fragment.get('unlinked')
  if (unlinked !== null)
    return (
      <Alert
        type="warning"
        showIcon
        title="您的统一身份还没有关联账户"
        description={`请把这个编号告诉系统管理员：${unlinked}`}
      />
    )
  if (!fragment.has('failed')) return null
  return (
    <Alert
      type="error"
      showIcon
      title="没有登录成功"
      description="请再试一次，或用登录名和密码登录"
    />
  )
}

/** The door. */
export function SignIn() {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [fragment] = useState(takeFragment)
  const welcome = useQuery({ queryKey: ['welcome'], queryFn: () => call(identity.welcome) })
  const done = async (me: Me): Promise<void> => {
    changeSession(queries, me)
    await navigate({ to: '/' })
  }
  const pick = useMutation({
    mutationFn: (body: { login: string; password: string }) => call(identity.signIn, { body }),
    onSuccess: (signedIn) => signedIn.next === 'done' && done(signedIn.me),
  })
  if (welcome.data?.empty) return <Navigate to="/set-up" />
  const asked = fragment.get('next') ?? ''
  const next = NEXT.includes(asked) ? (asked as SignedIn['next']) : undefined
  return (
    <main className="door">
      <Card className="door-card">
        <Typography.Title level={1} style={{ fontSize: 26, marginTop: 0 }}>
          考核
        </Typography.Title>
        <Typography.Paragraph type="secondary">团的年度考核，从通知到反馈</Typography.Paragraph>
        <Elsewhere fragment={fragment} />
        <SignInForm onDone={(me) => void done(me)} next={next} />
        {welcome.isError && (
          <Trouble error={welcome.error} onRetry={() => void welcome.refetch()} />
        )}
        {welcome.data?.elsewhere && (
          <Button block href="/api/elsewhere" style={{ marginTop: 12 }}>
            用{welcome.data.elsewhere}登录
          </Button>
        )}
        {pick.isError && <Trouble error={pick.error} />}
        {welcome.data !== undefined && welcome.data.demo.length > 0 && (
          <DemoAccounts accounts={welcome.data.demo} onPick={(fields) => pick.mutate(fields)} />
        )}
      </Card>
    </main>
  )
}
