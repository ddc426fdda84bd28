/** A debrief: its agenda, the wall, a judge's phone. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root, signedIn, signedInFirst } from '../roots.tsx'

const meetings = createRoute({
  getParentRoute: () => signedIn,
  path: '/cycles/$cycle/meetings',
  component: lazyRouteComponent(
    () => import('../../rooms/review/meeting/list.tsx'),
    'MeetingsPage',
  ),
})

const meeting = createRoute({
  getParentRoute: () => signedIn,
  path: '/meetings/$meeting',
  component: lazyRouteComponent(() => import('../../rooms/review/meeting/page.tsx'), 'MeetingPage'),
})

/** For the wall, without what stands around other pages. */
const screen = createRoute({
  getParentRoute: () => root,
  path: '/meetings/$meeting/screen',
  component: lazyRouteComponent(
    () => import('../../rooms/review/meeting/screen.tsx'),
    'ScreenPage',
  ),
  beforeLoad: signedInFirst,
})

/** For judges, who have no account. */
const ballot = createRoute({
  getParentRoute: () => root,
  path: '/ballot',
  component: lazyRouteComponent(
    () => import('../../rooms/review/meeting/ballot.tsx'),
    'BallotPage',
  ),
})

export const meetingPages = [meetings, meeting]

/** For people who are not signed in, and what stands alone. */
export const meetingDoors = [screen, ballot]
