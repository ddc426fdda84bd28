import { type Answer, identity } from '@kaohe/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Card, Space, Typography } from 'antd'
import { useState } from 'react'
import { call } from '../../../api/client.ts'
import { Button } from '../../../parts/button.tsx'
import { Trouble } from '../../../parts/trouble.tsx'
import { FactorSetUp } from '../factor-set-up.tsx'
import { RecoveryCodes } from '../recovery-codes.tsx'
import { AskPassword } from './ask-password.tsx'

type Account = Answer<typeof identity.readAccount>

function Standing({ account, onChange }: { account: Account; onChange: () => void }) {
  const [asked, setAsked] = useState<'drop' | 'renew'>()
  const close = (): void => setAsked(undefined)
  const drop = useMutation({
    mutationFn: (password: string) => call(identity.dropFactor, { body: { password } }),
    onSuccess: () => {
      close()
      onChange()
    },
  })
  const renew = useMutation({
    mutationFn: (password: string) => call(identity.renewRecovery, { body: { password } }),
    onSuccess: close,
  })
  if (renew.data !== undefined)
    return (
      <RecoveryCodes
        codes={renew.data.recovery}
        onDone={() => {
          renew.reset()
          onChange()
        }}
      />
    )
  const current = asked === 'drop' ? drop : renew
  return (
    <>
      <Typography.Paragraph>
        已启用。恢复码还剩 {account.recoveryLeft} 个
        {account.factorRequired && '；您的岗位必须使用，不能停用'}。
      </Typography.Paragraph>
      <Space wrap>
        <Button onClick={() => setAsked('renew')}>换一套恢复码</Button>
        {!account.factorRequired && <Button onClick={() => setAsked('drop')}>停用</Button>}
      </Space>
      <AskPassword
        title={asked === 'drop' ? '停用动态码' : '换一套恢复码，旧的作废'}
        open={asked !== undefined}
        pending={current.isPending}
        onCancel={close}
        onGive={(password) => current.mutate(password)}
      >
        {current.isError && <Trouble error={current.error} />}
      </AskPassword>
    </>
  )
}

/** The second factor: set up, renewed, dropped. */
export function Factor({ account }: { readonly account: Account }) {
  const queries = useQueryClient()
  const changed = (): void => void queries.invalidateQueries({ queryKey: ['account'] })
  return (
    <Card title={<h2 className="way-title">动态码（第二道验证）</h2>}>
      {account.factor ? (
        <Standing account={account} onChange={changed} />
      ) : (
        <div style={{ maxWidth: 420 }}>
          <FactorSetUp
            reason="登录时除密码外再要手机上的六位数字，密码被人看到也进不来。"
            onDone={changed}
          />
        </div>
      )}
    </Card>
  )
}
