import type { QueryClient } from '@tanstack/react-query'
import { createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { root, signedIn } from './roots.tsx'
import { followupPages } from './routes/followup.ts'
import { identityDoors, identityPages } from './routes/identity.ts'
import { letterDoors, letterPages } from './routes/letter.ts'
import { meetingDoors, meetingPages } from './routes/meeting.ts'
import { organisationPages } from './routes/organisation.ts'
import { planningPages } from './routes/planning.ts'
import { reportingPages } from './routes/reporting.ts'
import { resultDoors, resultPages } from './routes/result.ts'
import { reviewPages } from './routes/review.ts'
import { watchingPages } from './routes/watching.ts'
import { Unopened } from './unopened.tsx'

const home = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  component: lazyRouteComponent(() => import('./home.tsx'), 'Home'),
})

/** All pages. What a page is made of is fetched with it: a judge's phone has only what a ballot needs. */
export function makeRouter(queries: QueryClient) {
  const routeTree = root.addChildren([
    ...identityDoors,
    ...meetingDoors,
    ...letterDoors,
    ...resultDoors,
    signedIn.addChildren([
      home,
      ...identityPages,
      ...organisationPages,
      ...planningPages,
      ...reportingPages,
      ...reviewPages,
      ...meetingPages,
      ...letterPages,
      ...resultPages,
      ...followupPages,
      ...watchingPages,
    ]),
  ])
  return createRouter({
    routeTree,
    context: { queries },
    defaultPreload: 'intent',
    defaultErrorComponent: Unopened,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}
