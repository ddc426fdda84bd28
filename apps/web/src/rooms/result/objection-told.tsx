import type { Objection } from '@kaohe/contract'
import { Tag } from 'antd'
import { day } from '../../parts/when.ts'
import { FileLinks } from '../reporting/attach.tsx'
import { sayState } from './objection-data.ts'

function Carried({ one }: { readonly one: Objection }) {
  const { carried, ruling, was } = one
  if (carried !== null)
    return (
      <p>
        {carried.on} 更正落实：<del>{was}</del> → <strong>{carried.became}</strong>
      </p>
    )
  const waits = ruling !== null && ruling.ruling !== 'rejected'
  return waits ? <p className="muted">更正还没有落实；落实以后这里写明原来和现在。</p> : null
}

/** An objection from what was held against the figure to what it became. */
export function ObjectionTold({ one }: { readonly one: Objection }) {
  const { figureName, was, text, files, reply, ruling, filedAt } = one
  return (
    <div className="objection">
      <p>
        对<strong>{figureName}</strong>（反馈为 {was}）的申诉 <Tag>{sayState(one)}</Tag>
        {filedAt !== null && <span className="muted">{day(filedAt)} 提出</span>}
      </p>
      <p className="work">{text}</p>
      <FileLinks files={files} />
      {reply !== null && (
        <p className="work">
          <span className="muted">{day(reply.at)} 答复：</span>
          {reply.text}
        </p>
      )}
      {ruling !== null && (
        <p className="work">
          <span className="muted">
            {ruling.on} {ruling.body}
            {ruling.number !== null && `（${ruling.number}）`}裁定：
          </span>
          {ruling.reason}
        </p>
      )}
      <Carried one={one} />
    </div>
  )
}
