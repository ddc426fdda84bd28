import { apart } from './apart.ts'
import { Button } from './button.tsx'
import './two-versions.css'

interface Props {
  /** What was changed elsewhere, as the sentence begins. */
  readonly what: string
  readonly mine: string
  readonly theirs: string
  /** Who wrote what stands and when, as far as one may know it. */
  readonly whose?: string
  /** None where nothing can be written any more. */
  onMine?(): void
  onTheirs(): void
}

const said = (text: string): string => (text === '' ? '（空）' : text)

/** What one typed and what stands meanwhile, one above the other: the one who typed chooses. */
export function TwoVersions({ what, mine, theirs, whose = '', onMine, onTheirs }: Props) {
  const shown = apart(mine, theirs)
  return (
    <div className="two-versions" role="alert">
      <p>{what}在别处改过，两个版本都在：</p>
      <dl>
        <dt>您填的</dt>
        <dd>{said(shown.mine)}</dd>
        <dt>现在保存的{whose !== '' && `（${whose}）`}</dt>
        <dd>{said(shown.theirs)}</dd>
      </dl>
      {shown.same > 0 && <p className="muted">另有 {shown.same} 行两边相同，没有列出。</p>}
      <div className="two-versions-choice">
        {onMine !== undefined && (
          <Button size="small" onClick={onMine}>
            用我填的
          </Button>
        )}
        <Button size="small" onClick={onTheirs}>
          用现在的
        </Button>
      </div>
    </div>
  )
}
