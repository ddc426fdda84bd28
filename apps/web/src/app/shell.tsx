import {
  ApartmentOutlined,
  CalendarOutlined,
  FileProtectOutlined,
  HomeOutlined,
  MenuOutlined,
  TeamOutlined,
} from '@ant-design/icons'
import { Link, Outlet, useRouterState } from '@tanstack/react-router'
import { Button, Drawer, Grid, Layout, Menu } from 'antd'
import { useState } from 'react'
import { SignInAgain } from '../rooms/identity/sign-in-again.tsx'
import { PostMenu } from './post-menu.tsx'
import { useMay, useMe } from './session.ts'

const peoplePage = {
  key: '/people',
  icon: <TeamOutlined aria-hidden />,
  label: <Link to="/people">人员</Link>,
}

const logPage = {
  key: '/log',
  icon: <FileProtectOutlined aria-hidden />,
  label: <Link to="/log">日志</Link>,
}

const pages = [
  { key: '/', icon: <HomeOutlined aria-hidden />, label: <Link to="/">首页</Link> },
  {
    key: '/cycles',
    icon: <CalendarOutlined aria-hidden />,
    label: <Link to="/cycles">考核</Link>,
  },
  {
    key: '/units',
    icon: <ApartmentOutlined aria-hidden />,
    label: <Link to="/units">组织</Link>,
  },
]

function Pages({ onChoose }: { readonly onChoose?: () => void }) {
  const mayReadLog = useMay('log.read')
  const mayReadPeople = useMay('person.read')
  const items = [...pages, ...(mayReadPeople ? [peoplePage] : []), ...(mayReadLog ? [logPage] : [])]
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const [, first = ''] = path.split('/')
  const picked = onChoose && { onClick: onChoose }
  return <Menu mode="inline" items={items} selectedKeys={[`/${first}`]} {...picked} />
}

/** What stands around every page of those who are signed in. */
export function Shell() {
  const me = useMe()
  const wide = Grid.useBreakpoint().md ?? true
  const [open, setOpen] = useState(false)
  return (
    <Layout className="shell">
      <a className="skip" href="#content">
        跳到正文
      </a>
      <Layout.Header className="shell-header">
        {!wide && (
          <Button
            type="text"
            icon={<MenuOutlined />}
            aria-label="打开菜单"
            onClick={() => setOpen(true)}
          />
        )}
        <p className="shell-name">考核</p>
        {wide && <span>{me.post?.orgName}</span>}
        <span className="shell-space" />
        <PostMenu me={me} />
      </Layout.Header>
      <Layout>
        {wide && (
          <Layout.Sider width={200}>
            <nav aria-label="主菜单">
              <Pages />
            </nav>
          </Layout.Sider>
        )}
        <Layout.Content id="content" className="shell-content" role="main">
          <Outlet />
        </Layout.Content>
      </Layout>
      <Drawer open={open} onClose={() => setOpen(false)} placement="left" title={me.post?.orgName}>
        <Pages onChoose={() => setOpen(false)} />
      </Drawer>
      <SignInAgain me={me} />
    </Layout>
  )
}
