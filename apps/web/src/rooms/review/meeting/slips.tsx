import type { JudgeSlip, Meeting } from '@kaohe/contract'
import { Slip, SlipSheet, SlipWindow } from '../../../parts/slips.tsx'
import { day } from '../../../parts/when.ts'

const linkOf = ({ token }: JudgeSlip): string => `${window.location.origin}/ballot#${token}`
const titleOf = ({ number, name, group }: JudgeSlip): string =>
  `${number} 号评委　${name}${group ? `（${group}）` : ''}`

interface Props {
  readonly meeting: Meeting
  readonly slips: readonly JudgeSlip[] | undefined
  onClose(): void
}

/** The links of judges to print and hand out, each to the one whose name stands on it; they do not come back. */
export function JudgeSlips({ meeting, slips, onClose }: Props) {
  return (
    <SlipWindow title="评委的链接" open={slips !== undefined} onClose={onClose}>
      <SlipSheet
        advice="链接只在这里出现一次：请现在打印，裁开后交给本人。丢了可以重发，旧的随之作废。"
        print="打印"
      >
        {slips?.map((slip) => (
          <Slip
            key={slip.judge}
            title={titleOf(slip)}
            link={linkOf(slip)}
            label={`${slip.name}的评议二维码`}
          >
            <p>
              {meeting.name}，{day(meeting.heldOn)}
              {meeting.place && `，${meeting.place}`}
            </p>
            <p>用手机扫码，当场打分。只供本人使用，请不要转给别人；会后凭它核对自己的票。</p>
          </Slip>
        ))}
      </SlipSheet>
    </SlipWindow>
  )
}
