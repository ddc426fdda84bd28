/** Acts on the log, jobs, messages. */
import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { signedIn } from '../roots.tsx'

const acts = createRoute({
  getParentRoute: () => signedIn,
  path: '/log',
  component: lazyRouteComponent(() => import('../../rooms/log/acts.tsx'), 'Acts'),
})

const jobs = createRoute({
  getParentRoute: () => signedIn,
  path: '/jobs',
  component: lazyRouteComponent(() => import('../../rooms/jobs/page.tsx'), 'JobsPage'),
})

const messages = createRoute({
  getParentRoute: () => signedIn,
  path: '/messages',
  component: lazyRouteComponent(() => import('../../rooms/messages/list.tsx'), 'MessagesPage'),
})

const messageSettings = createRoute({
  getParentRoute: () => signedIn,
  path: '/messages/settings',
  component: lazyRouteComponent(
    () => import('../../rooms/messages/settings.tsx'),
    'MessageSettingsPage',
  ),
})

export const watchingPages = [acts, jobs, messages, messageSettings]
