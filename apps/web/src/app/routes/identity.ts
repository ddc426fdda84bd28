/** Who one is: the door, the own account, the people. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root, signedIn } from '../roots.tsx'

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('../../rooms/identity/sign-in.tsx'), 'SignIn'),
})

const setUp = createRoute({
  getParentRoute: () => root,
  path: '/set-up',
  component: lazyRouteComponent(() => import('../../rooms/identity/set-up.tsx'), 'SetUp'),
})

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('../../rooms/identity/invitation.tsx'), 'Invitation'),
})

const account = createRoute({
  getParentRoute: () => signedIn,
  path: '/account',
  component: lazyRouteComponent(
    () => import('../../rooms/identity/account/page.tsx'),
    'AccountPage',
  ),
})

const people = createRoute({
  getParentRoute: () => signedIn,
  path: '/people',
  component: lazyRouteComponent(() => import('../../rooms/identity/people/page.tsx'), 'PeoplePage'),
  validateSearch: (search): { of?: string } =>
    typeof search['of'] === 'string' ? { of: search['of'] } : {},
})

export const identityPages = [account, people]

/** For people who are not signed in, and what stands alone. */
export const identityDoors = [signIn, setUp, invitation]
