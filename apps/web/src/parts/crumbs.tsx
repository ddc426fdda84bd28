import { Link } from '@tanstack/react-router'
import { Breadcrumb } from 'antd'
import type { ReactNode } from 'react'

/** The links that lead to a page, from the top. */
export type Way = readonly ReactNode[]

interface Cycle {
  readonly cycle: string
  readonly title: string
}

export const toSchemes: Way = [<Link to="/schemes">考核方案</Link>]

export const toScheme = (scheme: string, title: string): Way => [
  ...toSchemes,
  <Link to="/schemes/$scheme" params={{ scheme }}>
    {title}
  </Link>,
]

export const toCycles: Way = [<Link to="/cycles">考核</Link>]

export const toCycle = ({ cycle, title }: Cycle): Way => [
  ...toCycles,
  <Link to="/cycles/$cycle" params={{ cycle }}>
    {title}
  </Link>,
]

export const toDesks = (at: Cycle): Way => [
  ...toCycle(at),
  <Link to="/cycles/$cycle/desks" params={{ cycle: at.cycle }}>
    部门评价
  </Link>,
]

export const toResult = (at: Cycle): Way => [
  ...toCycle(at),
  <Link to="/cycles/$cycle/result" params={{ cycle: at.cycle }}>
    结果
  </Link>,
]

export const toSnapshot = (at: Cycle, snapshot: string, name: string): Way => [
  ...toResult(at),
  <Link to="/snapshots/$snapshot" params={{ snapshot }}>
    {name}
  </Link>,
]

/** Where a page stands: the way to it, and its own name. */
export function Crumbs({ way, here }: { readonly way: Way; readonly here: string }) {
  return <Breadcrumb items={[...way, here].map((title) => ({ title }))} />
}
