import { type Report, reporting } from '@kaohe/contract'
import { useQueryClient } from '@tanstack/react-query'
import { Alert, Checkbox } from 'antd'
import { useState } from 'react'
import { call } from '../../api/client.ts'
import { Button } from '../../parts/button.tsx'
import { Trouble } from '../../parts/trouble.tsx'
import { useStep } from '../../parts/use-step.tsx'
import { moment } from '../../parts/when.ts'
import { reportKey } from './save.ts'
import { sayDeadline } from './say.ts'

function sayState({ state, confirmedAt, lateDays }: Report['submission']): string {
  if (state === 'returned') return '有被退回的项目，改好后请负责人重新提交'
  if (state === 'draft') return '还没有提交'
  const late = lateDays !== null && lateDays > 0 ? `，逾期 ${lateDays} 天` : '，按时'
  return `已于 ${moment(confirmedAt)} 提交${lateDays === null ? '' : late}`
}

function dueOf({ submission }: Report): string | null {
  const { deadline, exceptionBecause, consequences } = submission
  if (deadline === null) return null
  const until = `${sayDeadline(deadline)} 截止`
  const excused = exceptionBecause === null ? '' : `（经同意延期：${exceptionBecause}）`
  const after = consequences.length === 0 ? '' : `；逾期的后果：${consequences.join('、')}`
  return `${until}${excused}${after}`
}

function Confirm({ report }: { readonly report: Report }) {
  const [isTrue, setTrue] = useState(false)
  const place = { cycle: report.cycle, unit: report.unit }
  const queries = useQueryClient()
  const confirm = useStep({
    now: (standing) => sayState(standing as Report['submission']),
    mutationFn: () =>
      call(reporting.confirmReport, {
        params: place,
        body: { isTrue: true, version: report.submission.version },
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: reportKey(place) }),
  })
  return (
    <div className="confirm">
      {report.submission.overdue && (
        <p>
          已过截止时间，现在提交会记为逾期
          {report.submission.consequences.length > 0 &&
            `，后果：${report.submission.consequences.join('、')}`}
          。
        </p>
      )}
      <Checkbox checked={isTrue} onChange={({ target }) => setTrue(target.checked)}>
        我确认以上内容属实
      </Checkbox>
      <Button
        type="primary"
        disabled={!isTrue}
        loading={confirm.isPending}
        onClick={() => confirm.mutate()}
      >
        提交
      </Button>
      {confirm.isError && <Trouble error={confirm.error} />}
    </div>
  )
}

/** Where the report stands, until when it is due, and for the head of the unit the act of handing in. */
export function Submit({ report }: { readonly report: Report }) {
  const { submission, may, open } = report
  const type =
    submission.state === 'confirmed'
      ? 'success'
      : submission.state === 'returned'
        ? 'warning'
        : 'info'
  const confirms = may.confirm && open && submission.state !== 'confirmed'
  return (
    <Alert
      type={type}
      showIcon
      className="submission"
      title={sayState(submission)}
      description={
        <>
          {dueOf(report)}
          {confirms && <Confirm report={report} />}
        </>
      }
    />
  )
}
