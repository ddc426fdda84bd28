import { identity, type Slip } from '@kaohe/contract'
import { useQuery } from '@tanstack/react-query'
import { Link, Navigate } from '@tanstack/react-router'
import { Alert, Card, Typography } from 'antd'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { Button } from '../../parts/button.tsx'
import { takeRaw } from '../../parts/fragment.ts'
import { SetUpDemo } from './set-up-demo.tsx'
import { SetUpOwn } from './set-up-own.tsx'
import { Slips } from './slips.tsx'
import './identity.css'

function Ready({ slips }: { readonly slips: readonly Slip[] }) {
  return (
    <>
      <Typography.Title level={1} style={{ fontSize: 22, marginTop: 0 }}>
        建立好了，请把邀请交给四个人
      </Typography.Title>
      <Slips slips={slips} />
      <Typography.Paragraph className="no-print">
        三员第一次登录时设置动态码。以后由系统管理员邀请人员，安全保密管理员授予岗位，安全审计员查看日志。
      </Typography.Paragraph>
      <Link to="/sign-in" className="no-print">
        去登录页
      </Link>
    </>
  )
}

/** The first start: the demonstration, or an organisation of one's own. */
export function SetUp() {
  const [code] = useState(takeRaw)
  const [slips, setSlips] = useState<readonly Slip[]>()
  const welcome = useQuery({ queryKey: ['welcome'], queryFn: () => call(identity.welcome) })
  const [began, setBegan] = useState(false)
  if (slips === undefined && !began && welcome.data?.empty === false)
    return <Navigate to="/sign-in" />
  const given = code === '' ? null : code
  const mayNot = welcome.data?.setUp === 'code' && given === null
  return (
    <main className="door">
      <Card className="door-wide" loading={welcome.isPending}>
        {slips ? (
          <Ready slips={slips} />
        ) : (
          <>
            <Typography.Title level={1} style={{ fontSize: 22, marginTop: 0 }}>
              第一次使用
            </Typography.Title>
            {mayNot ? (
              <Alert
                type="info"
                showIcon
                title="请用启动服务器的终端里的链接打开这一页"
                description="系统还是空的，只有能看到终端的人才能建立它。"
                action={<Button onClick={() => void welcome.refetch()}>再看一次</Button>}
              />
            ) : (
              <div className="ways">
                <SetUpDemo code={given} onBegin={() => setBegan(true)} />
                <SetUpOwn code={given} onDone={setSlips} />
              </div>
            )}
          </>
        )}
      </Card>
    </main>
  )
}
