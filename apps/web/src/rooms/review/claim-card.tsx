import type { Claim, ClaimKind } from '@kaohe/contract'
import { Alert, Card, Tag } from 'antd'
import { day } from '../../parts/when.ts'
import { Preview } from '../reporting/preview.tsx'
import { saySize } from '../reporting/say.ts'
import { ClaimRuling } from './claim-ruling.tsx'
import { isDecided } from './claims-data.ts'

interface Props {
  readonly cycle: string
  readonly claim: Claim
  readonly kind: ClaimKind
  onDecided(): void
}

function Files({ claim }: Pick<Props, 'claim'>) {
  return (
    <ul className="claim-files">
      {claim.files.map((file) => (
        <li key={file.id}>
          <div>{file.shows}</div>
          <div>
            <a href={`/api/evidence/${file.id}`} target="_blank" rel="noreferrer">
              {file.name}
            </a>
          </div>
          <div className="muted">
            {saySize(file.size)}，{day(file.at)}上传
          </div>
          <Preview file={file} />
        </li>
      ))}
      {claim.lacks.map(({ name, required }) => (
        <li key={name} className={required ? 'mark-problem' : 'muted'}>
          {name}：没有交{required && '，方案规定不交就不认定'}
        </li>
      ))}
    </ul>
  )
}

function State({ claim }: Pick<Props, 'claim'>) {
  if (isDecided(claim)) return <Tag color="blue">已认定</Tag>
  if (claim.ruling !== null) return <Tag color="orange">认定后改过，请重新认定</Tag>
  return <Tag>待认定</Tag>
}

/** One claim: what was said, what is there to prove it, what to look at, and what the office says. */
export function ClaimCard(props: Props) {
  const { claim, kind } = props
  const doubts = (
    <ul>
      {claim.doubts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
  return (
    <Card
      size="small"
      title={
        <h2 className="claim-title">
          {claim.unitName}：{claim.name}
        </h2>
      }
      extra={<State claim={claim} />}
    >
      <div className="claim">
        <section aria-label={`${claim.name}的申报内容`}>
          <p className="muted">
            {kind.name}
            {kind.clause !== null && `，${kind.clause}`}；{claim.happenedOn}
          </p>
          <dl>
            {claim.said.map(({ name, text }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
          <Files claim={claim} />
          {claim.doubts.length > 0 && (
            <Alert type="warning" showIcon title="请核对是不是同一项目" description={doubts} />
          )}
        </section>
        <ClaimRuling {...props} />
      </div>
    </Card>
  )
}
