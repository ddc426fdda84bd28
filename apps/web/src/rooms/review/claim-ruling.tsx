import { type Claim, type ClaimKind, review } from '@kaohe/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { useId } from 'react'
import { ApiProblem, call } from '../../api/client.ts'
import { Trouble } from '../../parts/trouble.tsx'
import { Control } from '../reporting/control.tsx'
import { day } from '../reporting/say.ts'
import { type ClaimsData, claimsKey } from './claims-data.ts'
import { useDraft } from './draft.ts'

interface Props {
  readonly cycle: string
  readonly claim: Claim
  readonly kind: ClaimKind
  onDecided(): void
}

interface Typed {
  readonly attributes: Readonly<Record<string, string>>
  readonly reason: string
}

const sayRange = ({ least, most, unit }: ClaimKind['fields'][number]): string =>
  least === null && most === null ? '' : `（${least ?? '0'}—${most ?? ''}${unit ?? ''}）`

function faultAt(error: unknown, pointer: string): string | undefined {
  if (!(error instanceof ApiProblem)) return undefined
  return error.problem.faults?.find((fault) => fault.pointer === pointer)?.message
}

function Fault({ error, at }: { readonly error: unknown; readonly at: string }) {
  const message = faultAt(error, at)
  if (message === undefined) return null
  return (
    <p className="mark-problem" role="alert">
      {message}
    </p>
  )
}

function useRule({ cycle, claim, onDecided }: Props, clear: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ attributes, reason }: Typed) =>
      call(review.ruleClaim, {
        params: { cycle, claim: claim.id },
        body: {
          attributes: { ...attributes },
          reason,
          of: claim.version,
          version: claim.ruling?.version ?? 0,
        },
      }),
    onSuccess: ({ claim: ruled }) => {
      // Before the page shows it, which makes this card anew.
      clear()
      onDecided()
      queries.setQueryData<ClaimsData>(claimsKey(cycle), (data) =>
        data === undefined
          ? data
          : { ...data, claims: data.claims.map((one) => (one.id === ruled.id ? ruled : one)) },
      )
    },
  })
}

/** Who said no to everything asked by yes or no owes no points. */
const isRefused = (kind: ClaimKind, { attributes }: Typed): boolean => {
  const truths = kind.fields.filter(({ type }) => type === 'truth')
  return truths.length > 0 && truths.every(({ id }) => attributes[id] === '否')
}

/** Awards a claim or refuses it, with the reason. What is typed stays in this browser until it is sent. */
export function ClaimRuling(props: Props) {
  const { claim, kind } = props
  const id = useId()
  const { ruling } = claim
  const { value, write, clear } = useDraft<Typed>(`claim/${claim.id}/${claim.version}`, {
    attributes: ruling?.attributes ?? {},
    reason: ruling?.reason ?? '',
  })
  const rule = useRule(props, clear)
  if (claim.own) return <p className="muted">您在这个单位任职，由其他人认定。</p>
  if (!kind.mine) return <p className="muted">{ruling === null ? '还没有认定' : ruling.reason}</p>
  const fields = kind.fields.filter(({ type }) => type === 'truth' || !isRefused(kind, value))
  const whole = rule.isError && faultAt(rule.error, '/body/reason') === undefined
  const pointed = kind.fields.some(
    (field) => faultAt(rule.error, `/body/attributes/${field.id}`) !== undefined,
  )
  return (
    <form
      className="claim-ruling"
      aria-label={`认定：${claim.unitName}的${claim.name}`}
      onSubmit={(event) => {
        event.preventDefault()
        rule.mutate(value)
      }}
    >
      {fields.map((field) => (
        <div key={field.id} className="claim-field">
          <label htmlFor={`${id}-${field.id}`}>
            {field.name}
            {sayRange(field)}
          </label>
          <Control
            id={`${id}-${field.id}`}
            fact={field}
            value={value.attributes[field.id] ?? ''}
            onChange={(text) =>
              write({ ...value, attributes: { ...value.attributes, [field.id]: text } })
            }
          />
          <Fault error={rule.error} at={`/body/attributes/${field.id}`} />
        </div>
      ))}
      <div className="claim-field">
        <label htmlFor={`${id}-why`}>理由</label>
        <Input.TextArea
          id={`${id}-why`}
          required
          maxLength={500}
          autoSize={{ minRows: 2, maxRows: 6 }}
          value={value.reason}
          onChange={({ target }) => write({ ...value, reason: target.value })}
        />
        <Fault error={rule.error} at="/body/reason" />
      </div>
      {whole && !pointed && <Trouble error={rule.error} />}
      <div>
        <Button type="primary" htmlType="submit" loading={rule.isPending}>
          {ruling === null ? '认定' : '改认定'}
        </Button>{' '}
        {ruling !== null && (
          <span className="muted" role="status">
            {ruling.by} {day(ruling.at)}认定
          </span>
        )}
      </div>
    </form>
  )
}
