/** The pages of those who evaluate. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedIn } from '../roots.tsx'

const desks = createRoute({
  getParentRoute: () => signedIn,
  path: '/cycles/$cycle/desks',
  component: lazyRouteComponent(() => import('../../rooms/review/desks.tsx'), 'DesksPage'),
})

const desk = createRoute({
  getParentRoute: () => signedIn,
  path: '/cycles/$cycle/desks/$party',
  component: lazyRouteComponent(() => import('../../rooms/review/desk.tsx'), 'DeskPage'),
})

const exhibits = createRoute({
  getParentRoute: () => signedIn,
  path: '/cycles/$cycle/desks/$party/evidence',
  component: lazyRouteComponent(() => import('../../rooms/review/exhibits.tsx'), 'ExhibitsPage'),
})

const inspection = createRoute({
  getParentRoute: () => signedIn,
  path: '/cycles/$cycle/inspection',
  component: lazyRouteComponent(
    () => import('../../rooms/review/inspection.tsx'),
    'InspectionPage',
  ),
})

const claims = createRoute({
  getParentRoute: () => signedIn,
  path: '/cycles/$cycle/claims',
  component: lazyRouteComponent(() => import('../../rooms/review/claims.tsx'), 'ClaimsPage'),
})

const surveys = createRoute({
  getParentRoute: () => signedIn,
  path: '/cycles/$cycle/surveys',
  component: lazyRouteComponent(() => import('../../rooms/review/surveys.tsx'), 'SurveysPage'),
})

export const reviewPages = [desks, desk, exhibits, inspection, claims, surveys]
