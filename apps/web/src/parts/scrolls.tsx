import { type ReactNode, useEffect, useRef } from 'react'

interface Props {
  readonly label: string
  readonly children: ReactNode
}

/** A table wider than a phone: the part that scrolls can be reached, and scrolled, by the keyboard. */
export function Scrolls({ label, children }: Props) {
  const around = useRef<HTMLDivElement>(null)
  useEffect(() => {
    for (const part of around.current?.querySelectorAll('.ant-table-content') ?? []) {
      part.setAttribute('tabindex', '0')
      part.setAttribute('role', 'region')
      part.setAttribute('aria-label', label)
    }
    // The row that only measures repeats what stands in the head: nobody should get into it by the keyboard.
    for (const part of around.current?.querySelectorAll('.ant-table-measure-row input') ?? [])
      part.setAttribute('tabindex', '-1')
  })
  return <div ref={around}>{children}</div>
}
