import { Alert, Space } from 'antd'
import { Button } from '../../parts/button.tsx'

interface Props {
  readonly codes: readonly string[]
  readonly onDone: () => void
}

/** Codes for when the device is lost. They are shown here and never again. */
export function RecoveryCodes({ codes, onDone }: Props) {
  return (
    <Space orientation="vertical" style={{ width: '100%' }} size="middle">
      <Alert
        type="warning"
        showIcon
        title="请现在打印或抄下恢复码"
        description="手机丢失时用它们登录，每个只能用一次。它们只在这里出现一次。"
      />
      <ol className="recovery" aria-label="恢复码">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ol>
      <Space className="no-print" wrap>
        <Button onClick={() => window.print()}>打印</Button>
        <Button type="primary" onClick={onDone}>
          已经收好，继续
        </Button>
      </Space>
    </Space>
  )
}
