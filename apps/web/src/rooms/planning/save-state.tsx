import { Button, Popconfirm, Space } from 'antd'
import { Trouble } from '../../parts/trouble.tsx'
import type { Autosave } from './autosave.ts'

const SAYS = {
  saved: '已保存',
  waiting: '有改动，马上保存',
  saving: '正在保存……',
  failed: '没有保存成功，内容留在本机',
} as const

/** Whether what is written is saved; if not, why, and another try. */
export function SaveState<T>({ save }: { readonly save: Autosave<T> }) {
  // Nothing was ever written: nothing is claimed of it.
  const said = save.state === 'saved' && save.version === 0 ? '' : SAYS[save.state]
  return (
    <Space orientation="vertical">
      <span role="status" className="muted">
        {said}
        {save.restored && save.state === 'saved' && '（找回了上次没有保存的内容）'}
      </span>
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
