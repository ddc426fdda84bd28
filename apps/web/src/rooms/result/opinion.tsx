import { remarkLength, result, type UnitResult } from '@kaohe/contract'
import { Input } from 'antd'
import { useId } from 'react'
import { call } from '../../api/client.ts'
import { useMe } from '../../app/session.ts'
import { readText, useAutosave } from '../planning/autosave.ts'
import { SaveState } from '../planning/save-state.tsx'

interface Props extends Pick<UnitResult, 'opinion'> {
  readonly snapshot: string
  readonly unit: string
}

/** The one opinion on a unit, written out of all remarks; it saves itself. */
export function OpinionForm({ snapshot, unit, opinion }: Props) {
  const id = useId()
  const { person } = useMe()
  const save = useAutosave<string>({
    key: `comprehensive/${person.id}/${snapshot}/${unit}`,
    initial: opinion.text,
    version: opinion.version,
    save: async (text, version) => {
      const params = { snapshot, assessee: unit }
      return (await call(result.writeOpinion, { params, body: { text, version } })).version
    },
    read: readText,
  })
  return (
    <>
      <label htmlFor={id}>归纳成一份综合评语，反馈时单位看到的就是它</label>
      <Input.TextArea
        id={id}
        autoSize={{ minRows: 4, maxRows: 14 }}
        value={save.value}
        onChange={({ target }) => save.write(target.value)}
      />
      <p className="muted">{remarkLength(save.value)} 字</p>
      <SaveState save={save} what="综合评语" say={(text) => text} />
    </>
  )
}
