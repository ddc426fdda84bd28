import {
  ApartmentOutlined,
  CalendarOutlined,
  CarryOutOutlined,
  FileProtectOutlined,
  FileTextOutlined,
  FlagOutlined,
  HomeOutlined,
  HourglassOutlined,
  SolutionOutlined,
  TeamOutlined,
  ToolOutlined,
} from '@ant-design/icons'
import { Link, type LinkProps, useRouterState } from '@tanstack/react-router'
import { Menu as Items } from 'antd'
import type { ReactNode } from 'react'
import { useMe } from './session.ts'

interface Entry {
  readonly to: NonNullable<LinkProps['to']>
  readonly name: string
  readonly icon: ReactNode
  /** The act without which the page would show nothing. */
  readonly act?: string
}

/** The pages of the menu, from left to right of the year; a new one is one line. */
const entries: readonly Entry[] = [
  { to: '/', name: '首页', icon: <HomeOutlined aria-hidden /> },
  { to: '/cycles', name: '考核', icon: <CalendarOutlined aria-hidden />, act: 'cycle.read' },
  { to: '/schemes', name: '方案', icon: <FileTextOutlined aria-hidden />, act: 'scheme.read' },
  { to: '/plans', name: '工作要点', icon: <CarryOutOutlined aria-hidden />, act: 'plan.read' },
  {
    to: '/released',
    name: '考核结果',
    icon: <SolutionOutlined aria-hidden />,
    act: 'result.receive',
  },
  {
    to: '/followup',
    name: '结果运用',
    icon: <FlagOutlined aria-hidden />,
    act: 'followup.carried',
  },
  {
    to: '/rectifications',
    name: '整改',
    icon: <ToolOutlined aria-hidden />,
    act: 'rectification.report',
  },
  { to: '/units', name: '组织', icon: <ApartmentOutlined aria-hidden />, act: 'unit.read' },
  { to: '/people', name: '人员', icon: <TeamOutlined aria-hidden />, act: 'person.read' },
  { to: '/jobs', name: '任务', icon: <HourglassOutlined aria-hidden />, act: 'job.read' },
  { to: '/log', name: '日志', icon: <FileProtectOutlined aria-hidden />, act: 'log.read' },
]

/** Where one may go. What the post in use may not do is not offered. */
export function Menu({ onChoose }: { readonly onChoose?: () => void }) {
  const { may } = useMe()
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const [, first = ''] = path.split('/')
  const items = entries
    .filter(({ act }) => act === undefined || may.includes(act))
    .map(({ to, name, icon }) => ({ key: to, icon, label: <Link to={to}>{name}</Link> }))
  const picked = onChoose && { onClick: onChoose }
  return <Items mode="inline" items={items} selectedKeys={[`/${first}`]} {...picked} />
}
