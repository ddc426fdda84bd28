import { type EvidenceFile, type Happening, type Happenings, reporting } from '@kaohe/contract'
import { Select } from 'antd'
import { call } from '../../api/client.ts'
import { Trouble } from '../../parts/trouble.tsx'
import { type Place, useAct } from './save.ts'

interface Props {
  readonly kind: Happenings
  readonly place: Place
  readonly row: Happening
  readonly files: readonly EvidenceFile[]
}

interface Chosen {
  readonly file: string
  readonly shows: string | null
}

/** What goes with one event: for each evidence that the scheme asks for, which of the files it is. */
export function EventFiles({ kind, place, row, files }: Props) {
  const attach = useAct(place, ({ file, shows }: Chosen) =>
    call(reporting.attachToHappening, {
      params: { ...place, happening: row.id, file },
      body: { shows },
    }),
  )
  const choose = (shows: string, file: string | null, before: string | undefined): void => {
    if (file !== null) attach.mutate({ file, shows })
    else if (before !== undefined) attach.mutate({ file: before, shows: null })
  }
  return (
    <div className="event-files">
      {kind.evidence.map(({ name, required }) => {
        const there = row.files.filter(({ shows }) => shows === name)
        const label = `${name}${required ? '（必交）' : ''}`
        if (!kind.mine || row.voidedBecause !== null)
          return (
            <span key={name} className="field-state">
              {label}：{there.map((file) => file.name).join('、') || '没有'}
            </span>
          )
        return (
          <label key={name} className="event-file">
            <span>{label}</span>
            <Select
              size="small"
              allowClear
              loading={attach.isPending}
              aria-label={`${row.happenedOn} 的${label}`}
              placeholder={files.length === 0 ? '先在下面上传' : '选一份材料'}
              value={there.at(-1)?.id ?? null}
              options={files.map((file) => ({ value: file.id, label: file.name }))}
              onChange={(file: string | null | undefined) =>
                choose(name, file ?? null, there.at(-1)?.id)
              }
            />
          </label>
        )
      })}
      {attach.isError && <Trouble error={attach.error} />}
    </div>
  )
}
