import type { Burden, Change, Check, Finding } from '@kaohe/contract'
import { Alert, Tag, Typography } from 'antd'
import { Button } from '../../parts/button.tsx'
import { CHANGE_KIND, SEVERITY } from './words.ts'

/** What somebody has to settle, beside what it concerns. */
export function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  return findings.map((one) => (
    <div
      key={`${one.check}/${one.path}/${one.message}`}
      className={`finding finding-${one.severity}`}
    >
      <p>
        <Tag color={SEVERITY[one.severity].color}>{SEVERITY[one.severity].name}</Tag>
        <strong>{one.title}</strong>
        {one.clause !== null && <span className="clause">{one.clause}</span>}
      </p>
      <p>{one.message}</p>
      {one.counterexample !== null && <p className="muted">例如：{one.counterexample}</p>}
      <p className="muted">怎样解决：{one.settle}</p>
    </div>
  ))
}

type Mistake = Check['mistakes'][number]

interface MistakesProps {
  readonly mistakes: readonly Mistake[]
  readonly onPick?: (mistake: Mistake) => void
}

/** What is wrong in a file, by line and column; a press goes there. */
export function Mistakes({ mistakes, onPick }: MistakesProps) {
  return (
    <ul className="plain-list">
      {mistakes.map((one) => (
        <li
          key={`${one.file}/${one.line}/${one.column}/${one.message}`}
          className={`finding finding-${one.severity}`}
        >
          <p>
            <Tag color={one.severity === 'error' ? 'red' : 'orange'}>
              {one.severity === 'error' ? '写错' : '提醒'}
            </Tag>
            {onPick === undefined ? (
              `${one.file} 第 ${one.line} 行第 ${one.column} 列`
            ) : (
              <Button type="link" size="small" onClick={() => onPick(one)}>
                {one.file} 第 {one.line} 行第 {one.column} 列
              </Button>
            )}
          </p>
          <p>{one.message}</p>
        </li>
      ))}
    </ul>
  )
}

/** How much a scheme asks each unit to write down. */
export function BurdenLine({ burden }: { readonly burden: Burden }) {
  const over = burden.entries > burden.budget
  const minutes = burden.minutes === 0 ? '没有写明要几分钟' : `写明的合计 ${burden.minutes} 分钟`
  return (
    <Typography.Paragraph {...(over && { type: 'warning' as const })}>
      每个单位要填 <strong>{burden.entries}</strong> 项次（上限 {burden.budget}
      {over && '，已超过'}），{minutes}
      {burden.minutes > 0 && burden.untimed > 0 && `，另有 ${burden.untimed} 项次没有写明`}。
    </Typography.Paragraph>
  )
}

const DIRECTION = { raised: '提高', lowered: '降低' } as const

/** What changed by meaning. */
export function Changes({ changes }: { readonly changes: readonly Change[] }) {
  if (changes.length === 0) return <p className="muted">意思上没有改动。</p>
  return (
    <ul className="plain-list">
      {changes.map((one) => (
        <li key={`${one.path}/${one.kind}`} className="finding">
          <Tag>{one.direction === null ? CHANGE_KIND[one.kind] : DIRECTION[one.direction]}</Tag>
          {one.sentence}
        </li>
      ))}
    </ul>
  )
}

/** Everything the one who writes is told. */
export function CheckSide({
  check,
  onPick,
}: {
  readonly check: Check
  readonly onPick?: (mistake: Mistake) => void
}) {
  const { readable, mistakes, findings, burden } = check
  return (
    <section aria-label="检查" aria-live="polite">
      <Alert
        type={readable ? 'success' : 'error'}
        showIcon
        title={
          readable
            ? `没有写错的地方，检查出 ${findings.length} 个要留意的问题`
            : `有 ${mistakes.filter(({ severity }) => severity === 'error').length} 处写错，改好才能发布`
        }
      />
      {burden !== null && <BurdenLine burden={burden} />}
      <Mistakes mistakes={mistakes} {...(onPick && { onPick })} />
      <Findings findings={findings} />
    </section>
  )
}
