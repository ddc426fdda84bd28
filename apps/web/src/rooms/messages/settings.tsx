import { messages } from '@kaohe/contract'
import { useQuery } from '@tanstack/react-query'
import { Card, Typography } from 'antd'
import { call } from '../../api/client.ts'
import { Trouble } from '../../parts/trouble.tsx'
import { ChannelPart } from './channel.tsx'
import { Choice } from './choice.tsx'
import { CHANNELS } from './words.ts'
import './messages.css'

function Title() {
  return (
    <Typography.Title level={1} style={{ fontSize: 22, margin: 0 }}>
      消息设置
    </Typography.Title>
  )
}

/** Where and when one wants to be told, besides in the application. */
export function MessageSettingsPage() {
  const settings = useQuery({
    queryKey: ['messages', 'settings'],
    queryFn: () => call(messages.readMessageSettings),
  })
  if (settings.error)
    return (
      <>
        <Title />
        <Trouble error={settings.error} onRetry={() => void settings.refetch()} />
      </>
    )
  const { data } = settings
  if (data === undefined)
    return (
      <>
        <Title />
        <Card loading />
      </>
    )
  return (
    <div className="settings-cards">
      <Title />
      <p style={{ margin: 0 }}>
        消息总会出现在系统里。另外送出去的只有类别、件数和一个链接，不写姓名、内容和分数。
      </p>
      <Card title={<h2 className="way-title">还送到哪里</h2>}>
        {CHANNELS.map((words) => (
          <ChannelPart
            key={words.channel}
            words={words}
            known={data.channels.find(({ channel }) => channel === words.channel)}
            canMail={data.mail}
          />
        ))}
      </Card>
      <Choice settings={data} />
    </div>
  )
}
