import type { Exhibit, VerdictKind } from '@kaohe/contract'
import { useQuery } from '@tanstack/react-query'
import { Alert, Input, Space } from 'antd'
import { useEffect, useId, useRef } from 'react'
import { Button } from '../../parts/button.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { day } from '../../parts/when.ts'
import { saySize } from '../reporting/say.ts'
import { type DeskPlace, deskQuery, itemQuery } from './data.ts'
import { useDraft } from './draft.ts'
import { type ExhibitsData, exhibitKey, useVerdict, VERDICT, verdictOf } from './exhibits-data.ts'
import { VerdictRefused } from './verdict-refused.tsx'

interface Props {
  readonly place: DeskPlace
  readonly data: ExhibitsData
  readonly exhibit: Exhibit
  onMove(by: -1 | 1): void
  onGiven(): void
}

function Reported({ place, exhibit, field }: Pick<Props, 'place' | 'exhibit'> & ReportedProps) {
  const item = useQuery(itemQuery(place, field))
  const desk = useQuery(deskQuery(place))
  if (item.isError) return <Trouble error={item.error} />
  if (item.data === undefined) return null
  const said = item.data.units.find(({ unit }) => unit === exhibit.unit)
  const mark = desk.data?.marks.find((one) => one.item === field && one.unit === exhibit.unit)
  return (
    <>
      {item.data.rule !== null && <p>{item.data.rule}</p>}
      <ul>
        {item.data.requirements.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      {said?.work != null && <p className="work">{said.work}</p>}
      {said?.data.map(({ name, text, source }) => (
        <p key={name}>
          {name}：<strong>{text}</strong> <span className="muted">{source}</span>
        </p>
      ))}
      {said?.observations.map(({ on, text, by }) => (
        <p key={`${on}${text}`} className="seen">
          {on} {by}：{text}
        </p>
      ))}
      <p>
        这一项的打分：{mark === undefined || mark.text === '' ? '还没有打' : mark.text}
        {mark?.reason != null && `（${mark.reason}）`}
      </p>
    </>
  )
}

interface ReportedProps {
  readonly field: string
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/** What a key does, wherever one is on the page but in a field. */
function useKeys(act: (key: string) => boolean): void {
  const latest = useRef(act)
  latest.current = act
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing
      if (plain && !isTyping(event.target) && latest.current(event.key)) event.preventDefault()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

function Verdicts({ place, exhibit, onMove, onGiven }: Props) {
  const id = useId()
  const give = useVerdict(place)
  const {
    value: reason,
    write,
    clear,
  } = useDraft(`verdict/${place.cycle}/${exhibitKey(exhibit)}`, exhibit.verdict?.reason ?? '')
  const given = (verdict: VerdictKind): void => {
    clear()
    if (verdict !== 'open') onGiven()
  }
  const judge = (verdict: VerdictKind): void => {
    if (give.isPending) return
    if (verdict === 'returned' && reason.trim() === '') {
      document.querySelector<HTMLTextAreaElement>(`[id="${id}-why"]`)?.focus()
      return
    }
    const kept = verdict === 'accepted' || verdict === 'open' ? null : reason.trim() || null
    give.mutate({ exhibits: [exhibit], verdict, reason: kept }, { onSuccess: () => given(verdict) })
  }
  useKeys((key) => {
    if (key === 'j') onMove(1)
    else if (key === 'k') onMove(-1)
    else if (key === 'a') judge('accepted')
    else if (key === 'r') judge('returned')
    else if (key === 'd') judge('doubtful')
    else if (key === 'u') judge('open')
    else return false
    return true
  })
  const { verdict } = exhibit
  return (
    <section aria-label="结论" className="exhibit-verdict">
      <p role="status">
        结论：<strong>{VERDICT[verdictOf(exhibit)]}</strong>
        {verdict !== null && (
          <span className="muted">
            {'　'}
            {verdict.by} {day(verdict.at)}
          </span>
        )}
      </p>
      <label htmlFor={`${id}-why`}>理由（退回必填；退回的理由单位看得到）</label>
      <Input.TextArea
        id={`${id}-why`}
        autoSize={{ minRows: 2, maxRows: 6 }}
        maxLength={500}
        value={reason}
        onChange={({ target }) => write(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) judge('returned')
          if (event.key === 'Escape') event.currentTarget.blur()
        }}
      />
      <Space wrap>
        <Button type="primary" loading={give.isPending} onClick={() => judge('accepted')}>
          采信
        </Button>
        <Button onClick={() => judge('returned')}>退回</Button>
        <Button onClick={() => judge('doubtful')}>存疑</Button>
        {verdictOf(exhibit) !== 'open' && (
          <Button type="text" onClick={() => judge('open')}>
            撤回结论
          </Button>
        )}
      </Space>
      <VerdictRefused
        place={place}
        give={give}
        onGiven={() => given(give.variables?.verdict ?? 'open')}
      />
    </section>
  )
}

/** Keys that go on, for those who only read. */
function Moving({ onMove }: Pick<Props, 'onMove'>) {
  useKeys((key) => {
    if (key !== 'j' && key !== 'k') return false
    onMove(key === 'j' ? 1 : -1)
    return true
  })
  return null
}

/** What was reported with a file, where else it was used, and what the department finds. */
export function ExhibitClaim(props: Props) {
  const { place, data, exhibit } = props
  const field = data.marked[exhibit.item]
  const used = (
    <ul>
      {exhibit.alsoUsed.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  )
  return (
    <section className="exhibit-claim" aria-label={`${exhibit.unitName}：${exhibit.itemName}`}>
      <h2>{exhibit.unitName}</h2>
      <p>
        {exhibit.itemName}
        <br />
        <span className="muted">
          {saySize(exhibit.size)}；{day(exhibit.at)}上传
          {exhibit.showsOn !== null && `；反映 ${exhibit.showsOn}`}
        </span>
      </p>
      {exhibit.alsoUsed.length > 0 && (
        <Alert type="warning" showIcon title="同一份材料也用于" description={used} />
      )}
      {data.mine && !exhibit.own ? <Verdicts {...props} /> : <Moving onMove={props.onMove} />}
      {exhibit.own && <p className="muted">您在这个单位任职，由其他人审看。</p>}
      {field !== undefined && <Reported place={place} exhibit={exhibit} field={field} />}
    </section>
  )
}
