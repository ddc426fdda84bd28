import type { Slip } from '@kaohe/contract'
import { Modal } from 'antd'
import { Slips } from '../slips.tsx'

interface Props {
  readonly slips: readonly Slip[] | undefined
  readonly onClose: () => void
}

/** Invitations just made. Closing it is meant: they do not come back. */
export function SlipsModal({ slips, onClose }: Props) {
  return (
    <Modal
      title="邀请"
      open={slips !== undefined}
      onCancel={onClose}
      onOk={onClose}
      okText="已经交给本人，关闭"
      cancelButtonProps={{ style: { display: 'none' } }}
      mask={{ closable: false }}
      width={720}
      className="slips-modal"
    >
      {slips && <Slips slips={slips} />}
    </Modal>
  )
}
