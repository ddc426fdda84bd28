import { Popconfirm, Space } from 'antd'
import { Button } from '../../parts/button.tsx'
import { whose } from '../../parts/refused.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { TwoVersions } from '../../parts/two-versions.tsx'
import type { Autosave } from './autosave.ts'

const SAYS = {
  saved: '已保存',
  waiting: '有改动，马上保存',
  saving: '正在保存……',
  failed: '没有保存成功，内容留在本机',
  clash: '有两个版本，请选一个',
} as const

interface ClashProps<T> {
  readonly save: Autosave<T>
  readonly what: string
  say(value: T): string
}

/** Where somebody wrote meanwhile: both versions, and the choice between them. */
export function SaveClash<T>({ save, what, say }: ClashProps<T>) {
  const { clash } = save
  if (clash === null) return null
  return (
    <TwoVersions
      what={what}
      mine={say(save.value)}
      theirs={say(clash.value)}
      whose={whose(clash.standing)}
      onMine={save.keepMine}
      onTheirs={save.takeTheirs}
    />
  )
}

/** Whether what is written is saved; if not, why, and another try. */
export function SaveState<T>({ save, what, say }: ClashProps<T>) {
  // Nothing was ever written: nothing is claimed of it.
  const said = save.state === 'saved' && save.version === 0 ? '' : SAYS[save.state]
  return (
    <Space orientation="vertical">
      <span role="status" className={save.state === 'clash' ? 'field-problem' : 'muted'}>
        {said}
        {save.restored && save.state === 'saved' && '（找回了上次没有保存的内容）'}
      </span>
      <SaveClash save={save} what={what} say={say} />
      {save.state === 'failed' && <Trouble error={save.error} />}
      {save.state === 'failed' && (
        <Space>
          <Button onClick={save.saveNow}>再试一次</Button>
          <Popconfirm
            title="放弃本机没有保存的内容？"
            okText="放弃"
            cancelText="留着"
            onConfirm={save.discard}
          >
            <Button>放弃本机的，看最新的</Button>
          </Popconfirm>
        </Space>
      )}
    </Space>
  )
}
