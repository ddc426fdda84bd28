import type { ReactNode } from 'react'

interface Props {
  /** What these pages have in common, two or three characters. */
  readonly name: string
  readonly children: ReactNode
}

/** A line of links to pages that belong together, begun by what they have in common. */
export function Ways({ name, children }: Props) {
  return (
    <nav className="way-line" aria-label={name}>
      <span className="way-name" aria-hidden>
        {name}
      </span>
      {children}
    </nav>
  )
}
