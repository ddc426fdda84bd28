import type { Me } from '@kaohe/contract'
import { useQueryClient } from '@tanstack/react-query'
import { Modal, Typography } from 'antd'
import { useEffect, useState } from 'react'
import { onSessionEnd } from '../../api/again.ts'
import { sessionQuery } from '../../app/session.ts'
import { SignInForm } from './sign-in-form.tsx'
import './identity.css'

/** Signing in again over a page whose session has ended; what was typed stays below. */
export function SignInAgain({ me }: { readonly me: Me }) {
  const queries = useQueryClient()
  const [answer, setAnswer] = useState<(again: boolean) => void>()
  useEffect(
    () =>
      onSessionEnd(
        () =>
          new Promise((resolve) => {
            setAnswer(() => resolve)
          }),
      ),
    [],
  )
  const close = (again: boolean): void => {
    answer?.(again)
    setAnswer(undefined)
  }
  const done = (now: Me): void => {
    // Another person, or another post, sees other pages.
    if (now.person.id !== me.person.id) return window.location.assign('/')
    queries.setQueryData(sessionQuery.queryKey, now)
    close(true)
  }
  return (
    <Modal
      open={answer !== undefined}
      title="登录已过期，请重新登录"
      footer={null}
      onCancel={() => close(false)}
      mask={{ closable: false }}
      destroyOnHidden
    >
      <Typography.Paragraph>
        您填写的内容都在。以{me.person.name}的账户登录后，刚才的操作会接着做完。
      </Typography.Paragraph>
      <SignInForm onDone={done} />
    </Modal>
  )
}
