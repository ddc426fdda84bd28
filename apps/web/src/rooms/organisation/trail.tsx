import { Link } from '@tanstack/react-router'
import { Breadcrumb } from 'antd'

interface Props {
  readonly above: readonly { readonly id: string; readonly name: string }[]
  readonly on?: string | undefined
}

/** The units above one, from the top. */
export function Trail({ above, on }: Props) {
  if (above.length === 0) return null
  const items = above.map(({ id, name }) => ({
    key: id,
    title: (
      <Link to="/units" search={{ below: id, ...(on !== undefined && { on }) }}>
        {name}
      </Link>
    ),
  }))
  return <Breadcrumb items={items} style={{ marginBottom: 8 }} />
}
