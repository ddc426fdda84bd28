import { identity, type Me, type SignedIn } from '@kaohe/contract'
import { useMutation } from '@tanstack/react-query'
import { Form, Input, Space } from 'antd'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { Button } from '../../parts/button.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { CodeForm } from './code-form.tsx'
import { FactorSetUp } from './factor-set-up.tsx'

interface Fields {
  readonly login: string
  readonly password: string
}

interface Props {
  readonly onDone: (me: Me) => void
  /** The step to begin with, when the first factor was shown elsewhere. */
  readonly next?: SignedIn['next'] | undefined
}

function PasswordForm({ onNext }: { readonly onNext: (signedIn: SignedIn) => void }) {
  const signIn = useMutation({
    mutationFn: (body: Fields) => call(identity.signIn, { body }),
    onSuccess: onNext,
  })
  return (
    <Form layout="vertical" requiredMark={false} onFinish={signIn.mutate}>
      <Form.Item name="login" label="登录名" rules={[{ required: true, message: '请填写登录名' }]}>
        <Input autoComplete="username" autoFocus />
      </Form.Item>
      <Form.Item name="password" label="密码" rules={[{ required: true, message: '请填写密码' }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Space orientation="vertical" style={{ width: '100%' }} size="middle">
        {signIn.isError && <Trouble error={signIn.error} />}
        <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
          登录
        </Button>
      </Space>
    </Form>
  )
}

/** Signing in, step by step: the password, then a code where one is asked for. */
export function SignInForm({ onDone, next = 'done' }: Props) {
  const [step, setStep] = useState<SignedIn['next'] | 'password'>(
    next === 'done' ? 'password' : next,
  )
  const go = (signedIn: SignedIn): void =>
    signedIn.next === 'done' ? onDone(signedIn.me) : setStep(signedIn.next)
  const restart = (): void => setStep('password')
  if (step === 'code') return <CodeForm onNext={go} onRestart={restart} />
  if (step === 'set-up-factor')
    return <FactorSetUp onDone={go} reason="您登录要有动态码，请先设置。" />
  return <PasswordForm onNext={go} />
}
