import type { Attachments, EvidenceFile } from '@kaohe/contract'
import { call } from '../../api/client.ts'
import { FileButton } from '../../parts/file-button.tsx'
import { saySize } from './say.ts'
import { SendingList, useSending } from './sending.tsx'
import type { Target } from './upload.ts'

function toObject(sending: Attachments, object: string): Target {
  const params = { object }
  return {
    key: [sending.start.path, object],
    address: `/api${sending.start.path.replace('{object}', object)}`,
    start: ({ name, size }) => call(sending.start, { params, body: { name, size } }),
    read: (upload) => call(sending.read, { params: { object, upload } }),
    finish: (upload) => call(sending.finish, { params: { object, upload }, body: {} }),
  }
}

/** Files that go with something, to be saved. */
export function FileLinks({ files }: { readonly files: readonly EvidenceFile[] }) {
  if (files.length === 0) return null
  return (
    <ul className="attached">
      {files.map(({ id, name, size }) => (
        <li key={id}>
          <a href={`/api/evidence/${id}`} download={name}>
            {name}
          </a>{' '}
          <span className="muted">{saySize(size)}</span>
        </li>
      ))}
    </ul>
  )
}

interface Props {
  readonly sending: Attachments
  readonly object: string
  /** What it goes with, for those who do not see it. */
  readonly label: string
  onDone(): Promise<unknown>
}

/** Chooses files and sends them to an object; a lost connection is resumed. */
export function Attach({ sending, object, label, onDone }: Props) {
  const { sending: under, send } = useSending(toObject(sending, object), onDone)
  return (
    <div>
      <FileButton
        size="small"
        multiple
        label={`${label}：选择文件`}
        onFiles={(files) => void send(files)}
      >
        附上材料
      </FileButton>
      <SendingList sending={under} />
    </div>
  )
}
