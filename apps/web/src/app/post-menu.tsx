import { UserOutlined } from '@ant-design/icons'
import { identity, type Me } from '@kaohe/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Dropdown } from 'antd'
import { call } from '../api/client.ts'
import { Button } from '../parts/button.tsx'
import { changeSession } from './session.ts'

/** Whom I am acting as, my other posts, and the way out. */
export function PostMenu({ me }: { readonly me: Me }) {
  const queries = useQueryClient()
  const navigate = useNavigate()
  const choose = useMutation({
    mutationFn: (post: string) => call(identity.choosePost, { body: { post } }),
    onSuccess: async (chosen) => {
      changeSession(queries, chosen)
      await navigate({ to: '/' })
    },
  })
  const leave = useMutation({
    mutationFn: () => call(identity.signOut),
    onSuccess: async () => {
      changeSession(queries, null)
      await navigate({ to: '/sign-in' })
    },
  })
  const others = me.posts
    .filter(({ id }) => id !== me.post?.id)
    .map((post) => ({
      key: post.id,
      label: `换为 ${post.roleName}（${post.orgName}）${post.standsIn ? '受委托' : ''}`,
    }))
  const items = [
    ...others,
    { key: 'account', label: '我的账户' },
    { key: 'leave', label: '退出登录' },
  ]
  const pick = (key: string): void => {
    if (key === 'leave') leave.mutate()
    else if (key === 'account') void navigate({ to: '/account' })
    else choose.mutate(key)
  }
  return (
    <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => pick(key) }}>
      <Button type="text" icon={<UserOutlined aria-hidden />}>
        {me.person.name}
        {me.post && ` · ${me.post.roleName}`}
      </Button>
    </Dropdown>
  )
}
