import type { Slip } from '@kaohe/contract'
import { Button, QRCode, Typography } from 'antd'

const linkOf = ({ token }: Slip): string => `${window.location.origin}/invitation#${token}`
const dayOf = (instant: string): string =>
  new Date(instant).toLocaleString('zh-CN', { dateStyle: 'long', timeStyle: 'short' })

function OneSlip({ slip }: { readonly slip: Slip }) {
  const link = linkOf(slip)
  return (
    <li className="slip">
      <div className="slip-words">
        <Typography.Title level={2} style={{ fontSize: 17, marginTop: 0 }}>
          {slip.name}
          {slip.roleName && `（${slip.roleName}）`}
        </Typography.Title>
        <p>{slip.orgName} 邀请您使用考核系统。</p>
        <p>
          登录名：<strong className="slip-login">{slip.login}</strong>
        </p>
        <p>扫码或打开下面的链接，自己设密码。只能用一次，{dayOf(slip.expiresAt)}前有效。</p>
        <Typography.Paragraph className="slip-link" copyable={{ text: link }}>
          {link}
        </Typography.Paragraph>
      </div>
      <QRCode
        type="svg"
        value={link}
        size={132}
        bordered={false}
        aria-label={`${slip.name}的邀请二维码`}
      />
    </li>
  )
}

/** Invitations to print and hand out, or to copy and send; they are shown here and never again. */
export function Slips({ slips }: { readonly slips: readonly Slip[] }) {
  return (
    <>
      <Typography.Paragraph className="no-print" type="secondary">
        邀请只在这里出现一次：请现在打印，或逐个复制链接发给本人。丢了可以重发，旧的随之作废。
      </Typography.Paragraph>
      <Button className="no-print" onClick={() => window.print()}>
        打印邀请
      </Button>
      <ul className="slips">
        {slips.map((slip) => (
          <OneSlip key={slip.person} slip={slip} />
        ))}
      </ul>
    </>
  )
}
