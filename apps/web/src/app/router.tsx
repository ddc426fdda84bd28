import type { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { Trouble } from '../parts/trouble.tsx'
import { AccountPage } from '../rooms/identity/account/page.tsx'
import { PeoplePage } from '../rooms/identity/people/page.tsx'
import { Invitation } from '../rooms/identity/invitation.tsx'
import { SetUp } from '../rooms/identity/set-up.tsx'
import { SignIn } from '../rooms/identity/sign-in.tsx'
import { Acts } from '../rooms/log/acts.tsx'
import { CyclePage } from '../rooms/planning/cycle.tsx'
import { Cycles } from '../rooms/planning/cycles.tsx'
import { PlanView } from '../rooms/planning/plan.tsx'
import { Plans } from '../rooms/planning/plans.tsx'
import { ProposalPage } from '../rooms/planning/proposal.tsx'
import { ProposalList } from '../rooms/planning/proposals.tsx'
import { SchemeText } from '../rooms/planning/scheme-text.tsx'
import { SchemeView } from '../rooms/planning/scheme.tsx'
import { Schemes } from '../rooms/planning/schemes.tsx'
import { ObservationsPage } from '../rooms/reporting/observations.tsx'
import { ProgressPage } from '../rooms/reporting/progress.tsx'
import { ReportPage } from '../rooms/reporting/report.tsx'
import { ImportUnits } from '../rooms/organisation/import.tsx'
import { UnitPageView } from '../rooms/organisation/unit/page.tsx'
import { Units } from '../rooms/organisation/units.tsx'
import { Home } from './home.tsx'
import { sessionQuery } from './session.ts'
import { Shell } from './shell.tsx'

const root = createRootRouteWithContext<{ readonly queries: QueryClient }>()({
  component: Outlet,
  errorComponent: ({ error, reset }) => <Trouble error={error} onRetry={reset} />,
})

const signIn = createRoute({ getParentRoute: () => root, path: '/sign-in', component: SignIn })

const setUp = createRoute({ getParentRoute: () => root, path: '/set-up', component: SetUp })

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: Invitation,
})

const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  component: Shell,
  beforeLoad: async ({ context }) => {
    const me = await context.queries.ensureQueryData(sessionQuery)
    if (me === null) throw redirect({ to: '/sign-in' })
  },
})

const home = createRoute({ getParentRoute: () => signedIn, path: '/', component: Home })

const units = createRoute({
  getParentRoute: () => signedIn,
  path: '/units',
  component: Units,
  validateSearch: (search): { below?: string; on?: string } => ({
    ...(typeof search['below'] === 'string' && { below: search['below'] }),
    ...(typeof search['on'] === 'string' && { on: search['on'] }),
  }),
})

const unit = createRoute({
  getParentRoute: () => signedIn,
  path: '/units/$unit',
  component: UnitPageView,
})

const unitsImport = createRoute({
  getParentRoute: () => signedIn,
  path: '/units-import',
  component: ImportUnits,
  validateSearch: (search): { under?: string } =>
    typeof search['under'] === 'string' ? { under: search['under'] } : {},
})

const cycles = createRoute({ getParentRoute: () => signedIn, path: '/cycles', component: Cycles })

const cycle = createRoute({
  getParentRoute: () => signedIn,
  path: '/cycles/$cycle',
  component: CyclePage,
  validateSearch: (search): { tab?: string } =>
    typeof search['tab'] === 'string' ? { tab: search['tab'] } : {},
})

const schemes = createRoute({
  getParentRoute: () => signedIn,
  path: '/schemes',
  component: Schemes,
})

const scheme = createRoute({
  getParentRoute: () => signedIn,
  path: '/schemes/$scheme',
  component: SchemeView,
})

const schemeText = createRoute({
  getParentRoute: () => signedIn,
  path: '/schemes/$scheme/text',
  component: SchemeText,
})

const proposals = createRoute({
  getParentRoute: () => signedIn,
  path: '/schemes/$scheme/proposals',
  component: ProposalList,
})

const proposal = createRoute({
  getParentRoute: () => signedIn,
  path: '/proposals/$proposal',
  component: ProposalPage,
})

const plans = createRoute({ getParentRoute: () => signedIn, path: '/plans', component: Plans })

const plan = createRoute({
  getParentRoute: () => signedIn,
  path: '/plans/$plan',
  component: PlanView,
})

const planningPages = [schemes, scheme, schemeText, proposals, proposal, plans, plan]

const report = createRoute({
  getParentRoute: () => signedIn,
  path: '/cycles/$cycle/reports/$unit',
  component: ReportPage,
})

const progress = createRoute({
  getParentRoute: () => signedIn,
  path: '/cycles/$cycle/progress',
  component: ProgressPage,
})

const observations = createRoute({
  getParentRoute: () => signedIn,
  path: '/cycles/$cycle/observations',
  component: ObservationsPage,
})

const acts = createRoute({ getParentRoute: () => signedIn, path: '/log', component: Acts })

const account = createRoute({
  getParentRoute: () => signedIn,
  path: '/account',
  component: AccountPage,
})

const people = createRoute({
  getParentRoute: () => signedIn,
  path: '/people',
  component: PeoplePage,
  validateSearch: (search): { of?: string } =>
    typeof search['of'] === 'string' ? { of: search['of'] } : {},
})

export function makeRouter(queries: QueryClient) {
  const routeTree = root.addChildren([
    signIn,
    setUp,
    invitation,
    signedIn.addChildren([
      home,
      account,
      people,
      units,
      unit,
      unitsImport,
      acts,
      cycles,
      cycle,
      ...planningPages,
      report,
      progress,
      observations,
    ]),
  ])
  return createRouter({ routeTree, context: { queries } })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>
  }
}
