/** What follows from a result. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedIn } from '../roots.tsx'

const followups = createRoute({
  getParentRoute: () => signedIn,
  path: '/followup',
  component: lazyRouteComponent(() => import('../../rooms/followup/page.tsx'), 'FollowupsPage'),
})

const followupOfCycle = createRoute({
  getParentRoute: () => signedIn,
  path: '/cycles/$cycle/followup',
  component: lazyRouteComponent(() => import('../../rooms/followup/cycle.tsx'), 'FollowupPage'),
})

const rectifications = createRoute({
  getParentRoute: () => signedIn,
  path: '/rectifications',
  component: lazyRouteComponent(
    () => import('../../rooms/followup/rectifications.tsx'),
    'RectificationsPage',
  ),
})

export const followupPages = [followups, followupOfCycle, rectifications]
