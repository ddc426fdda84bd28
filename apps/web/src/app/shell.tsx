import { MenuOutlined } from '@ant-design/icons'
import { Outlet } from '@tanstack/react-router'
import { Drawer, Layout } from 'antd'
import { useState } from 'react'
import { Button } from '../parts/button.tsx'
import { useScrollers } from '../parts/use-scrollers.ts'
import { useWide } from '../parts/use-wide.ts'
import { SignInAgain } from '../rooms/identity/sign-in-again.tsx'
import { Bell } from '../rooms/messages/bell.tsx'
import { Menu } from './menu.tsx'
import { PostMenu } from './post-menu.tsx'
import { useMe } from './session.ts'

/** What stands around every page of those who are signed in. */
export function Shell() {
  const me = useMe()
  const wide = useWide()
  useScrollers()
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
        <Bell />
        <PostMenu me={me} />
      </Layout.Header>
      <Layout>
        {wide && (
          <Layout.Sider width={200}>
            <nav aria-label="主菜单">
              <Menu />
            </nav>
          </Layout.Sider>
        )}
        <Layout.Content id="content" className="shell-content" role="main">
          <Outlet />
        </Layout.Content>
      </Layout>
      <Drawer open={open} onClose={() => setOpen(false)} placement="left" title={me.post?.orgName}>
        <Menu onChoose={() => setOpen(false)} />
      </Drawer>
      <SignInAgain me={me} />
    </Layout>
  )
}
