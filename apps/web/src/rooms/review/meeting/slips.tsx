import type { JudgeSlip, Meeting } from '@kaohe/contract'
import { Button, Modal, QRCode, Typography } from 'antd'
import { day } from '../../reporting/say.ts'
import '../../identity/identity.css'

const linkOf = ({ token }: JudgeSlip): string => `${window.location.origin}/ballot#${token}`

function OneSlip({ slip, meeting }: { readonly slip: JudgeSlip; readonly meeting: Meeting }) {
  const link = linkOf(slip)
  return (
    <li className="slip">
      <div className="slip-words">
        <Typography.Title level={2} style={{ fontSize: 17, marginTop: 0 }}>
          {slip.number} 号评委　{slip.name}
          {slip.group && `（${slip.group}）`}
        </Typography.Title>
        <p>
          {meeting.name}，{day(meeting.heldOn)}
          {meeting.place && `，${meeting.place}`}
        </p>
        <p>用手机扫码，当场打分。只供本人使用，请不要转给别人；会后凭它核对自己的票。</p>
        <Typography.Paragraph className="slip-link" copyable={{ text: link }}>
          {link}
        </Typography.Paragraph>
      </div>
      <QRCode
        type="svg"
        value={link}
        size={132}
        bordered={false}
        aria-label={`${slip.name}的评议二维码`}
      />
    </li>
  )
}

interface Props {
  readonly meeting: Meeting
  readonly slips: readonly JudgeSlip[] | undefined
  onClose(): void
}

/** The links of judges to print and hand out, each to the one whose name stands on it; they do not come back. */
export function JudgeSlips({ meeting, slips, onClose }: Props) {
  return (
    <Modal
      title="评委的链接"
      open={slips !== undefined}
      onCancel={onClose}
      onOk={onClose}
      okText="已经交给本人，关闭"
      cancelButtonProps={{ style: { display: 'none' } }}
      mask={{ closable: false }}
      width={720}
      className="slips-modal"
    >
      <Typography.Paragraph className="no-print" type="secondary">
        链接只在这里出现一次：请现在打印，裁开后交给本人。丢了可以重发，旧的随之作废。
      </Typography.Paragraph>
      <Button className="no-print" onClick={() => window.print()}>
        打印
      </Button>
      <ul className="slips">
        {slips?.map((slip) => (
          <OneSlip key={slip.judge} slip={slip} meeting={meeting} />
        ))}
      </ul>
    </Modal>
  )
}
