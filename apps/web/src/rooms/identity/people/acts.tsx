import { type Answer, identity, type Person } from '@kaohe/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { ApiProblem, call } from '../../../api/client.ts'
import { useMay, useMe } from '../../../app/session.ts'
import { Button } from '../../../parts/button.tsx'
import type { Standing } from '../../../parts/refused.tsx'
import { useStep } from '../../../parts/use-step.tsx'
import { instant } from '../instants.ts'
import { GrantPost } from './grant.tsx'
import { LinkPerson } from './link.tsx'
import { SlipsModal } from './slips-modal.tsx'

interface Props {
  readonly unit: string
  readonly person: Person
  readonly list: Answer<typeof identity.listPeople>
}

const ACTS = ['person.invite', 'person.change', 'post.grant', 'factor.release']

function sayPerson(standing: Standing): string {
  const one = standing as { readonly name: string; readonly ended: boolean } | null
  if (one === null) return '没有这个人'
  return one.ended ? `${one.name}的账户已经停用` : `${one.name}，账户还没有停用`
}

function useActs(unit: string, { id, version }: Person) {
  const queries = useQueryClient()
  const { message } = App.useApp()
  const onSuccess = (): Promise<void> => queries.invalidateQueries({ queryKey: ['people', unit] })
  const onError = (error: Error): void => {
    const problem = error instanceof ApiProblem ? error.problem : undefined
    void message.error([problem?.title ?? '没有成功', problem?.detail].filter(Boolean).join('：'))
  }
  const params = { person: id }
  return {
    invite: useMutation({
      mutationFn: () => call(identity.inviteAgain, { params }),
      onSuccess,
      onError,
    }),
    end: useStep({
      now: sayPerson,
      mutationFn: () => call(identity.endPerson, { params, body: { version } }),
      onSuccess,
      onError,
    }),
    release: useMutation({
      mutationFn: () => call(identity.releaseFactor, { params }),
      onSuccess: ({ expiresAt }) =>
        void message.success(`${instant(expiresAt)}前，本人用密码登录后可以重新设置动态码`),
      onError,
    }),
  }
}

/** May the post in use do anything for any of the people? */
export function useMayAct(): boolean {
  const { may } = useMe()
  return ACTS.some((act) => may.includes(act))
}

/** What the post in use may do for a person. */
export function PersonActs({ unit, person, list }: Props) {
  const me = useMe()
  const { modal } = App.useApp()
  const [mayInvite, mayChange, mayGrant, mayRelease] = [
    useMay('person.invite'),
    useMay('person.change'),
    useMay('post.grant'),
    useMay('factor.release'),
  ]
  const { invite, end, release } = useActs(unit, person)
  // Nobody does these for himself.
  if (person.id === me.person.id) return '本人'
  const { name } = person
  const askEnd = (): void =>
    void modal.confirm({
      title: `停用${name}的账户？`,
      content: '他的登录随之结束，以后不能登录；做过的事都留在日志里。',
      okText: '停用',
      cancelText: '取消',
      onOk: () => end.mutateAsync().catch(() => {}),
    })
  return (
    <div className="person-acts">
      {mayInvite && (
        <Button size="small" aria-label={`给${name}重发邀请`} onClick={() => invite.mutate()}>
          重发邀请
        </Button>
      )}
      {mayChange && list.elsewhere && (
        <LinkPerson unit={unit} person={person} elsewhere={list.elsewhere} />
      )}
      {mayChange && (
        <Button size="small" aria-label={`停用${name}的账户`} onClick={askEnd}>
          停用
        </Button>
      )}
      {mayGrant && <GrantPost unit={unit} person={person} list={list} />}
      {mayRelease && person.state === 'joined' && (
        <Button size="small" aria-label={`准许${name}重设动态码`} onClick={() => release.mutate()}>
          重设动态码
        </Button>
      )}
      <SlipsModal slips={invite.data && [invite.data]} onClose={() => invite.reset()} />
    </div>
  )
}
