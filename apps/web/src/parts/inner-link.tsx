import { useRouter } from '@tanstack/react-router'
import type { MouseEvent, ReactNode } from 'react'

interface Props {
  /** A place in the application as the server names it, for instance /cycles/3f2a…?tab=notices. */
  readonly to: string
  readonly children: ReactNode
  readonly onFollow?: () => void
}

/** A link to a page that the server named; a new window may be had as of any link. */
export function InnerLink({ to, children, onFollow }: Props) {
  const router = useRouter()
  const follow = (event: MouseEvent): void => {
    onFollow?.()
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    router.history.push(to)
  }
  return (
    <a href={to} onClick={follow}>
      {children}
    </a>
  )
}
