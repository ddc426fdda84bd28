import { BellOutlined } from '@ant-design/icons'
import { messages } from '@kaohe/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Badge } from 'antd'
import { call } from '../../api/client.ts'
import { useMay } from '../../app/session.ts'
import './messages.css'

const LOOK_EVERY_MS = 60_000
const MOST = 99

/** How many messages wait to be read, and the way to them. */
export function Bell() {
  const may = useMay('message.read')
  const count = useQuery({
    queryKey: ['messages', 'unread'],
    queryFn: () => call(messages.countMessages),
    refetchInterval: LOOK_EVERY_MS,
    enabled: may,
  })
  if (!may) return null
  const unread = count.data?.unread ?? 0
  return (
    <Link to="/messages" className="bell" aria-label={`消息，${unread} 条未读`}>
      <Badge count={unread} overflowCount={MOST} size="small">
        <BellOutlined aria-hidden className="bell-sign" />
      </Badge>
    </Link>
  )
}
