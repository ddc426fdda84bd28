import type { Hinges } from '@kaohe/contract'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../parts/button.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { hingesQuery } from './data.ts'

type Mark = Hinges['marks'][number]

function sayMark({ own, unitName, item, party, mark, falls, by }: Mark): string {
  const whose = own ? '' : `${unitName}的`
  const who = party === null ? '' : `（${party}打分）`
  const how = by === null ? '' : `，差 ${by} 分`
  return `${whose}“${item}”${who}由 ${mark} 变为 ${falls}${how}`
}

function grounds({ tied, open, adjusted }: Hinges): string[] {
  return [
    ...(tied.length > 0 ? [`与${tied.join('、')}同分而结论不同，靠的是同分怎样定。`] : []),
    ...(open ? ['还有数据或口径没有定，总分是一个范围，现在说不准。'] : []),
    ...(adjusted ? ['靠的是会议调整的等次，不是按得分算出的。'] : []),
  ]
}

function Told({ found }: { readonly found: Hinges }) {
  const { holds, marks, weights, tried, widest } = found
  const said = grounds(found)
  return (
    <div className="hinges">
      {said.map((one) => (
        <p key={one}>{one}</p>
      ))}
      {!holds && <p>现在还不能判断是否符合，谈不上哪里一变就不成立。</p>}
      {holds && marks.length === 0 && (
        <p>
          {tried === 0
            ? '这个结论没有用到人打的分。'
            : `试过 ${tried} 个打分，没有哪一个单独改变就会使它不成立。`}
        </p>
      )}
      {marks.length > 0 && (
        <>
          <p>下面的打分，单独一个变了，其余不变，它就不成立：</p>
          <ul>
            {marks.map((one) => (
              <li key={sayMark(one)}>{sayMark(one)}</li>
            ))}
          </ul>
        </>
      )}
      {holds && (
        <p>
          {weights.length === 0
            ? `占比单独高低${widest}以内，它都成立。`
            : `占比单独改变就不成立的：${weights
                .map(({ name, written, change }) => `${name}（${written}）${change}`)
                .join('、')}。`}
        </p>
      )}
    </div>
  )
}

interface Props {
  readonly cycle: string
  readonly consequence: string
  readonly unit: string
  readonly name: string
}

/** What would make a consequence fall, worked out when somebody asks. */
export function HingesView({ cycle, consequence, unit, name }: Props) {
  const [asked, setAsked] = useState(false)
  const found = useQuery({ ...hingesQuery(cycle, consequence, unit), enabled: asked })
  if (!asked)
    return (
      <Button size="small" aria-label={`哪里一变就不成立：${name}`} onClick={() => setAsked(true)}>
        哪里一变就不成立
      </Button>
    )
  if (found.isError) return <Trouble error={found.error} onRetry={() => void found.refetch()} />
  if (found.isPending) return <p aria-live="polite">正在逐个试打分和占比…</p>
  return <Told found={found.data} />
}
