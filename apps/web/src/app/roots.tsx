import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { Trouble } from '../parts/trouble.tsx'
import { sessionQuery } from './session.ts'

/** Below it stand all pages. */
export const root = createRootRouteWithContext<{ readonly queries: QueryClient }>()({
  component: Outlet,
  errorComponent: ({ error, reset }) => <Trouble error={error} onRetry={reset} />,
})

/** Sends whoever is not signed in to the door. */
export const signedInFirst = async ({
  context,
}: {
  readonly context: { readonly queries: QueryClient }
}): Promise<void> => {
  const me = await context.queries.ensureQueryData(sessionQuery)
  if (me === null) throw redirect({ to: '/sign-in' })
}

/** Below it stand the pages of those who are signed in. */
export const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  component: lazyRouteComponent(() => import('./shell.tsx'), 'Shell'),
  beforeLoad: signedInFirst,
})
