import type { Exhibit, VerdictKind } from '@kaohe/contract'
import { Input, Popconfirm, Space } from 'antd'
import { useState } from 'react'
import { Button } from '../../parts/button.tsx'
import type { DeskPlace } from './data.ts'
import { exhibitKey, useVerdict, VERDICT } from './exhibits-data.ts'
import { VerdictRefused } from './verdict-refused.tsx'

interface Props {
  readonly place: DeskPlace
  /** Of one item. */
  readonly rows: readonly Exhibit[]
  readonly picked: ReadonlySet<string>
  onPick(picked: ReadonlySet<string>): void
  onGiven(given: readonly Exhibit[]): void
}

/** One verdict on several files of an item, asked again with how many they are. */
export function ExhibitBatch({ place, rows, picked, onPick, onGiven }: Props) {
  const give = useVerdict(place)
  const [reason, setReason] = useState('')
  const chosen = rows.filter((one) => picked.has(exhibitKey(one)))
  const units = new Set(chosen.map(({ unit }) => unit)).size
  const given = (exhibits: readonly Exhibit[]): void => {
    onGiven(exhibits)
    onPick(new Set())
    setReason('')
  }
  const button = (verdict: VerdictKind) => (
    <Popconfirm
      key={verdict}
      title={`将把 ${units} 个单位的 ${chosen.length} 份材料记为“${VERDICT[verdict]}”，确定吗？`}
      okText="确定"
      cancelText="再看看"
      onConfirm={() =>
        give.mutate(
          { exhibits: chosen, verdict, reason: reason.trim() || null },
          { onSuccess: ({ exhibits }) => given(exhibits) },
        )
      }
    >
      <Button
        size="small"
        loading={give.isPending}
        disabled={chosen.length === 0 || (verdict === 'returned' && reason.trim() === '')}
      >
        {VERDICT[verdict]}所选
      </Button>
    </Popconfirm>
  )
  return (
    <section className="exhibit-batch" aria-label="一次给几份下结论">
      <Space wrap>
        <Button size="small" onClick={() => onPick(new Set(rows.map(exhibitKey)))}>
          全选 {rows.length} 份
        </Button>
        <span role="status">已选 {chosen.length} 份</span>
        <Input
          size="small"
          aria-label="所选几份的理由"
          placeholder="理由（退回必填）"
          maxLength={500}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
        {(['accepted', 'doubtful', 'returned'] as const).map(button)}
      </Space>
      <VerdictRefused place={place} give={give} onGiven={given} />
    </section>
  )
}
