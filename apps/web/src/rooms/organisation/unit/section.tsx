import { type ReactNode, useId } from 'react'

interface Props {
  readonly title: string
  readonly tools?: ReactNode
  readonly children: ReactNode
}

/** A part of the page of a unit, under its heading. */
export function Section({ title, tools, children }: Props) {
  const id = useId()
  return (
    <section className="unit-section" aria-labelledby={id}>
      <div className="unit-section-head">
        <h2 id={id}>{title}</h2>
        <span>{tools}</span>
      </div>
      {children}
    </section>
  )
}

/** Lines of a part, or what is said when there are none. */
export function Lines({
  none,
  children,
}: {
  readonly none: string
  readonly children: readonly ReactNode[]
}) {
  if (children.length === 0) return <p className="unit-quiet">{none}</p>
  return <ul className="unit-lines">{children}</ul>
}
