import { identity, type Person } from '@kaohe/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { ApiProblem, call } from '../../../api/client.ts'
import { useMay } from '../../../app/session.ts'
import { Button } from '../../../parts/button.tsx'
import { today } from '../../../parts/today.ts'
import { lastDay } from '../instants.ts'

type Post = Person['posts'][number]

interface Props {
  readonly unit: string
  readonly posts: readonly Post[]
  readonly name: string
  /** The posts of the one who looks: nobody ends his own. */
  readonly own: boolean
}

function periodOf({ from, to }: Post): string {
  if (to === null) return from > today() ? `${from} 起` : ''
  return `${from} 至 ${lastDay(to)}`
}

/** The posts of a person, each with its end. */
export function PostList({ unit, posts, name, own }: Props) {
  const mayGrant = useMay('post.grant') && !own
  const queries = useQueryClient()
  const { modal, message } = App.useApp()
  const end = useMutation({
    mutationFn: (post: string) =>
      call(identity.endPost, { params: { post }, body: { on: today() } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['people', unit] }),
    onError: (error) =>
      void message.error(error instanceof ApiProblem ? error.problem.title : '没有成功'),
  })
  const ask = ({ id, roleName }: Post): void =>
    void modal.confirm({
      title: `结束${name}的岗位“${roleName}”？`,
      content: '从现在起不再有效，由它委托出去的一并结束。',
      okText: '结束岗位',
      cancelText: '取消',
      onOk: () => end.mutateAsync(id).catch(() => {}),
    })
  if (posts.length === 0) return '还没有岗位'
  return (
    <ul className="plain-list">
      {posts.map((post) => (
        <li key={post.id}>
          {post.roleName}
          {post.department && ` · ${post.department}`}
          {post.org !== unit && `（${post.orgName}）`}
          {post.standsIn && '（受委托）'} {periodOf(post)}{' '}
          {mayGrant && (
            <Button
              size="small"
              type="link"
              aria-label={`结束${name}的岗位${post.roleName}`}
              onClick={() => ask(post)}
            >
              结束
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}
