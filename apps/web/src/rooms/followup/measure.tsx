import type { Measure } from '@kaohe/contract'
import { Tag } from 'antd'
import { day } from '../../parts/when.ts'
import { FileLinks } from '../reporting/attach.tsx'
import { KIND, sayState } from './data.ts'

const SIDE = { office: '', unit: '单位报告' } as const

function Steps({ steps }: Pick<Measure, 'steps'>) {
  if (steps.length === 0) return null
  return (
    <ol className="measure-steps">
      {steps.map(({ id, kind, side, text, at }) => (
        <li key={id}>
          <span className="muted">
            {day(at)} {SIDE[side]}
            {KIND[kind]}：
          </span>
          <span className="work">{text}</span>
        </li>
      ))}
    </ol>
  )
}

function Fields({ one }: { readonly one: Measure }) {
  const { owner, dueOn, copies, places, persons, amount, pointsLost } = one
  const rows = [
    pointsLost !== null && ['失分', `${pointsLost} 分`],
    owner !== null && ['负责', owner.name],
    dueOn !== null && ['期限', dueOn],
    copies.length > 0 && ['抄送', copies.join('、')],
    places !== null && ['名额增减', places],
    persons !== null && ['推荐人选', persons],
    amount !== null && ['金额', `${amount} 元`],
  ].filter((row): row is string[] => row !== false)
  if (rows.length === 0) return null
  return <p>{rows.map(([name, value]) => `${name}：${value}`).join('；')}</p>
}

/** Something that follows from a result, from its ground to its end. */
export function MeasureTold({ one }: { readonly one: Measure }) {
  const { decided, reason, facts, steps, files, closing, outdated } = one
  return (
    <>
      <p>
        <Tag>{sayState(one)}</Tag>
        {one.clause !== null && <span className="muted">{one.clause}　</span>}
        {decided !== null &&
          `${decided.on} ${decided.body}${decided.number === null ? '' : `（${decided.number}）`}：`}
        {reason}
      </p>
      {outdated && <p>依据的结果已经更正，请核对是否仍然适用。</p>}
      {facts !== null && facts.length > 0 && <p className="muted">依据：{facts.join('；')}</p>}
      <Fields one={one} />
      <Steps steps={steps} />
      <FileLinks files={files} />
      {closing !== null && <p className="muted">销号：{closing}</p>}
    </>
  )
}
