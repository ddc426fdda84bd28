/** Schemes, cycles, work points. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedIn } from '../roots.tsx'

const cycles = createRoute({
  getParentRoute: () => signedIn,
  path: '/cycles',
  component: lazyRouteComponent(() => import('../../rooms/planning/cycles.tsx'), 'Cycles'),
})

const cycle = createRoute({
  getParentRoute: () => signedIn,
  path: '/cycles/$cycle',
  component: lazyRouteComponent(() => import('../../rooms/planning/cycle.tsx'), 'CyclePage'),
  validateSearch: (search): { tab?: string } =>
    typeof search['tab'] === 'string' ? { tab: search['tab'] } : {},
})

const schemes = createRoute({
  getParentRoute: () => signedIn,
  path: '/schemes',
  component: lazyRouteComponent(() => import('../../rooms/planning/schemes.tsx'), 'Schemes'),
})

const scheme = createRoute({
  getParentRoute: () => signedIn,
  path: '/schemes/$scheme',
  component: lazyRouteComponent(() => import('../../rooms/planning/scheme.tsx'), 'SchemeView'),
})

const schemeText = createRoute({
  getParentRoute: () => signedIn,
  path: '/schemes/$scheme/text',
  component: lazyRouteComponent(() => import('../../rooms/planning/scheme-text.tsx'), 'SchemeText'),
})

const proposals = createRoute({
  getParentRoute: () => signedIn,
  path: '/schemes/$scheme/proposals',
  component: lazyRouteComponent(() => import('../../rooms/planning/proposals.tsx'), 'ProposalList'),
})

const proposal = createRoute({
  getParentRoute: () => signedIn,
  path: '/proposals/$proposal',
  component: lazyRouteComponent(() => import('../../rooms/planning/proposal.tsx'), 'ProposalPage'),
})

const plans = createRoute({
  getParentRoute: () => signedIn,
  path: '/plans',
  component: lazyRouteComponent(() => import('../../rooms/planning/plans.tsx'), 'Plans'),
})

const plan = createRoute({
  getParentRoute: () => signedIn,
  path: '/plans/$plan',
  component: lazyRouteComponent(() => import('../../rooms/planning/plan.tsx'), 'PlanView'),
})

export const planningPages = [
  cycles,
  cycle,
  schemes,
  scheme,
  schemeText,
  proposals,
  proposal,
  plans,
  plan,
]
