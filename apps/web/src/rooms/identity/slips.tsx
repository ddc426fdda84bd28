import type { Slip as Invitation } from '@kaohe/contract'
import { Slip, SlipSheet } from '../../parts/slips.tsx'

const linkOf = ({ token }: Invitation): string => `${window.location.origin}/invitation#${token}`
const dayOf = (instant: string): string =>
  new Date(instant).toLocaleString('zh-CN', { dateStyle: 'long', timeStyle: 'short' })

function OneSlip({ slip }: { readonly slip: Invitation }) {
  return (
    <Slip
      title={slip.roleName ? `${slip.name}（${slip.roleName}）` : slip.name}
      link={linkOf(slip)}
      label={`${slip.name}的邀请二维码`}
    >
      <p>{slip.orgName} 邀请您使用考核系统。</p>
      <p>
        登录名：<strong className="slip-login">{slip.login}</strong>
      </p>
      <p>扫码或打开下面的链接，自己设密码。只能用一次，{dayOf(slip.expiresAt)}前有效。</p>
    </Slip>
  )
}

/** Invitations to print and hand out, or to copy and send; they are shown here and never again. */
export function Slips({ slips }: { readonly slips: readonly Invitation[] }) {
  return (
    <SlipSheet
      advice="邀请只在这里出现一次：请现在打印，或逐个复制链接发给本人。丢了可以重发，旧的随之作废。"
      print="打印邀请"
    >
      {slips.map((slip) => (
        <OneSlip key={slip.person} slip={slip} />
      ))}
    </SlipSheet>
  )
}
