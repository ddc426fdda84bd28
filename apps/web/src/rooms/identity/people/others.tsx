import type { Answer, identity } from '@kaohe/contract'
import { Typography } from 'antd'
import { lastDay } from '../instants.ts'

type Posts = Answer<typeof identity.listPeople>['others']

/** People of other organisations who hold a post here. */
export function Others({ posts }: { readonly posts: Posts }) {
  return (
    <>
      <Typography.Title level={2} style={{ fontSize: 17 }}>
        其他单位的人在这里的岗位
      </Typography.Title>
      <ul className="plain-list">
        {posts.map(({ id, personName, roleName, from, to }) => (
          <li key={id}>
            {personName}：{roleName}，{from} 起{to !== null && `，到 ${lastDay(to)}`}
          </li>
        ))}
      </ul>
    </>
  )
}
