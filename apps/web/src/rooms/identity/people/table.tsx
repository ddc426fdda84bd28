import type { Answer, identity, Person } from '@kaohe/contract'
import { Empty } from 'antd'
import { useMe } from '../../../app/session.ts'
import { Listing } from '../../../parts/listing.tsx'
import { instant } from '../instants.ts'
import { PersonActs, useMayAct } from './acts.tsx'
import { PostList } from './post-list.tsx'

type List = Answer<typeof identity.listPeople>

function stateOf({ state, invitedUntil }: Person): string {
  switch (state) {
    case 'invited':
      return `已邀请，${instant(invitedUntil ?? '')}前有效`
    case 'lapsed':
      return '邀请已过期，可以重发'
    case 'ended':
      return '已停用'
    default:
      return '使用中'
  }
}

interface Props {
  readonly unit: string
  readonly list: List | undefined
}

/** Everyone of the organisation, a row each. */
export function PeopleTable({ unit, list }: Props) {
  const me = useMe()
  const mayAct = useMayAct()
  const elsewhere = list?.elsewhere
  const linked = {
    title: elsewhere ?? '',
    dataIndex: 'subject',
    render: (subject: string | null) => subject ?? '没有关联',
  }
  const acts = {
    title: '操作',
    className: 'cell-whole',
    width: 240,
    // A cell with nothing in it is no line of a card.
    render: (_: unknown, person: Person) =>
      list && person.state !== 'ended' && <PersonActs unit={unit} person={person} list={list} />,
  }
  return (
    <Listing<Person>
      label="人员"
      rowKey="id"
      size="middle"
      loading={list === undefined}
      dataSource={list?.people ?? []}
      pagination={false}
      scroll={{ x: 860 }}
      locale={{ emptyText: <Empty description="还没有人" /> }}
      columns={[
        { title: '姓名', dataIndex: 'name', width: 110 },
        { title: '登录名', dataIndex: 'login', width: 130, className: 'cell-whole' },
        { title: '情况', width: 170, render: (_, person) => stateOf(person) },
        {
          title: '岗位',
          className: 'cell-whole',
          render: (_, { id, posts, name }) => (
            <PostList unit={unit} posts={posts} name={name} own={id === me.person.id} />
          ),
        },
        ...(elsewhere ? [linked] : []),
        ...(mayAct ? [acts] : []),
      ]}
    />
  )
}
