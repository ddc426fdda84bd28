import { identity, organisation } from '@kaohe/contract'
import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { Space, Typography } from 'antd'
import { call } from '../../../api/client.ts'
import { useMay, useMe } from '../../../app/session.ts'
import { Trouble } from '../../../parts/trouble.tsx'
import { InvitePeople } from './invite.tsx'
import { Others } from './others.tsx'
import { PeopleTable } from './table.tsx'
import '../identity.css'

/** The people of an organisation, their posts, and what lets them in. */
export function PeoplePage() {
  const { of } = useSearch({ from: '/signed-in/people' })
  const me = useMe()
  const mayInvite = useMay('person.invite')
  const unit = of ?? me.post?.org ?? ''
  const place = useQuery({
    queryKey: ['unit', unit],
    queryFn: () => call(organisation.readUnit, { params: { unit } }),
  })
  const list = useQuery({
    queryKey: ['people', unit],
    queryFn: () => call(identity.listPeople, { params: { unit } }),
  })
  const error = list.error ?? place.error
  if (error) return <Trouble error={error} onRetry={() => void list.refetch()} />
  return (
    <>
      <Typography.Title level={1} style={{ fontSize: 22, marginTop: 0 }}>
        {place.data?.name}的人员
      </Typography.Title>
      <Space wrap style={{ marginBottom: 12 }}>
        {mayInvite && <InvitePeople unit={unit} />}
        <Link to="/units" search={{ below: unit }}>
          下级组织
        </Link>
      </Space>
      <PeopleTable unit={unit} list={list.data} />
      {list.data && list.data.others.length > 0 && <Others posts={list.data.others} />}
    </>
  )
}
