/** What units report, and who looks after it. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedIn } from '../roots.tsx'

const report = createRoute({
  getParentRoute: () => signedIn,
  path: '/cycles/$cycle/reports/$unit',
  component: lazyRouteComponent(() => import('../../rooms/reporting/report.tsx'), 'ReportPage'),
})

const below = createRoute({
  getParentRoute: () => signedIn,
  path: '/cycles/$cycle/reports/$unit/below',
  component: lazyRouteComponent(() => import('../../rooms/reporting/below.tsx'), 'BelowPage'),
})

const shared = createRoute({
  getParentRoute: () => signedIn,
  path: '/cycles/$cycle/facts',
  component: lazyRouteComponent(() => import('../../rooms/reporting/shared.tsx'), 'SharedPage'),
  validateSearch: (search): { fact?: string } =>
    typeof search['fact'] === 'string' ? { fact: search['fact'] } : {},
})

const progress = createRoute({
  getParentRoute: () => signedIn,
  path: '/cycles/$cycle/progress',
  component: lazyRouteComponent(() => import('../../rooms/reporting/progress.tsx'), 'ProgressPage'),
})

const observations = createRoute({
  getParentRoute: () => signedIn,
  path: '/cycles/$cycle/observations',
  component: lazyRouteComponent(
    () => import('../../rooms/reporting/observations.tsx'),
    'ObservationsPage',
  ),
})

export const reportingPages = [report, below, shared, progress, observations]
