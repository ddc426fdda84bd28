import { type Claim, type ClaimKind, review } from '@kaohe/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Input } from 'antd'
import { useId } from 'react'
import { ApiProblem, call } from '../../api/client.ts'
import { Button } from '../../parts/button.tsx'
import { Refused, type Standing } from '../../parts/refused.tsx'
import { useTypedOver } from '../../parts/typed-over.ts'
import { day } from '../../parts/when.ts'
import { Control } from '../reporting/control.tsx'
import { type ClaimsData, claimsKey } from './claims-data.ts'

interface Props {
  readonly cycle: string
  readonly claim: Claim
  readonly kind: ClaimKind
  onDecided(): void
}

interface Typed {
  readonly attributes: Readonly<Record<string, string>>
  readonly reason: string
  /** The version of the claim that one looked at. */
  readonly of: number
}

/** The version of the ruling that is replaced; 0 where there is none. */
interface Over {
  readonly version: number
}

interface Ruled extends Typed {
  readonly said: Claim['said']
}

function sayRuling({ fields }: ClaimKind, { attributes, reason }: Omit<Typed, 'of'>): string {
  const said = fields.flatMap(({ id, name }) => {
    const text = attributes[id]
    return text === undefined || text === '' ? [] : [`${name}：${text}`]
  })
  return [...said, ...(reason === '' ? [] : [`理由：${reason}`])].join('\n') || '还没有认定'
}

function sayStanding(kind: ClaimKind, standing: Standing): string {
  const ruled = standing as Ruled | null
  if (ruled === null) return '没有这项申报'
  const said = ruled.said.map(({ name, text }) => `${name}：${text}`).join('，')
  return `申报：${said}\n${sayRuling(kind, ruled)}`
}

const ofIn = (error: unknown): number | undefined =>
  error instanceof ApiProblem
    ? (error.problem.versions?.standing as Ruled | null | undefined)?.of
    : undefined

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
    mutationFn: ({ attributes, reason, of, version }: Typed & Over) =>
      call(review.ruleClaim, {
        params: { cycle, claim: claim.id },
        body: { attributes: { ...attributes }, reason, of, version },
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
  const standing = {
    attributes: ruling?.attributes ?? {},
    reason: ruling?.reason ?? '',
    of: claim.version,
  }
  const typed = useTypedOver<Typed>(['claim', claim.id], standing, ruling?.version ?? 0)
  const { value, base, write, clear } = typed
  const queries = useQueryClient()
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
        rule.mutate({ ...value, version: base })
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
      {whole && !pointed && (
        <Refused
          error={rule.error}
          what="这项申报或者它的认定"
          mine={sayRuling(kind, value)}
          theirs={(there) => sayStanding(kind, there)}
          onMine={(version) => {
            const of = ofIn(rule.error) ?? value.of
            write({ ...value, of })
            rule.mutate({ ...value, of, version })
          }}
          onTheirs={() => {
            clear()
            rule.reset()
            props.onDecided()
            void queries.invalidateQueries({ queryKey: claimsKey(props.cycle) })
          }}
        />
      )}
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
