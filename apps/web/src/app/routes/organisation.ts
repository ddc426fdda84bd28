/** The tree of units. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedIn } from '../roots.tsx'

const units = createRoute({
  getParentRoute: () => signedIn,
  path: '/units',
  component: lazyRouteComponent(() => import('../../rooms/organisation/units.tsx'), 'Units'),
  validateSearch: (search): { below?: string; on?: string } => ({
    ...(typeof search['below'] === 'string' && { below: search['below'] }),
    ...(typeof search['on'] === 'string' && { on: search['on'] }),
  }),
})

const unit = createRoute({
  getParentRoute: () => signedIn,
  path: '/units/$unit',
  component: lazyRouteComponent(
    () => import('../../rooms/organisation/unit/page.tsx'),
    'UnitPageView',
  ),
})

const unitsImport = createRoute({
  getParentRoute: () => signedIn,
  path: '/units-import',
  component: lazyRouteComponent(() => import('../../rooms/organisation/import.tsx'), 'ImportUnits'),
  validateSearch: (search): { under?: string } =>
    typeof search['under'] === 'string' ? { under: search['under'] } : {},
})

export const organisationPages = [units, unit, unitsImport]
