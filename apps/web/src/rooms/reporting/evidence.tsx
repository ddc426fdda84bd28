import { type EvidenceFile, type ReportItem, reporting } from '@kaohe/contract'
import { useQueryClient } from '@tanstack/react-query'
import { Image, Input, Select, Space } from 'antd'
import { useId, useState } from 'react'
import { call } from '../../api/client.ts'
import { Button } from '../../parts/button.tsx'
import { FileButton } from '../../parts/file-button.tsx'
import { day } from '../../parts/when.ts'
import { Preview } from './preview.tsx'
import { type Place, reportKey, useAct } from './save.ts'
import { saySize } from './say.ts'
import { SendingList, useSending } from './sending.tsx'
import { toItem } from './upload.ts'

/** A picture that the page may show. */
export const isPicture = ({ type }: EvidenceFile): boolean =>
  /^image\/(?:jpeg|png|gif|webp)$/.test(type)

interface Others {
  readonly id: string
  readonly name: string
}

function FileRow({ file, place, mine, items }: RowProps) {
  const address = `/api/evidence/${file.id}`
  const unlink = useAct(place, (item: string) =>
    call(reporting.unlinkEvidence, { params: { ...place, file: file.id, item } }),
  )
  const link = useAct(place, (item: string) =>
    call(reporting.linkEvidence, { params: { ...place, file: file.id, item }, body: {} }),
  )
  return (
    <li className="file">
      {isPicture(file) && (
        <Image src={address} alt={file.name} width={48} height={48} className="thumb" />
      )}
      <span className="file-name">
        <a href={address} download={file.name}>
          {file.name}
        </a>
        <span className="field-state">
          {saySize(file.size)} · 上传 {day(file.at)}
          {file.showsOn !== null && ` · 反映 ${file.showsOn}`}
        </span>
      </span>
      {mine && (
        <Space size={4} wrap>
          <Select
            size="small"
            aria-label={`${file.name} 也用于`}
            placeholder="也用于…"
            value={null}
            options={items.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(item: string | null) => item !== null && link.mutate(item)}
            style={{ minWidth: 110 }}
          />
          <Button size="small" type="text" onClick={() => unlink.mutate(file.item)}>
            移出此项
          </Button>
        </Space>
      )}
      {file.returned !== null && (
        <span className="field-problem">
          被退回：{file.returned}。请换一份，或者补充后重新提交。
        </span>
      )}
      <Preview file={file} />
    </li>
  )
}

interface RowProps {
  readonly file: ReportItem['files'][number]
  readonly place: Place
  readonly mine: boolean
  readonly items: readonly Others[]
}

interface Props {
  readonly item: ReportItem
  readonly items: readonly Others[]
  readonly place: Place
  readonly mine: boolean
}

function Drop({ item, place }: Pick<Props, 'item' | 'place'>) {
  const id = useId()
  const [showsOn, setShowsOn] = useState('')
  const [over, setOver] = useState(false)
  const queries = useQueryClient()
  const { sending, send } = useSending(toItem(place, item.id, showsOn || null), () =>
    queries.invalidateQueries({ queryKey: reportKey(place) }),
  )
  return (
    <>
      <div
        className={over ? 'drop drop-over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          void send([...event.dataTransfer.files])
        }}
      >
        <span className="drop-date">
          <label htmlFor={`${id}-on`}>材料反映的日期</label>
          <Input
            id={`${id}-on`}
            type="date"
            size="small"
            value={showsOn}
            onChange={({ target }) => setShowsOn(target.value)}
            style={{ width: 150 }}
          />
        </span>
        <FileButton
          size="small"
          multiple
          label={`为“${item.name}”选择支撑材料`}
          onFiles={(files) => void send(files)}
        >
          选择文件或拍照
        </FileButton>
        <span className="field-state drop-hint">也可以把文件拖到这里，一次可以多个</span>
      </div>
      <SendingList sending={sending} />
    </>
  )
}

/** The evidence of an item: what is asked for, what is there, and where more is dropped. */
export function Evidence({ item, items, place, mine }: Props) {
  const [open, setOpen] = useState(false)
  if (item.files.length === 0 && !mine) return null
  const there = new Set(item.files.map(({ id }) => id))
  const others = items.filter(({ id }) => id !== item.id)
  return (
    <section className="evidence" aria-label={`${item.name}：支撑材料`}>
      {(item.evidence.length > 0 || there.size > 0) && (
        <p className="evidence-head">
          支撑材料
          {item.evidence.length > 0 && (
            <span className="field-state">
              {' '}
              要有：
              {item.evidence
                .map(({ name, required }) => (required ? `${name}（必交）` : name))
                .join('、')}
            </span>
          )}
        </p>
      )}
      {there.size > 0 && (
        <ul className="files">
          {item.files.map((file) => (
            <FileRow key={file.id} file={file} place={place} mine={mine} items={others} />
          ))}
        </ul>
      )}
      {mine && (open || item.evidence.length > 0) && <Drop item={item} place={place} />}
      {mine && !open && item.evidence.length === 0 && (
        <Button size="small" type="text" onClick={() => setOpen(true)}>
          添加支撑材料
        </Button>
      )}
    </section>
  )
}
