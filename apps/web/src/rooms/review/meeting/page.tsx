import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Skeleton, Tabs, Tag } from 'antd'
import { useEffect } from 'react'
import { Crumbs, toCycle } from '../../../parts/crumbs.tsx'
import { Trouble } from '../../../parts/trouble.tsx'
import { day } from '../../../parts/when.ts'
import { AgendaTab } from './agenda.tsx'
import { Amend } from './amend.tsx'
import { ChairTab } from './chair.tsx'
import { meetingQuery, STATE, useFresh, useScreen } from './data.ts'
import { JudgesTab } from './judges.tsx'
import { PaperTab } from './paper.tsx'
import { ProblemDesk } from './problem-desk.tsx'
import './meeting.css'

/** One debrief for those who prepare and chair it. */
export function MeetingPage() {
  const { meeting } = useParams({ from: '/signed-in/meetings/$meeting' })
  const found = useQuery(meetingQuery(meeting))
  const { screen, heard, problems } = useScreen(meeting, 'chair')
  const fresh = useFresh(meeting)
  const [known, live] = [found.data?.meeting.version, screen?.version]
  useEffect(() => {
    if (known !== undefined && live !== undefined && live > known) void fresh()
  }, [known, live])
  if (found.isError) return <Trouble error={found.error} onRetry={() => void found.refetch()} />
  if (found.isPending) return <Skeleton active />
  const { data } = found
  const { name, cycle, heldOn, place, state } = data.meeting
  const tabs = [
    {
      key: 'chair',
      label: '主持',
      children: <ChairTab data={data} screen={screen} heard={heard} />,
    },
    { key: 'agenda', label: '议程', children: <AgendaTab data={data} /> },
    { key: 'judges', label: `评委（${data.judges.length}）`, children: <JudgesTab data={data} /> },
    { key: 'paper', label: '纸质票', children: <PaperTab data={data} /> },
  ]
  return (
    <>
      <Crumbs
        way={[
          ...toCycle({ cycle, title: data.title }),
          <Link to="/cycles/$cycle/meetings" params={{ cycle }}>
            述职评议
          </Link>,
        ]}
        here={name}
      />
      <h1>{name}</h1>
      <p>
        {day(heldOn)}
        {place && `，${place}`} <Tag>{STATE[state]}</Tag>
      </p>
      <Amend meeting={data.meeting} />
      <ProblemDesk meeting={meeting} changed={problems} />
      <Tabs items={tabs} defaultActiveKey={data.judges.length === 0 ? 'judges' : 'chair'} />
    </>
  )
}
