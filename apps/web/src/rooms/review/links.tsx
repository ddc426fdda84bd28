import { Link } from '@tanstack/react-router'
import { useMay, useMe } from '../../app/session.ts'
import { Ways } from '../../parts/ways.tsx'
import { AfterLinks } from '../result/after-links.tsx'

/** From a cycle to its evaluation and its result, for those who take part in them. */
export function ReviewLinks({ cycle }: { readonly cycle: string }) {
  const [reviews, concludes] = [useMay('review.read'), useMay('result.read')]
  const [claims, convenes] = [useMay('claim.read'), useMay('meeting.read')]
  const [inspects, surveys] = [useMay('inspection.read'), useMay('survey.read')]
  const [sends, briefs] = [useMay('letter.read'), useMay('briefing.write')]
  const unit = useMe().post?.org ?? ''
  return (
    <>
      {(reviews || inspects || sends || briefs) && (
        <Ways name="评价">
          {reviews && (
            <Link to="/cycles/$cycle/desks" params={{ cycle }}>
              部门评价
            </Link>
          )}
          {sends && (
            <Link to="/cycles/$cycle/letters" params={{ cycle }}>
              函询评价
            </Link>
          )}
          {briefs && (
            <Link to="/cycles/$cycle/briefings/$unit" params={{ cycle, unit }}>
              专题汇报
            </Link>
          )}
          {claims && (
            <Link to="/cycles/$cycle/claims" params={{ cycle }}>
              加分认定
            </Link>
          )}
          {convenes && (
            <Link to="/cycles/$cycle/meetings" params={{ cycle }}>
              述职评议
            </Link>
          )}
          {inspects && (
            <Link to="/cycles/$cycle/inspection" params={{ cycle }}>
              实地检查
            </Link>
          )}
          {surveys && (
            <Link to="/cycles/$cycle/surveys" params={{ cycle }}>
              调查结果
            </Link>
          )}
        </Ways>
      )}
      {concludes && (
        <Ways name="审定">
          <Link to="/cycles/$cycle/result" params={{ cycle }}>
            结果
          </Link>
          <AfterLinks cycle={cycle} />
        </Ways>
      )}
    </>
  )
}
