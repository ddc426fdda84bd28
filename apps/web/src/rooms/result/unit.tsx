import type { UnitResult } from '@kaohe/contract'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Collapse, Skeleton, Tag } from 'antd'
import { useMay } from '../../app/session.ts'
import { Crumbs, toSnapshot } from '../../parts/crumbs.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { Rectify } from '../followup/rectify.tsx'
import { ClosenessView } from './closeness.tsx'
import { snapshotQuery, unitResultQuery } from './data.ts'
import { Fall } from './fall.tsx'
import { OpinionForm } from './opinion.tsx'
import { Resolve } from './resolve.tsx'
import './result.css'
import { sayPoints, sayRank } from './say.ts'
import { UnitPapers } from './unit-papers.tsx'
import { Waterfall } from './waterfall.tsx'

function Comments({ comments }: Pick<UnitResult, 'comments'>) {
  if (comments.length === 0) return <p className="muted">没有评语。</p>
  return (
    <dl className="comments">
      {comments.map(({ party, grade, comment }) => (
        <div key={party}>
          <dt>
            {party}
            {grade !== null && <span className="muted">　建议：{grade}</span>}
          </dt>
          <dd>{comment}</dd>
        </div>
      ))}
    </dl>
  )
}

function Resolutions({ resolutions }: Pick<UnitResult, 'resolutions'>) {
  if (resolutions.length === 0) return <p className="muted">还没有决定。</p>
  return (
    <ul>
      {resolutions.map((one) => (
        <li key={one.id}>
          {one.decidedOn} {one.body}：{one.matterName}，{one.said}（{one.mover}提出；{one.reason}
          {one.votes !== null &&
            `；同意 ${one.votes.for}，反对 ${one.votes.against}，弃权 ${one.votes.abstained}`}
          ）
        </li>
      ))}
    </ul>
  )
}

function Told({ items }: Pick<UnitResult, 'items'>) {
  const panels = items.map(({ id, name, lines }) => ({
    key: id,
    label: name,
    children: lines.map(({ depth, text }) => (
      <p key={text} style={{ paddingInlineStart: `${(depth - 1) * 1.5}em`, margin: 0 }}>
        {text}
      </p>
    )),
  }))
  return <Collapse size="small" items={panels} />
}

/** One unit of a frozen result: every point down to its clause, the remarks as one, and what was decided. */
export function UnitResultPage() {
  const { snapshot, unit } = useParams({ from: '/signed-in/snapshots/$snapshot/units/$unit' })
  const mayResolve = useMay('result.resolve')
  const mayRectify = useMay('followup.assign')
  const mayPrint = useMay('result.print')
  const found = useQuery(unitResultQuery(snapshot, unit))
  const whole = useQuery(snapshotQuery(snapshot))
  if (found.isError) return <Trouble error={found.error} onRetry={() => void found.refetch()} />
  if (found.isPending || whole.data === undefined) return <Skeleton active />
  const { unit: outcome, items, total, comments, resolutions, parts } = found.data
  const gradeName = (id: string | null): string | undefined =>
    whole.data.grades.find((one) => one.id === id)?.name
  const grade = gradeName(outcome.grade)
  const sources = parts.filter(({ kind, applies }) => kind === 'source' && applies)
  return (
    <>
      <Crumbs
        way={toSnapshot(whole.data, snapshot, whole.data.snapshot.name)}
        here={outcome.name}
      />
      <h1>{outcome.name}</h1>
      <p className="points-line">
        总分 <strong>{sayPoints(outcome)}</strong>　名次 <strong>{sayRank(outcome)}</strong>
        {grade !== undefined && (
          <>
            {'　'}
            等次 <strong>{grade}</strong>
          </>
        )}
      </p>
      {outcome.adjusted !== null && (
        <p>
          <Tag>调整</Tag>
          计算的等次是{gradeName(outcome.adjusted.from) ?? '未定'}，会议调整为{grade}；
          {outcome.gradeReasons.at(-1)}
        </p>
      )}
      <p>{total}</p>
      {sources.length > 0 && (
        <p className="muted">{sources.map((one) => `${one.name} ${sayPoints(one)}`).join('；')}</p>
      )}
      <Fall fall={found.data.fall} total={sayPoints(outcome)} />
      <h2>各项得分</h2>
      <Waterfall items={items} />
      <ClosenessView snapshot={snapshot} unit={unit} />
      <section aria-labelledby="told">
        <h2 id="told">怎样得来</h2>
        <Told items={items} />
      </section>
      <h2>评语</h2>
      <Comments comments={comments} />
      <h2>综合评语</h2>
      {mayResolve && whole.data.snapshot.ratified === null ? (
        <OpinionForm snapshot={snapshot} unit={unit} opinion={found.data.opinion} />
      ) : (
        <p className="opinion">{found.data.opinion.text || '没有评语。'}</p>
      )}
      {mayRectify && whole.data.snapshot.ratified !== null && (
        <div className="no-print">
          <Rectify snapshot={snapshot} unit={unit} items={items} />
        </div>
      )}
      {mayPrint && <UnitPapers snapshot={snapshot} unit={{ unit, name: outcome.name }} />}
      <h2>会议决定</h2>
      <Resolutions resolutions={resolutions} />
      {mayResolve && whole.data.snapshot.ratified === null && (
        <Resolve data={whole.data} unit={unit} />
      )}
    </>
  )
}
