import type { LiveScreen } from '@kaohe/contract'
import { useParams } from '@tanstack/react-router'
import { useScreen } from './data.ts'
import { Outcome } from './outcome.tsx'
import '../review.css'
import './meeting.css'

function Scoring({ now }: { readonly now: NonNullable<LiveScreen['now']> }) {
  const { name, position, given, expected } = now
  return (
    <>
      <p className="wall-sub">第 {position} 个　正在述职和打分</p>
      <h1 className="wall-name">{name}</h1>
      <p className="wall-count" role="status">
        <strong>{given}</strong> / {expected} 票
      </p>
    </>
  )
}

function Waiting({ screen }: { readonly screen: LiveScreen }) {
  return (
    <>
      <h1 className="wall-name">{screen.name}</h1>
      <p className="wall-sub">{screen.state === 'closed' ? '会议结束，谢谢大家' : '即将开始'}</p>
    </>
  )
}

function Content({ screen }: { readonly screen: LiveScreen }) {
  if (screen.now !== null) return <Scoring now={screen.now} />
  if (screen.outcome !== null) return <Outcome outcome={screen.outcome} level={1} />
  return <Waiting screen={screen} />
}

/** For the wall of the hall: only turnout while a speaker is scored, then what came out. */
export function ScreenPage() {
  const { meeting } = useParams({ from: '/meetings/$meeting/screen' })
  const { screen, heard } = useScreen(meeting)
  return (
    <main className="wall">
      {screen === undefined ? <h1 className="wall-name">述职评议</h1> : <Content screen={screen} />}
      {screen?.next && screen.state !== 'closed' && (
        <p className="wall-next">
          下一个：{screen.next.position}　{screen.next.name}
        </p>
      )}
      {!heard && (
        <p className="wall-next" role="alert">
          与服务器的连接断了，正在重连
        </p>
      )}
    </main>
  )
}
