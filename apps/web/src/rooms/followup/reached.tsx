import { type Reached, sayRobust } from './data.ts'
import { HingesView } from './hinges.tsx'

function Earlier({ one }: { readonly one: Reached }) {
  const { earlier, missingYears } = one
  if (earlier.length === 0 && missingYears.length === 0) return null
  return (
    <p className="muted">
      {earlier.map(({ year, unitName, total, rank, grade }) => (
        <span key={`${year}/${unitName}`}>
          {year}年{unitName}
          {total !== null && ` ${total} 分`}
          {rank !== null && `、第 ${rank} 名`}
          {grade !== null && `、${grade}`}；
        </span>
      ))}
      {missingYears.length > 0 &&
        `${missingYears.join('、')} 年没有审定的结果（按沿革也没有找到），是否连续不能判断`}
    </p>
  )
}

interface Props {
  readonly cycle: string
  readonly consequence: string
  readonly one: Reached
}

/** One unit that a consequence reaches: what it rests on, how sure it is, which earlier years it used. */
export function ReachedUnit({ cycle, consequence, one }: Props) {
  const { unit, name, total, rank, reasons, robust, amount, refused } = one
  return (
    <div className="reached">
      <strong>{name}</strong>
      <span className="points">
        {total !== null && `　${total} 分`}
        {rank !== null && `　第 ${rank} 名`}
        {amount !== null && `　${amount} 元`}
      </span>
      <p>依据：{reasons.join('；')}</p>
      <p className="muted">{sayRobust(robust)}</p>
      {robust.verdict !== 'all' && (
        <HingesView cycle={cycle} consequence={consequence} unit={unit} name={name} />
      )}
      <Earlier one={one} />
      {refused !== null && <p>{refused}</p>}
    </div>
  )
}
