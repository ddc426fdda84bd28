import type { AgendaSpeaker } from '@kaohe/contract'
import type { BallotPageData } from './ballot-data.ts'
import type { Queue, Written } from './queue.ts'

interface Given {
  readonly speaker: AgendaSpeaker
  readonly marks: Readonly<Record<string, string>>
  readonly receipt: string | undefined
  readonly tally: string | undefined
  readonly state: string
}

function sayState({ state }: AgendaSpeaker, written: Written | undefined): string {
  if (written?.state === 'written') return '○ 已写'
  if (written?.state === 'refused') return '！没有收下'
  return state === 'sealed' ? '● 已封存' : '◐ 已送达'
}

function givenIn({ speakers }: BallotPageData, queue: Queue): Given[] {
  return speakers.flatMap((speaker) => {
    const [own, written] = [speaker.ballot, queue[speaker.id]]
    // What was not taken is not what counts: the one that the server has is.
    const marks = written?.state === 'refused' ? own?.marks : (written?.marks ?? own?.marks)
    if (marks === undefined && written === undefined) return []
    const receipt = written?.receipt ?? own?.receipt
    const tally = written?.tally ?? own?.tally
    const state = sayState(speaker, written)
    return [{ speaker, marks: marks ?? {}, receipt, tally, state }]
  })
}

/** One's own marks side by side, so that one stays consistent, and can look afterwards whether each was counted. */
export function OwnBallots({
  data,
  queue,
  onCheck,
}: {
  readonly data: BallotPageData
  readonly queue: Queue
  /** Asks the server anew what it holds of these. */
  onCheck(): void
}) {
  const all = givenIn(data, queue)
  if (all.length === 0) return null
  const sayMarks = (marks: Given['marks']): string =>
    data.fields.map(({ id }) => marks[id] ?? '—').join('、')
  return (
    <section className="vote-own" aria-label="您打过的分">
      <h2>您打过的分</h2>
      <ol className="vote-strip">
        {all.map(({ speaker, marks, state }) => (
          <li key={speaker.id}>
            <span>{speaker.name}</span>
            <strong>{sayMarks(marks)}</strong>
            <span className="muted">{state}</span>
          </li>
        ))}
      </ol>
      <details onToggle={({ currentTarget }) => currentTarget.open && onCheck()}>
        <summary>核对我的票</summary>
        <p className="muted">
          评议票不记名。封存以后，计票单上有您的计票编号，就是计入了；编号由回执算出，只有您对得上。
        </p>
        <ul className="vote-receipts">
          {all.map(({ speaker, receipt, tally }) => (
            <li key={speaker.id}>
              {speaker.name}
              <br />
              回执 <code>{receipt ?? '还没有'}</code>
              <br />
              计票编号 <code>{tally ?? '还没有'}</code>
              {speaker.ballot?.sealed === true && `，已按 ${sayMarks(speaker.ballot.marks)} 计入`}
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}
