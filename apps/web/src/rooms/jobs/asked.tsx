import { Link } from '@tanstack/react-router'
import { Alert } from 'antd'

/** Said where something was asked for that takes a while. */
export function AskedFor({ what }: { readonly what: string }) {
  return (
    <Alert
      type="info"
      showIcon
      style={{ marginBottom: 12 }}
      title={`${what}数量多，已转为后台任务，可以离开本页`}
      action={<Link to="/jobs">查看任务</Link>}
    />
  )
}
