import type { Clock } from '@kaohe/contract'
import { Alert } from 'antd'

/** A demonstration tells of a year gone by, and says which day it takes for today. */
export function DemoDay({ clock }: { readonly clock: Clock }) {
  if (!clock.demonstration) return null
  return (
    <Alert
      type="info"
      className="returned"
      title={`这是演示，按“今天是 ${clock.today}”计算期限；数据都是虚构的`}
    />
  )
}
