/** Results: computed, frozen, concluded, made public. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { root, signedIn } from '../roots.tsx'

const provisional = createRoute({
  getParentRoute: () => signedIn,
  path: '/cycles/$cycle/result',
  component: lazyRouteComponent(
    () => import('../../rooms/result/provisional.tsx'),
    'ProvisionalPage',
  ),
})

const snapshot = createRoute({
  getParentRoute: () => signedIn,
  path: '/snapshots/$snapshot',
  component: lazyRouteComponent(() => import('../../rooms/result/snapshot.tsx'), 'SnapshotPage'),
})

const snapshotPapers = createRoute({
  getParentRoute: () => signedIn,
  path: '/snapshots/$snapshot/papers',
  component: lazyRouteComponent(() => import('../../rooms/result/papers.tsx'), 'PapersPage'),
})

const unitResult = createRoute({
  getParentRoute: () => signedIn,
  path: '/snapshots/$snapshot/units/$unit',
  component: lazyRouteComponent(() => import('../../rooms/result/unit.tsx'), 'UnitResultPage'),
})

const released = createRoute({
  getParentRoute: () => signedIn,
  path: '/released',
  component: lazyRouteComponent(() => import('../../rooms/result/released.tsx'), 'ReleasedPage'),
})

const objections = createRoute({
  getParentRoute: () => signedIn,
  path: '/cycles/$cycle/objections',
  component: lazyRouteComponent(
    () => import('../../rooms/result/objections.tsx'),
    'ObjectionsPage',
  ),
})

const publicities = createRoute({
  getParentRoute: () => signedIn,
  path: '/cycles/$cycle/publicities',
  component: lazyRouteComponent(
    () => import('../../rooms/result/publicities.tsx'),
    'PublicitiesPage',
  ),
})

const suggestions = createRoute({
  getParentRoute: () => signedIn,
  path: '/cycles/$cycle/suggestions',
  component: lazyRouteComponent(
    () => import('../../rooms/result/suggestions.tsx'),
    'SuggestionsPage',
  ),
})

const publicPage = createRoute({
  getParentRoute: () => root,
  path: '/public/$publicity',
  component: lazyRouteComponent(() => import('../../rooms/result/public.tsx'), 'PublicPage'),
})

const heldPublicPage = createRoute({
  getParentRoute: () => root,
  path: '/public',
  component: lazyRouteComponent(() => import('../../rooms/result/public.tsx'), 'HeldPublicPage'),
})

export const resultPages = [
  provisional,
  snapshot,
  snapshotPapers,
  unitResult,
  released,
  objections,
  publicities,
  suggestions,
]

/** For people who are not signed in, and what stands alone. */
export const resultDoors = [publicPage, heldPublicPage]
