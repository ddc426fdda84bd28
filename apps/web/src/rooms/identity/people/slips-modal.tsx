import type { Slip } from '@kaohe/contract'
import { SlipWindow } from '../../../parts/slips.tsx'
import { Slips } from '../slips.tsx'

interface Props {
  readonly slips: readonly Slip[] | undefined
  readonly onClose: () => void
}

/** Invitations just made. */
export function SlipsModal({ slips, onClose }: Props) {
  return (
    <SlipWindow title="邀请" open={slips !== undefined} onClose={onClose}>
      {slips && <Slips slips={slips} />}
    </SlipWindow>
  )
}
