import { type Channel, type MessageChoice, type MessageSettings, messages } from '@kaohe/contract'
import { useMutation } from '@tanstack/react-query'
import { Alert, Card, Checkbox, Input, Radio } from 'antd'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { Button } from '../../parts/button.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useTakeOver } from './channel.tsx'
import { CHANNELS } from './words.ts'

const GATHERINGS = [
  { value: 'soon', label: '尽快（两分钟内的合成一条）' },
  { value: 'hour', label: '每小时最多一条' },
  { value: 'day', label: '每天最多一条' },
]

type Change = (choice: MessageChoice) => void
interface PartProps {
  readonly choice: MessageChoice
  readonly onChange: Change
}

function toggled(choice: MessageChoice, kind: string, channel: Channel): MessageChoice {
  const before = choice.kinds[kind] ?? []
  const after = before.includes(channel)
    ? before.filter((one) => one !== channel)
    : [...before, channel]
  return { ...choice, kinds: { ...choice.kinds, [kind]: after } }
}

interface KindsProps extends PartProps {
  readonly settings: MessageSettings
}

function Kinds({ settings, choice, onChange }: KindsProps) {
  const used = CHANNELS.filter(({ channel }) =>
    settings.channels.some((one) => one.channel === channel),
  )
  if (used.length === 0) return <p>设置了邮箱或群机器人以后，可以在这里选择哪类消息送到那里。</p>
  return (
    <div className="message-kinds-around">
      <table className="message-kinds">
        <thead>
          <tr>
            <th scope="col">消息</th>
            {used.map(({ channel, name }) => (
              <th key={channel} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {settings.kinds.map(({ id, name }) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              {used.map((one) => (
                <td key={one.channel}>
                  <Checkbox
                    aria-label={`${name}送到${one.name}`}
                    checked={choice.kinds[id]?.includes(one.channel) ?? false}
                    onChange={() => onChange(toggled(choice, id, one.channel))}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Quiet({ choice, onChange }: PartProps) {
  const { quiet } = choice
  const set = (change: Partial<MessageChoice['quiet']>): void =>
    onChange({ ...choice, quiet: { ...quiet, ...change } })
  return (
    <>
      <p className="quiet-line">
        <Checkbox checked={quiet.on} onChange={({ target }) => set({ on: target.checked })}>
          夜里不打扰（北京时间）
        </Checkbox>
        <label>
          从{' '}
          <Input
            type="time"
            style={{ width: 120 }}
            value={quiet.from}
            disabled={!quiet.on}
            onChange={({ target }) => set({ from: target.value })}
          />
        </label>
        <label>
          到{' '}
          <Input
            type="time"
            style={{ width: 120 }}
            value={quiet.to}
            disabled={!quiet.on}
            onChange={({ target }) => set({ to: target.value })}
          />
        </label>
      </p>
      <p className="quiet-line">
        <Checkbox
          checked={quiet.restDays}
          disabled={!quiet.on}
          onChange={({ target }) => set({ restDays: target.checked })}
        >
          周末和法定节假日也不打扰（调休上班的日子照常）
        </Checkbox>
      </p>
    </>
  )
}

/** Which kinds of messages go where, when not, and how many are put together. */
export function Choice({ settings }: { readonly settings: MessageSettings }) {
  const [choice, setChoice] = useState(settings.choice)
  const takeOver = useTakeOver()
  const write = useMutation({
    mutationFn: () => call(messages.writeMessageChoice, { body: choice }),
    onSuccess: takeOver,
  })
  const change: Change = (next) => {
    write.reset()
    setChoice(next)
  }
  return (
    <Card title={<h2 className="way-title">送什么、什么时候送</h2>}>
      <Kinds settings={settings} choice={choice} onChange={change} />
      <Quiet choice={choice} onChange={change} />
      <p id="gathering">同一时段的消息合在一起送出：</p>
      <Radio.Group
        aria-labelledby="gathering"
        options={GATHERINGS}
        value={choice.gathering}
        onChange={({ target }) =>
          change({ ...choice, gathering: target.value as MessageChoice['gathering'] })
        }
      />
      <div style={{ marginTop: 16 }}>
        {write.error && <Trouble error={write.error} />}
        {write.isSuccess && (
          <Alert type="success" showIcon title="已保存" style={{ marginBottom: 8 }} />
        )}
        <Button type="primary" loading={write.isPending} onClick={() => write.mutate()}>
          保存
        </Button>
      </div>
    </Card>
  )
}
